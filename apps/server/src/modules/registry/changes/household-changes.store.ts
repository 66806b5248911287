import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

/** Forgets which households changed before so many seconds: no phone asks for that any more. Answers how many rows went. */
export async function forgetHouseholdChanges(tx: Tx, olderThanSeconds: number): Promise<number> {
  const [gone] = await rows(tx, sql<{ count: number }>`
    with gone as (delete from registry.household_change where at < now() - make_interval(secs => ${olderThanSeconds}) returning 1)
    select count(*)::int as count from gone`)
  return gone?.count ?? 0
}

/** Notes the households in which a job, an exemption or a contact begins or has ended with a day. Answers how many. */
export async function noteHouseholdsOfDay(tx: Tx, day: CalendarDate): Promise<number> {
  const [noted] = await rows(tx, sql<{ count: number }>`select registry.note_households_of_day(${day})::int as count`)
  return noted?.count ?? 0
}
