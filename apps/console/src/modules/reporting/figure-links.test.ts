import { describe, expect, it } from 'vitest'
import { figureHref } from './figure-links.ts'
import type { ReportFigure } from './report-types.ts'

const ledger = [{ key: 'hh.zero', label: 'zero', opening: 3, change: -1, correction: 0, closing: 2 }]

function figure(counter: string, view: 'members' | 'ledger' | 'cards'): ReportFigure {
  return {
    text: '1',
    value: 1,
    unit: 'households',
    opens: { counter, place: '522301', day: '2026-11-23', view },
  }
}

describe('figures of a report', () => {
  it('open the records of the frozen day', () => {
    expect(figureHref(figure('hh.zero', 'members'), ledger)).toBe(
      '/members?counter=hh.zero&place=522301&day=2026-11-23',
    )
  })

  it('open the line of the books when they are a change, else the books of that place', () => {
    expect(figureHref(figure('hh.zero', 'ledger'), ledger)).toBe('#ledger-hh-zero')
    expect(figureHref(figure('p.employed', 'ledger'), ledger)).toBe('/days/2026-11-23?place=522301')
  })

  it('open the month of the cards they were counted in', () => {
    expect(figureHref(figure('2026-10', 'cards'), ledger)).toBe('/cards/progress/522301?month=2026-10')
  })

  it('open nothing when there are no records behind them', () => {
    expect(figureHref({ text: '95.00%', value: 95, unit: 'percent', opens: null }, ledger)).toBeUndefined()
  })
})
