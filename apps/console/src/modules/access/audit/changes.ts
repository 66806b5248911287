/** One field before and after an act; undefined where it did not exist. */
export interface Change {
  field: string
  before: string | undefined
  after: string | undefined
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Leaves by dotted path; lists stay whole, since their order has a meaning that single items do not show. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return []
  if (!isPlain(value)) return [[path, textOf(value)]]
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === null ? [] : leaves(inner, path ? `${path}.${key}` : key),
  )
}

/** The fields of an audit line side by side, those that changed first. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const [old, fresh] = [new Map(leaves(before)), new Map(leaves(after))]
  const fields = [...new Set([...old.keys(), ...fresh.keys()])]
  const changes = fields.map((field) => ({ field, before: old.get(field), after: fresh.get(field) }))
  return [...changes.filter(isChanged), ...changes.filter((change) => !isChanged(change))]
}

export function isChanged({ before, after }: Change): boolean {
  return before !== after
}
