import type { RowLevel } from '@anye/contract/registry/imports/roster-issue'

const LEVELS: readonly RowLevel[] = ['accepted', 'warned', 'queried', 'rejected']
const FIRST_ROWS = 1024

/**
 * The worst level so far of each row of a file, for what only its end brings. One byte a row: a file has up to a million
 * rows, and keys of a map would take a hundred times that.
 */
export function createRowLevels() {
  const sheets: Uint8Array[] = []
  let size = 0
  return {
    get size() {
      return size
    },
    set(sheet: number, row: number, level: RowLevel): void {
      const levels = roomFor(sheets, sheet, row)
      if (levels[row] === 0) size++
      levels[row] = LEVELS.indexOf(level) + 1
    },
    /** `accepted` for a row that was not set. */
    get(sheet: number, row: number): RowLevel {
      return LEVELS[(sheets[sheet]?.[row] ?? 1) - 1] ?? 'accepted'
    },
    /** How many rows have each level. */
    counts(): Record<RowLevel, number> {
      const counts = { accepted: 0, warned: 0, queried: 0, rejected: 0 }
      for (const levels of sheets) {
        for (const level of levels ?? []) {
          const name = LEVELS[level - 1]
          if (name !== undefined) counts[name]++
        }
      }
      return counts
    },
  }
}

function roomFor(sheets: Uint8Array[], sheet: number, row: number): Uint8Array {
  const known = sheets[sheet] ?? new Uint8Array(FIRST_ROWS)
  const levels = row < known.length ? known : new Uint8Array(Math.max(known.length * 2, row + 1))
  if (levels !== known) levels.set(known)
  sheets[sheet] = levels
  return levels
}
