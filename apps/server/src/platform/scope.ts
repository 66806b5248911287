/**
 * The area a transaction may see, as row-level security reads it: a half-open range of codes and, when several
 * prefixes do not form one range (义龙新区's townships), the list of them.
 */
export type Scope = {
  lo: string
  hi: string
  list: string
  /** Reporting units whose reports may be read: `*` for all, comma-separated codes, or ''. */
  units: string
}

/** Sees no row at all. */
export const NOWHERE: Scope = { lo: '~', hi: '', list: '', units: '' }
/** Sees the whole database: workers, imports of the system, migrations. Never handed to a person. */
export const EVERYWHERE: Scope = { lo: '', hi: '~', list: '', units: '*' }

/** The scope of a set of code prefixes (4 to 15 digits); an empty set sees nothing. */
export function scopeOf(prefixes: readonly string[], units = ''): Scope {
  const kept = withoutCovered(prefixes)
  const [first] = kept
  if (first === undefined) return { ...NOWHERE, units }
  if (kept.length === 1) return { lo: first, hi: afterPrefix(first), list: '', units }
  const last = kept.at(-1) ?? first
  return { lo: first, hi: afterPrefix(last), list: kept.join(','), units }
}

/** True when a division code lies under one of the prefixes. */
export function covers(prefixes: readonly string[], division: string): boolean {
  return prefixes.some((prefix) => division.startsWith(prefix))
}

function withoutCovered(prefixes: readonly string[]): string[] {
  const sorted = [...new Set(prefixes)].sort()
  return sorted.filter((prefix, index) => !sorted.slice(0, index).some((shorter) => prefix.startsWith(shorter)))
}

// Digits only, so the next character code after the last digit bounds the range ('9' is followed by ':').
function afterPrefix(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
}
