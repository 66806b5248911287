/** A part of what a phone holds: villages below a prefix, or some groups of one village (a grid, S10). */
export type PackPart = { prefix: string; groups: string[] | null }

/** True when a household lies in one of the parts. */
export function holds(parts: readonly PackPart[], { division, group_name: group }: { division: string; group_name: string | null }): boolean {
  return parts.some(({ prefix, groups }) => division.startsWith(prefix) && (groups === null || (group !== null && groups.includes(group))))
}

/** The parts of somebody who holds grids are those grids; anybody else holds the whole area of the permission. */
export function partsOf(prefixes: readonly string[], grids: readonly { division: string; groups: readonly string[] }[]): PackPart[] {
  const own = grids.filter(({ division }) => prefixes.some((prefix) => division.startsWith(prefix)))
  const parts = own.length > 0 ? own.map(({ division, groups }) => ({ prefix: division, groups: [...groups].sort() })) : prefixes.map((prefix) => ({ prefix, groups: null }))
  return parts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ prefix, groups }: PackPart): string => JSON.stringify([prefix, groups])

/** True when two lists of parts, each as `partsOf` sorts them, are the same. */
export function isSameScope(a: readonly PackPart[], b: readonly PackPart[]): boolean {
  return a.length === b.length && a.every((part, index) => { const other = b[index]; return other !== undefined && keyOf(part) === keyOf(other) })
}
