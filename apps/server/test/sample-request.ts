import { z } from 'zod'
import type { Request } from './app-under-test.ts'
import type { ListedEndpoint } from './endpoints.ts'

type Schema = {
  type?: string; const?: unknown; enum?: unknown[]; format?: string; pattern?: string; default?: unknown; minimum?: number
  minLength?: number; maxLength?: number; minItems?: number; items?: Schema; properties?: Record<string, Schema>; required?: string[]
  anyOf?: Schema[]; oneOf?: Schema[]
}

/** Texts for patterns of the contract; the first that a pattern accepts is taken. */
const TEXTS = ['01', '522326001001', '522326001', '522326', '5223', '2026-11-24', '2026-11', '18:00', '15400000000', 'a.user', '安业测试', '理由四个字', 'x'.repeat(18), '0'.repeat(16)]

/** The smallest input that an endpoint's schema accepts, with `given` in its place. */
export function sampleInput(endpoint: ListedEndpoint, given: Record<string, unknown> = {}): Record<string, unknown> {
  if (endpoint.input === undefined) return given
  const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const input = { ...(sample(schema) as Record<string, unknown>), ...given }
  const checked = endpoint.input.safeParse(input)
  if (!checked.success) throw new Error(`No sample for ${endpoint.id}: ${z.prettifyError(checked.error)}`)
  return input
}

/** The request that carries an input: `{name}` goes into the path, the rest into the query or the body. */
export function requestOf({ method, path, input: schema }: ListedEndpoint, input: Record<string, unknown>): Request {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const filled = names.reduce<string>((url, name) => url.replace(`{${name}}`, textOf(input[name])), path)
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)))
  if (method !== 'GET' && schema === undefined) return { method, path: filled, query: asTexts(rest), bytes: Buffer.from('bytes') }
  return method === 'GET' ? { method, path: filled, query: asTexts(rest) } : { method, path: filled, payload: rest }
}

/** A request that the endpoint's schema can only refuse: no JSON in the body, ids that are none, parameters that are none. */
export function brokenRequestOf({ method, path }: ListedEndpoint): Request {
  const filled = path.replaceAll(/\{\w+\}/g, 'no-such-id')
  if (method === 'GET') return { method, path: filled, query: { limit: 'many', day: 'yesterday', place: '?' } }
  return { method, path: filled, bytes: Buffer.from('{"broken":'), contentType: 'application/json' }
}

function asTexts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? 'missing')
}

function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice !== undefined) return sample(choice)
  switch (schema.type ?? 'any') {
    case 'object': return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]))
    case 'array': return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}))
    case 'integer': case 'number': return Math.max(1, schema.minimum ?? 1)
    case 'boolean': return true
    case 'string': return text(schema)
    default: return 1
  }
}

function text({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-00000000dead'
  if (format === 'date') return '2026-11-24'
  if (format === 'date-time') return '2026-11-24T10:00:00+08:00'
  const accepts = (each: string) =>
    each.length >= minLength && each.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(each))
  return TEXTS.find(accepts) ?? '测'.repeat(Math.max(1, minLength))
}
