import { sql, type RawBuilder } from 'kysely'
import type { IndicatorParameters } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findDay, findDayBefore } from '../days/ledger.store.ts'
import type { Source } from './sums.query.ts'

/** Live numbers without a day; else the books of a day. `before` is the day with books to compare with. */
export async function pickSource(
  tx: Tx, wanted: CalendarDate | undefined, today: CalendarDate,
): Promise<{ source: Source; day: CalendarDate; before: CalendarDate | undefined }> {
  const day = wanted ?? today
  const before = (await findDayBefore(tx, day))?.day
  if (wanted === undefined) return { source: { live: true }, day, before }
  const books = await findDay(tx, wanted)
  if (books === undefined) throw new Refusal('not_found', { day: wanted })
  return { source: { live: false, day, frozen: books.state === 'closed' }, day, before }
}

/** The states that made the figures: those of now, or those frozen with a closed day. */
export function keptStates(over: 'household' | 'person', source: Source): RawBuilder<unknown> {
  if (source.live) return sql.table(`indicators.${over}_state`)
  return sql`(select * from ${sql.table(`indicators.frozen_${over}`)}
    where from_day <= ${source.day} and (to_day is null or to_day > ${source.day}))`
}

/** The states of some villages on a reconstructed day, which froze none: worked out again from the facts. */
export function statesFromFacts(
  over: 'household' | 'person', day: CalendarDate, villages: readonly string[], parameters: IndicatorParameters,
): RawBuilder<unknown> {
  const p = JSON.stringify(parameters)
  if (over === 'person') return sql`indicators.person_states(${day}, ${villages}::text[], ${p}::jsonb)`
  return sql`(select (household).* from indicators.states(${day}, ${villages}::text[], ${p}::jsonb))`
}
