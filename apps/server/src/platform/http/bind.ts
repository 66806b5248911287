import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import type { EndpointMeta } from '@anye/contract/endpoint'
import type { Actor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Ctx, RequestContext } from './context.ts'
import { admit, describeRefusal, runEndpoint } from './run-endpoint.ts'

/** Joins an endpoint of the contract to its use case; everything else happens in `runEndpoint`. */
export function bind<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: ContractProcedure<I, O, E, EndpointMeta>,
  useCase: (ctx: Ctx, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O>>,
) {
  const meta = procedure['~orpc'].meta
  return implement(procedure).$context<RequestContext>().handler(async ({ input, context }) => {
    try {
      return await runEndpoint(meta, context, input, (ctx) => useCase(ctx, input))
    } catch (error) {
      throw asTransportError(error, context)
    }
  })
}

/**
 * Joins an endpoint that runs other commands to what does so: the caller is admitted, transactions, claims and audit are those of the
 * commands it runs.
 */
export function bindDispatcher<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: ContractProcedure<I, O, E, EndpointMeta>,
  handle: (context: RequestContext, actor: Actor, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O>>,
) {
  const meta = procedure['~orpc'].meta
  return implement(procedure).$context<RequestContext>().handler(async ({ input, context }) => {
    try {
      return await handle(context, await admit(meta, context), input)
    } catch (error) {
      throw asTransportError(error, context)
    }
  })
}

/** Refusals travel with their code; anything else becomes `internal` and its detail stays in the log. */
export function asTransportError(error: unknown, context: RequestContext): ORPCError<string, unknown> {
  if (error instanceof Refusal) {
    const { status, message } = describeRefusal(error)
    return new ORPCError(error.code, { status, message, data: { ...error.detail, requestId: context.requestId }, cause: error })
  }
  if (error instanceof ORPCError) return error
  context.services.log.error({ err: error, requestId: context.requestId }, 'request failed')
  if (isDatabaseAway(error)) {
    const { status, message } = describeRefusal(new Refusal('busy'))
    return new ORPCError('busy', { status, message, data: { requestId: context.requestId }, cause: error })
  }
  return new ORPCError('internal', { status: 500, message: '系统出错，已记录。', data: { requestId: context.requestId }, cause: error })
}

// Class 57P is a server that ends or starts, class 08 a broken connection; the rest is the socket's own word.
function isDatabaseAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(57P|08|ECONN|EPIPE)/.test(code) || (error instanceof Error && error.message.startsWith('Connection terminated'))
}
