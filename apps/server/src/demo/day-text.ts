import { dateOfDayNumber } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

const texts: CalendarDate[] = []
// 1900-01-01: array positions start there, so that days before 1970 stay array indices.
const FIRST_DAY = -25_567

/** `dateOfDayNumber`, remembered: a prefecture names the same 40,000 days twenty million times. */
export function dayText(day: number): CalendarDate {
  return (texts[day - FIRST_DAY] ??= dateOfDayNumber(day))
}
