import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Database, type Tx } from '../../../platform/db.ts'

/** A grid as whom it concerns is found by: its village (12 digits) and the groups of it. */
export type HeldGrid = { id: string; division: string; name: string; groups: string[] }

/** The grids a user holds on a day (S10), in the order of villages and names. */
export async function listGridsOf(tx: Tx | Database, userId: string, day: CalendarDate): Promise<HeldGrid[]> {
  return rows(tx, sql<HeldGrid>`
    select id, division, name, groups from organization.pub_grid_holder_on(${day}) where user_id = ${userId}
    order by division, name, id`)
}
