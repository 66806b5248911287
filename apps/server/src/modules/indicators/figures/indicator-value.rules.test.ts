import { describe, expect, it } from 'vitest'
import { RANK_BASE_MIN } from '@anye/contract/indicators/catalogue'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { indicatorValue, planAt, rankBy, ratio, stateOf, valueOf } from './indicator-value.rules.ts'
import type { Counters } from './sums.query.ts'

const LINE: PlanLine = { from: '2026-03-01', fromPercent: 60, to: '2026-06-09', toPercent: 100 }
const DAY = '2026-04-20'
const poor = (stable: number, labour: number): Counters => ({ 'hh.poor.stable': stable, 'hh.poor.labour': labour })

describe('value of an indicator', () => {
  it('S21 is percent with two decimals, and nothing without a base', () => {
    expect(indicatorValue('A', { counters: poor(2, 3), plans: {}, day: DAY })).toMatchObject({ value: 66.67, numerator: 2, denominator: 3 })
    expect(indicatorValue('A', { counters: {}, plans: {}, day: DAY })).toMatchObject({ value: null, numerator: 0, denominator: 0, state: 'no_data' })
    expect(ratio(0, 5)).toBe(0)
  })
  it('S23 is the count itself for an indicator without a denominator', () => {
    expect(indicatorValue('zero', { counters: { 'hh.zero': 7 }, plans: {}, day: DAY })).toMatchObject({ value: 7, denominator: null, deviation: null })
    expect(valueOf({ zh: '', en: '', unit: 'households', numerator: 'hh.zero', goal: 'down', base: 'live', parameters: [], source: '', formulaZh: '', formulaEn: '' }, {})).toBe(0)
  })
  it('changes in points against the last closed day, and tells no change without one', () => {
    expect(indicatorValue('A', { counters: poor(90, 100), before: poor(85, 100), plans: {}, day: DAY }).change).toBe(5)
    expect(indicatorValue('A', { counters: poor(90, 100), plans: {}, day: DAY }).change).toBeNull()
    expect(indicatorValue('A', { counters: poor(90, 100), before: {}, plans: {}, day: DAY }).change).toBeNull()
  })
})

describe('plan line', () => {
  it('runs straight from its start to its end and stands still outside', () => {
    expect([planAt(LINE, '2026-02-01'), planAt(LINE, '2026-03-01'), planAt(LINE, DAY), planAt(LINE, '2026-06-09'), planAt(LINE, '2027-01-01')])
      .toEqual([60, 60, 80, 100, 100])
  })
  it('of a single day stands at its end', () => {
    expect(planAt({ ...LINE, to: LINE.from }, LINE.from)).toBe(100)
  })
  it('is on plan at the line, behind from 90 % of it, far behind below (DOMAIN section 7)', () => {
    expect([stateOf(80, 80), stateOf(79.99, 80), stateOf(72, 80), stateOf(71.99, 80)]).toEqual(['on_plan', 'behind', 'behind', 'far_behind'])
    expect([stateOf(null, 80), stateOf(80, null), stateOf(80, 0)]).toEqual(['no_data', 'no_data', 'no_data'])
  })
  it('S15 measures the deviation as value ÷ plan − 1 in percent', () => {
    expect(indicatorValue('A', { counters: poor(72, 100), plans: { A: LINE }, day: DAY })).toMatchObject({ plan: 80, deviation: -10, state: 'behind' })
    expect(indicatorValue('A', { counters: poor(84, 100), plans: { A: LINE }, day: DAY })).toMatchObject({ deviation: 5, state: 'on_plan' })
  })
})

describe('rank', () => {
  const ranksOf = (units: Record<string, Counters>, plans: Record<string, PlanLine> = { A: LINE }) =>
    Object.fromEntries(rankBy(Object.keys(units), (code) => indicatorValue('A', { counters: units[code] ?? {}, plans, day: DAY })))

  it('S15 goes by deviation, best first, and equal deviations share a rank', () => {
    expect(ranksOf({ a: poor(80, 100), b: poor(90, 100), c: poor(180, 200), d: poor(50, 100) })).toEqual({ b: 1, c: 1, a: 3, d: 4 })
  })
  it('goes by value where there is no plan', () => {
    expect(ranksOf({ a: poor(80, 100), b: poor(90, 100) }, {})).toEqual({ b: 1, a: 2 })
  })
  it(`leaves units with a base under ${RANK_BASE_MIN} unranked (DOMAIN section 7)`, () => {
    expect(ranksOf({ small: poor(29, 29), large: poor(15, 30), none: {} })).toEqual({ large: 1 })
  })
})
