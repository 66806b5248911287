import type { CalendarDate } from '@anye/kernel/calendar-date'

/**
 * One cell as a spreadsheet holds it, before anyone decides what it means.
 * A text stays text and a number stays a number, so that a parser can see an ID that already lost its last
 * digits. `serial` is the day number of the workbook's own date system; `date` is that day, without the time.
 */
export type CellInput = null | string | number | boolean | { date: CalendarDate; serial: number }
