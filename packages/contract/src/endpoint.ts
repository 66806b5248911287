import { oc, type AnySchema } from '@orpc/contract'
import { ERRORS, COMMON_ERRORS, type ErrorCode } from './errors.ts'
import type { Permission } from './access.ts'

/** What the binder needs to know of an endpoint before any of its code runs. */
export type EndpointMeta = {
  /** `<module>.<noun>.<verb>`, the name in audit and logs. */
  id: string
  /** A query runs in a read-only transaction; a command claims its command id, writes audit and commits. */
  kind: 'query' | 'command'
  /** A permission, `signed_in` for one's own account, or `none`, which must be written out. */
  permission: Permission | 'signed_in' | 'none'
  /** May a phone queue this command while it has no network? */
  offline: boolean
  /** A read of personal rows that is written to the audit (F3/F4 views, reveal, export). */
  sensitive: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Defines one endpoint: the only way into the product. Permission, kind and errors are mandatory so that nobody can
 * forget them; the schemas give validation, the typed client and the OpenAPI page at once.
 */
export function endpoint<I extends AnySchema, O extends AnySchema>(definition: {
  id: string
  kind: 'query' | 'command'
  method: Method
  /** Path below /api; parameters as {name}. */
  path: `/${string}`
  permission: EndpointMeta['permission']
  offline?: boolean
  sensitive?: boolean
  summary: string
  input: I
  output: O
  errors: readonly ErrorCode[]
}) {
  const { id, kind, method, path, permission, summary, input, output, errors } = definition
  const meta: EndpointMeta = {
    id, kind, permission, offline: definition.offline ?? false, sensitive: definition.sensitive ?? false,
  }
  return oc
    .$meta<EndpointMeta>(meta)
    .route({ method, path, summary, tags: [id.split('.')[0] ?? id], operationId: id })
    .errors(errorMap(errors))
    .input(input)
    .output(output)
}

function errorMap(codes: readonly ErrorCode[]) {
  const all = new Set<ErrorCode>([...COMMON_ERRORS, ...codes])
  return Object.fromEntries([...all].map((code) => [code, { status: ERRORS[code].status, message: ERRORS[code].zh }]))
}

/**
 * Endpoints that carry bytes or streams instead of JSON (upload, download, live events). Same meta, same binder;
 * listed here so that the permission matrix and the scope-leak test see them too.
 */
export type RawEndpoint = EndpointMeta & { method: Method; path: `/${string}`; summary: string }

export function rawEndpoint(definition: RawEndpoint): RawEndpoint {
  return definition
}
