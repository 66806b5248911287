import { INDICATORS, RANK_BASE_MIN, type Indicator, type IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { CounterKey } from '@anye/contract/indicators/counters'
import type { IndicatorValue, PlanState } from '@anye/contract/indicators/endpoints'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Counters } from './sums.query.ts'

/** The counters that an indicator is made of. */
export function countersOf(key: IndicatorKey): CounterKey[] {
  const { numerator, denominator }: Indicator = INDICATORS[key]
  return denominator === undefined ? [numerator] : [numerator, denominator]
}

/** Percent with two decimals, or the count itself; undefined without a base. */
export function valueOf(indicator: Indicator, counters: Counters): number | null {
  const numerator = counters[indicator.numerator] ?? 0
  if (indicator.denominator === undefined) return numerator
  return ratio(numerator, counters[indicator.denominator] ?? 0)
}

/** Percent with two decimals; null when there is nothing to divide by. One missing household keeps it below 100. */
export function ratio(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const percent = Math.round((numerator / denominator) * 10_000) / 100
  return numerator < denominator ? Math.min(percent, 99.99) : percent
}

/** Where the straight plan line stands on a day, percent with two decimals. */
export function planAt(line: PlanLine, day: CalendarDate): number {
  const length = daysBetween(line.from, line.to)
  const gone = Math.min(Math.max(daysBetween(line.from, day), 0), length)
  const share = length === 0 ? 1 : gone / length
  return Math.round((line.fromPercent + (line.toPercent - line.fromPercent) * share) * 100) / 100
}

/** Green at the plan or above, amber from 90 %, red below (DOMAIN section 7). */
export function stateOf(value: number | null, plan: number | null): PlanState {
  if (value === null || plan === null || plan === 0) return 'no_data'
  const share = value / plan
  if (share >= 1) return 'on_plan'
  return share >= 0.9 ? 'behind' : 'far_behind'
}

type Comparison = { counters: Counters; before?: Counters | undefined; plans: Record<string, PlanLine>; day: CalendarDate }

/** One indicator of a place with plan, deviation, state and the change since the last closed day. */
export function indicatorValue(key: IndicatorKey, { counters, before, plans, day }: Comparison): IndicatorValue {
  const indicator: Indicator = INDICATORS[key]
  const value = valueOf(indicator, counters)
  const line = plans[key]
  const plan = line === undefined ? null : planAt(line, day)
  const earlier = before === undefined ? null : valueOf(indicator, before)
  return {
    key, value, plan, state: stateOf(value, plan),
    numerator: counters[indicator.numerator] ?? 0,
    denominator: indicator.denominator === undefined ? null : (counters[indicator.denominator] ?? 0),
    deviation: value === null || plan === null || plan === 0 ? null : Math.round((value / plan - 1) * 10_000) / 100,
    change: value === null || earlier === null ? null : Math.round((value - earlier) * 100) / 100,
  }
}

/** Percent of the people with an open job whose evidence still carries it; null where nobody has one. */
function verificationRate(counters: Counters): number | null {
  const verified = counters['p.employed'] ?? 0
  return ratio(verified, verified + (counters['p.to_verify'] ?? 0))
}

/**
 * Ranks by deviation from plan (by value where there is no plan), then by rate of verification, best first; equals share
 * a rank; a base under 30 is not ranked (DOMAIN section 7).
 */
export function rankBy<T extends { counters: Counters }>(items: readonly T[], valueFor: (item: T) => IndicatorValue): Map<T, number> {
  const ranked = items
    .map((item) => ({ item, value: valueFor(item) }))
    .filter(({ value }) => (value.denominator ?? 0) >= RANK_BASE_MIN && value.value !== null)
    .map(({ item, value }) => ({ item, score: value.deviation ?? value.value ?? 0, verified: verificationRate(item.counters) ?? 0 }))
    .sort((a, b) => b.score - a.score || b.verified - a.verified)
  const ranks = new Map<T, number>()
  ranked.forEach(({ item, score, verified }, index) => {
    const above = ranked[index - 1]
    const isEqual = above !== undefined && above.score === score && above.verified === verified
    ranks.set(item, isEqual ? (ranks.get(above.item) ?? index + 1) : index + 1)
  })
  return ranks
}
