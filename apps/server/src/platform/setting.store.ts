import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, type Tx } from './db.ts'

export type Setting = { value: unknown; valid_from: CalendarDate; document: string | null }

/** The setting in force on a day (S4). */
export async function settingOn(tx: Tx, key: string, day: CalendarDate): Promise<Setting | undefined> {
  return firstRow(tx, sql<Setting>`
    select value, valid_from, document from platform.setting
    where key = ${key} and valid_from <= ${day} order by valid_from desc limit 1`)
}
