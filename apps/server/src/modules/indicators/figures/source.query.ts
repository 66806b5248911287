import { sql, type RawBuilder } from 'kysely'
import type { StateKind } from '@anye/contract/indicators/counters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { clocksOf, statesOf, type Computation } from '../compute/states.query.ts'
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
export function keptStates(kind: StateKind, source: Source): RawBuilder<unknown> {
  if (kind === 'clock') return clocksWithHousehold(keptRows('clock', source), keptRows('household', source))
  return keptRows(kind, source)
}

function keptRows(kind: StateKind, source: Source): RawBuilder<unknown> {
  if (source.live) return sql.table(`indicators.${kind}_state`)
  return sql`(select * from ${sql.table(`indicators.frozen_${kind}`)}
    where from_day <= ${source.day} and (to_day is null or to_day > ${source.day}))`
}

/** The states of some villages on a reconstructed day, which froze none: worked out again from the facts. */
export function statesFromFacts(kind: StateKind, computation: Computation): RawBuilder<unknown> {
  const { villages, day, parameters } = computation
  if (kind === 'person') return sql`indicators.person_states(${day}, ${villages}::text[], ${JSON.stringify(parameters)}::jsonb)`
  const households = sql`(select (household).* from ${statesOf(computation)})`
  if (kind === 'household') return households
  return clocksWithHousehold(clocksOf(computation, statesOf(computation)), households)
}

/** A clock is of a household: its list shows that household as it stands, since the day on which the clock opened. */
function clocksWithHousehold(clocks: RawBuilder<unknown>, households: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select h.household_id, h.division, h.resettled, h.labourers, h.employed, h.stable, k.opened_on as zero_since,
    k.opened_on, k.due_on, k.cleared_on from ${clocks} k join ${households} h on h.household_id = k.household_id)`
}
