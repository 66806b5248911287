import { describe, expect, it } from 'vitest'
import type { CoverageRow } from '../indicator-types.ts'
import { sortRows } from './sort-rows.ts'

const row = (code: string, zero: number | undefined, percent: number | null): CoverageRow => ({
  place: { code, name: code, level: 'township' },
  counters: zero === undefined ? {} : { 'hh.zero': zero },
  values: [{
    key: 'A', numerator: 0, denominator: 1, value: percent, plan: null, deviation: null, state: 'no_data', change: null,
  }],
})
const rows = [row('a', 3, 90), row('b', undefined, null), row('c', 12, 99)]
const codes = (sorted: readonly CoverageRow[]) => sorted.map(({ place }) => place.code).join('')

describe('sorting the coverage table', () => {
  it('orders by a counter or by a rate, rows without a figure last', () => {
    expect(codes(sortRows(rows, { key: 'hh.zero', direction: 'descending' }))).toBe('cab')
    expect(codes(sortRows(rows, { key: 'hh.zero', direction: 'ascending' }))).toBe('acb')
    expect(codes(sortRows(rows, { key: 'A', direction: 'descending' }))).toBe('cab')
  })

  it('keeps the order of the server without a sort', () => {
    expect(sortRows(rows, undefined)).toBe(rows)
  })
})
