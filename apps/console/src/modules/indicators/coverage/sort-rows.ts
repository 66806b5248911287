import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { Sort } from '../../../ui/table/column.ts'
import { valueOf } from '../indicator-names.ts'
import type { CoverageRow } from '../indicator-types.ts'

function isIndicator(key: string): key is IndicatorKey {
  return Object.hasOwn(INDICATORS, key)
}

function figureOf(row: CoverageRow, key: string): number | null {
  return isIndicator(key) ? (valueOf(row.values, key)?.value ?? null) : (row.counters[key] ?? null)
}

/** Rows by one column; rows without a figure stay last either way. Without a sort, the order of the server. */
export function sortRows(rows: readonly CoverageRow[], sort: Sort | undefined): readonly CoverageRow[] {
  if (!sort) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((x, y) => {
    const [a, b] = [figureOf(x, sort.key), figureOf(y, sort.key)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (a - b)
  })
}
