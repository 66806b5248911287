import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { labourParametersOn } from '../card-parameters.store.ts'

/** `(id, household_id, division)`: the labourers of some villages on a day, one line of a card each (S76). */
export async function labourersOf(tx: Tx, villages: readonly string[], today: CalendarDate): Promise<RawBuilder<unknown>> {
  const labour = await labourParametersOn(tx, today)
  return sql`registry.pub_labourers(${today}::date, ${villages}::text[], ${JSON.stringify(labour)}::jsonb)`
}

/** `(household_id, labourers)`: how many of them each household has. */
export async function labourersByHousehold(tx: Tx, villages: readonly string[], today: CalendarDate): Promise<RawBuilder<unknown>> {
  return sql`(select household_id, count(*)::int as labourers from ${await labourersOf(tx, villages, today)} group by household_id)`
}
