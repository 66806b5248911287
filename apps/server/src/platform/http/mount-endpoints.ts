import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { ORPCError } from '@orpc/server'
import type { EndpointMeta } from '@anye/contract/endpoint'
import { ERRORS, type ErrorCode } from '@anye/contract/errors'
import type { Actor } from '../actor.ts'
import type { Services } from '../services.ts'
import { asTransportError } from './bind.ts'
import { refuseOtherOrigin } from './own-origin.ts'
import { requestContext } from './request-context.ts'
import { admit } from './run-endpoint.ts'

/** Who was let in at the door, and for which endpoint. */
export type Admitted = { endpointId: string; actor: Actor }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `admitFirst` before the first byte of the body is read. */
    admitted?: Admitted
  }
}

type Mounted = { meta: EndpointMeta; method: string; path: string }
type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * Gives every endpoint of the contract a route of its own whose session and permission are judged before anything of the
 * request is read: a malformed body tells nobody more than 401 or 403 who may not call.
 */
export function mountEndpoints(app: FastifyInstance, services: Services, contract: object, handle: Handle): void {
  for (const { meta, method, path } of endpointsOf(contract)) {
    app.route({ method, url: routeOf(path), exposeHeadRoute: false, onRequest: admitFirst(services, meta), handler: handle })
  }
}

/** The path of a contract as Fastify writes it. */
export function routeOf(path: string): string {
  return `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

/** The hook that answers 401 or 403 before the body is parsed. */
export function admitFirst(services: Services, meta: EndpointMeta): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const context = requestContext(services, request)
    try {
      if (meta.kind === 'command') refuseOtherOrigin(request, services.publicHost)
      request.admitted = { endpointId: meta.id, actor: await admit(meta, context) }
    } catch (error) {
      const answer = asTransportError(error, context)
      return reply.status(answer.status).send(answer.toJSON())
    }
  }
}

/** Faults met before or around an endpoint (a body that is no JSON, too long, too many requests) speak the error table too. */
export function mountErrors(app: FastifyInstance, { log }: Services): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const code = codeOf(error.statusCode ?? 500)
    if (code === 'internal') log.error({ err: error, requestId: request.id }, 'request failed')
    const { status, zh } = ERRORS[code]
    const answer = new ORPCError(code, { status, message: zh, data: { requestId: request.id } })
    return reply.status(status).send(answer.toJSON())
  })
}

/** An input that breaks the contract, as a refusal that names the fields and repeats no value. */
export function asInvalidRequest(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error
  const issues = (error.data as { issues?: { path?: readonly PropertyKey[] }[] } | undefined)?.issues ?? []
  const { status, zh } = ERRORS.request_invalid
  const data = { fields: issues.map(({ path = [] }) => path.map(String).join('.')) }
  return new ORPCError('request_invalid', { status, message: zh, data, cause: error })
}

function codeOf(status: number): ErrorCode {
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_many_requests'
  return status >= 400 && status < 500 ? 'request_invalid' : 'internal'
}

function endpointsOf(node: object): Mounted[] {
  if (!('~orpc' in node)) return Object.values(node).flatMap((child) => endpointsOf(child as object))
  const { meta, route } = node['~orpc'] as { meta: EndpointMeta; route: { method: string; path: string } }
  return [{ meta, method: route.method, path: route.path }]
}
