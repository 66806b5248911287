import { sql } from 'kysely'
import { monthOf, type CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { hasPendingVillages } from '../compute/compute-villages.store.ts'
import { holdWorkerLock } from '../compute/worker-lock.store.ts'

/**
 * Freezes the base (底数) of the day's month: every active household with the segments it has now. Households that come
 * later enter with the next month; the households' poor and resettled flags stay as frozen until then.
 */
export async function freezeBaseOf(tx: Tx, day: CalendarDate, by: string | null): Promise<{ month: string; households: number }> {
  const month = monthOf(day)
  await holdWorkerLock(tx)
  const existing = await rows(tx, sql`select 1 from indicators.base_month where month = ${month}`)
  if (existing.length > 0) throw new Refusal('already_done', { month })
  // A base holds for a month: it is not frozen over facts that are still being computed.
  if (await hasPendingVillages(tx, day)) throw new Refusal('busy')
  const counted = await firstRow(tx, sql<{ count: number }>`select count(*)::int as count from indicators.household_state`)
  const households = counted?.count ?? 0
  await sql`insert into indicators.base_month (month, frozen_on, frozen_by, households)
    values (${month}, ${day}, ${by}, ${households})`.execute(tx)
  await sql`insert into indicators.base_household (month, household_id, division, poor, resettled, edge)
    select ${month}, household_id, division, poor, resettled, edge from indicators.household_state`.execute(tx)
  return { month, households }
}

/** True when an earlier month has a base and this one has none yet. */
export async function isBaseDue(tx: Tx, day: CalendarDate): Promise<boolean> {
  const found = await firstRow(tx, sql<{ due: boolean }>`
    select exists (select 1 from indicators.base_month where month < ${monthOf(day)})
      and not exists (select 1 from indicators.base_month where month = ${monthOf(day)}) as due`)
  return found?.due === true
}
