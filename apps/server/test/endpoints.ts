import { contract } from '@anye/contract/contract'
import type { EndpointMeta } from '@anye/contract/endpoint'
import { RAW_ENDPOINTS } from '@anye/contract/raw-endpoints'
import { z } from 'zod'

/** An endpoint as the tests enumerate it. `input` is absent where bytes travel instead of JSON. */
export type ListedEndpoint = EndpointMeta & {
  /** Where it stands in the contract, `registry.persons.list`; undefined for raw ones. */
  key?: string
  method: string
  path: string
  summary: string
  input?: z.ZodObject
  errors: readonly string[]
}

/** Every endpoint of the product: those of the contract and those that carry bytes. */
export function listEndpoints(): ListedEndpoint[] {
  return [...listOf(contract, ''), ...RAW_ENDPOINTS.map((raw) => ({ ...raw, errors: [] }))]
}

function listOf(node: object, key: string): ListedEndpoint[] {
  if (!('~orpc' in node)) {
    return Object.entries(node).flatMap(([name, child]) => listOf(child as object, key === '' ? name : `${key}.${name}`))
  }
  const { meta, route, inputSchema, errorMap } = node['~orpc'] as {
    meta: EndpointMeta; route: { method: string; path: string; summary: string }; inputSchema: unknown; errorMap: object
  }
  if (!(inputSchema instanceof z.ZodObject)) throw new TypeError(`${meta.id} takes no object`)
  return [{ ...meta, key, method: route.method, path: route.path, summary: route.summary, input: inputSchema, errors: Object.keys(errorMap) }]
}
