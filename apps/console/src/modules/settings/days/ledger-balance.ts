import type { LedgerRow } from '../settings-types.ts'

/** What a line is off by: opening + change + correction − closing. Not 0 is a fault of the books. */
export function imbalanceOf({ opening, change, correction, closing }: LedgerRow): number {
  return opening + change + correction - closing
}

/** Counters whose lines do not balance. */
export function unbalanced(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return rows.filter((row) => imbalanceOf(row) !== 0)
}
