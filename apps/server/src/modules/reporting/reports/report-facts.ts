import type { CounterKey } from '@anye/contract/indicators/counters'
import type { PlaceRef } from '@anye/contract/indicators/endpoints'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { MonthRates } from '../../cards/cards.api.ts'
import type { ChildCounters, Counters, FrozenZero, LedgerRow } from '../../indicators/indicators.api.ts'
import type { ImportTally } from './import-tally.query.ts'

/** Everything a war report is generated from, read from the books of one closed day. */
export type ReportFacts = {
  place: PlaceRef
  day: CalendarDate
  /** The closed day before, which changes are counted from; undefined for the first one. */
  before: CalendarDate | undefined
  number: number
  synthetic: boolean
  chiefs: { title: string; name: string }[]
  base: { month: string; frozenOn: CalendarDate } | null
  ledgerHead: string
  plans: Record<string, PlanLine>
  counters: Counters
  countersBefore: Counters | undefined
  /** Reporting units of the prefecture, or townships of a unit. */
  units: { level: PlaceRef['level']; rows: ChildCounters[]; rowsBefore: ChildCounters[] }
  /** One level further down: townships, or villages, each with the name of the place above it. */
  leaves: { level: PlaceRef['level']; rows: ChildCounters[]; parentOf: ReadonlyMap<string, string> }
  cards: { running: MonthRates; due: MonthRates }
  imports: ImportTally | null
  ledger: LedgerRow[]
  zero: { rows: (FrozenZero & { dueOn: CalendarDate })[]; total: number }
}

/** A counter's value; a counter nobody falls under has no row in the books. */
export function countOf(counters: Counters, key: CounterKey): number {
  return counters[key] ?? 0
}
