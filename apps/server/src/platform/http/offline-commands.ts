import { call, isProcedure, ORPCError, type AnyProcedure } from '@orpc/server'
import type { EndpointMeta } from '@anye/contract/endpoint'
import { ERRORS, type ErrorCode } from '@anye/contract/errors'
import type { RequestContext } from './context.ts'
import { asInvalidRequest } from './mount-endpoints.ts'

/** A command that phones may queue, run like a request of its own: schema, permission, scope, transaction, claim, audit. */
export type OfflineCommand = { meta: EndpointMeta; run: (input: unknown, context: RequestContext) => Promise<unknown> }
export type OfflineCommands = ReadonlyMap<string, OfflineCommand>

/** Every command of a router that the contract marks `offline`, by its endpoint's id: a new one needs no word here. */
export function offlineCommandsOf(router: object): OfflineCommands {
  return new Map(proceduresOf(router).flatMap((procedure) => {
    const meta = procedure['~orpc'].meta as EndpointMeta // every endpoint is made by `endpoint`, which sets it
    return meta.offline && meta.kind === 'command' ? [[meta.id, { meta, run: (input, context) => call(procedure, input, { context }) }] as const] : []
  }))
}

function proceduresOf(node: object): AnyProcedure[] {
  if (isProcedure(node)) return [node]
  return Object.values(node).flatMap((child) => (typeof child === 'object' && child !== null ? proceduresOf(child as object) : []))
}

/** A refusal as a queue hears it: the code of the error table with what the binder says of it. */
export function refusalIn(error: unknown): { code: ErrorCode; data: unknown } {
  const known = asInvalidRequest(error)
  if (known instanceof ORPCError && Object.hasOwn(ERRORS, known.code)) return { code: known.code as ErrorCode, data: known.data ?? null }
  return { code: 'internal', data: null }
}
