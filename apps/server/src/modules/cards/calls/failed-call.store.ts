import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarMonth } from '@anye/kernel/calendar-month'
import { rows, type Tx } from '../../../platform/db.ts'

export type NewFailedCall = {
  id: string; month: CalendarMonth; personId: string; householdId: string; division: string; calledAt: number; deviceAt: number; receivedAt: number
  skewSeconds: number | null; clockWrong: boolean; by: string; deviceId: string | null
  /** Author of late work that `by` took over. */
  onBehalf: string | null
}

/** Appends the fact. */
export async function insertFailedCall(tx: Tx, call: NewFailedCall): Promise<void> {
  await sql`insert into cards.failed_call (id, month, person_id, household_id, division, called_at, device_at, received_at, skew_seconds, clock_wrong,
      called_by, device_id, on_behalf)
    values (${call.id}, ${call.month}, ${call.personId}, ${call.householdId}, ${call.division}, ${new Date(call.calledAt)}, ${new Date(call.deviceAt)},
      ${new Date(call.receivedAt)}, ${call.skewSeconds}, ${call.clockWrong}, ${call.by}, ${call.deviceId}, ${call.onBehalf})`.execute(tx)
}

/** `in_a_row` calls failed since somebody reached the person, the last on `last_on` (Asia/Shanghai). */
export type FailedCalls = { person_id: string; in_a_row: number; last_on: CalendarDate }

/** Persons whose last calls of a month were not answered. Who was checked since was reached, unless that check says that nobody was (90). */
export function listFailedCalls(tx: Tx, month: CalendarMonth, personIds: readonly string[]): Promise<FailedCalls[]> {
  return rows(tx, sql<FailedCalls>`
    select f.person_id, count(*)::int as in_a_row, max((f.called_at at time zone 'Asia/Shanghai')::date) as last_on
    from cards.failed_call f
    where f.month = ${month} and f.person_id = any (${personIds}::uuid[]) and not exists (select 1 from cards.check c
      where c.person_id = f.person_id and c.month = f.month and c.status <> '90' and c.observed_at >= f.called_at)
    group by f.person_id`)
}
