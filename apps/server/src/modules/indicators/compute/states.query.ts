import { sql, type RawBuilder } from 'kysely'
import type { IndicatorParameters } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { clocksEndingBefore } from './zero-clock.rules.ts'

export type Computation = { villages: readonly string[]; day: CalendarDate; parameters: IndicatorParameters }

/** Households of some villages on a day with their labourers: `(household, persons)`, from facts. */
export function statesOf({ villages, day, parameters }: Computation): RawBuilder<unknown> {
  return sql`indicators.states(${day}, ${villages}::text[], ${JSON.stringify(parameters)}::jsonb)`
}

/** Clocks that ran out lately (`indicators.clock_state`), from facts. @param computed a relation of `statesOf` */
export function clocksOf({ villages, day, parameters }: Computation, computed: RawBuilder<unknown>): RawBuilder<unknown> {
  const clocks = clocksEndingBefore(day, parameters.zeroClearDays)
  return sql`indicators.zero_clocks(${day}, ${villages}::text[], ${JSON.stringify(parameters)}::jsonb, ${JSON.stringify(clocks)}::jsonb,
    (select array_agg(x.person_id) from ${computed} c cross join unnest(c.persons) x where (c.household).available > 0))`
}
