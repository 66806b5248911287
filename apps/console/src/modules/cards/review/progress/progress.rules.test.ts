import { describe, expect, it } from 'vitest'
import type { ProgressRow } from '../review.data.ts'
import { daysUntil, percentOnTime, sortedRows, waitingOf } from './progress.rules.ts'

const row = (code: string, fields: Partial<ProgressRow> = {}): ProgressRow => ({
  code, name: code, lines: 10, due: 0, checked: 0, returned: 0, reviewed: 0, closed: 0, reopened: 0, late: 0, inDispute: 0, unchanged: 0, onTime: 0,
  villages: 1, villageClosed: 0, townshipClosed: 0, countyClosed: 0, ...fields,
})

describe('the progress of a month', () => {
  it('puts the furthest behind first and places without people last', () => {
    const rows = [row('a', { onTime: 9 }), row('b', { lines: 0 }), row('c', { onTime: 2 })]
    expect(sortedRows(rows, undefined).map(({ code }) => code)).toEqual(['c', 'a', 'b'])
    expect(sortedRows(rows, { key: 'onTime', direction: 'descending' }).map(({ code }) => code)).toEqual(['a', 'c', 'b'])
  })
  it('counts who waits for a check and the days that are left', () => {
    expect(waitingOf(row('a', { due: 3, returned: 2, reopened: 1, checked: 4 }))).toBe(6)
    expect(percentOnTime(row('a', { onTime: 5 }))).toBe(50)
    expect(percentOnTime(row('a', { lines: 0 }))).toBeNull()
    expect([daysUntil('2026-11-24', '2026-12-05'), daysUntil('2026-12-06', '2026-12-05')]).toEqual([11, -1])
  })
})
