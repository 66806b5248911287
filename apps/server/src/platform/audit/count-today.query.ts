import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, type Tx } from '../db.ts'

/** How often an actor did something today (a day of Shanghai) and was not refused: what a daily quota counts. */
export async function countOkToday(tx: Tx, { actorId, action, today }: { actorId: string; action: string; today: CalendarDate }): Promise<number> {
  const counted = await firstRow(tx, sql<{ count: number }>`
    select count(*)::int as count from platform.audit_entry
    where actor_id = ${actorId} and action = ${action} and outcome = 'ok' and at >= (${today}::timestamp at time zone 'Asia/Shanghai')`)
  return counted?.count ?? 0
}
