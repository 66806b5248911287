import { INDICATORS, type Indicator, type IndicatorKey } from '@anye/contract/indicators/catalogue'
import { COUNTERS, type CounterKey } from '@anye/contract/indicators/counters'
import type { IndicatorValue } from '@anye/contract/indicators/endpoints'
import type { ReportFigure, Sentence } from '@anye/contract/reporting/report'
import { indicatorValue, ratio } from '../../indicators/indicators.rules.ts'
import { countOf, type ReportFacts } from './report-facts.ts'

/** `12,345`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** Two decimals as officials print rates: `93.20%`; a dash where there is nothing to divide by. */
export function percent(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(2)}%`
}

/** The indicator of the report's own place. */
export function indicatorOf(facts: ReportFacts, key: IndicatorKey): IndicatorValue {
  const { counters, countersBefore: before, plans, day } = facts
  return indicatorValue(key, { counters, before, plans, day })
}

/** A counter with its measure word, opening to its rows: `12,345户`. */
export function countFigure(facts: ReportFacts, key: CounterKey): ReportFigure {
  const value = countOf(facts.counters, key)
  const isHousehold = COUNTERS[key].over === 'household'
  return {
    text: `${grouped(value)}${isHousehold ? '户' : '人'}`,
    value,
    unit: isHousehold ? 'households' : 'persons',
    opens: { counter: key, place: facts.place.code, day: facts.day, view: 'members' },
  }
}

/** An indicator's percentage, opening to the rows of its numerator. */
export function rateFigure(facts: ReportFacts, key: IndicatorKey): ReportFigure {
  const indicator: Indicator = INDICATORS[key]
  const { value } = indicatorOf(facts, key)
  return {
    text: percent(value),
    value,
    unit: 'percent',
    opens: { counter: indicator.numerator, place: facts.place.code, day: facts.day, view: 'members' },
  }
}

/** One counter as a share of another, opening to the rows of the part. */
export function shareFigure(facts: ReportFacts, part: CounterKey, whole: CounterKey): ReportFigure {
  const value = ratio(countOf(facts.counters, part), countOf(facts.counters, whole))
  return {
    text: percent(value),
    value,
    unit: 'percent',
    opens: { counter: part, place: facts.place.code, day: facts.day, view: 'members' },
  }
}

/** A figure without records behind it: a plan, a number of rows of a file, a number of places. */
export function plainFigure(value: number, unit: ReportFigure['unit'], text: string): ReportFigure {
  return { text, value, unit, opens: null }
}

/** `，较上日增加12户`, opening to the line of the books; nothing on the first closed day. */
export function countChange(facts: ReportFacts, key: CounterKey): Sentence {
  if (facts.countersBefore === undefined) return []
  const change = countOf(facts.counters, key) - countOf(facts.countersBefore, key)
  if (change === 0) return ['，与上日持平']
  const isHousehold = COUNTERS[key].over === 'household'
  return [
    `，较上日${change > 0 ? '增加' : '减少'}`,
    {
      text: `${grouped(Math.abs(change))}${isHousehold ? '户' : '人'}`,
      value: change,
      unit: isHousehold ? 'households' : 'persons',
      opens: { counter: key, place: facts.place.code, day: facts.day, view: 'ledger' },
    },
  ]
}

/** `，较上日上升0.12个百分点`. */
export function rateChange(facts: ReportFacts, key: IndicatorKey): Sentence {
  const { change } = indicatorOf(facts, key)
  if (change === null) return []
  if (change === 0) return ['，与上日持平']
  const indicator: Indicator = INDICATORS[key]
  return [
    `，较上日${change > 0 ? '上升' : '下降'}`,
    {
      text: `${Math.abs(change).toFixed(2)}个百分点`,
      value: change,
      unit: 'points',
      opens: { counter: indicator.numerator, place: facts.place.code, day: facts.day, view: 'ledger' },
    },
  ]
}

/** The text of a sentence without its links, as documents print it. */
export function textOf(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
