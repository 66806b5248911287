import { calendarMonth, daysInMonth, shiftMonth } from './calendar-month.ts'
import type { CalendarMonth } from './calendar-month.ts'

/**
 * A business day `YYYY-MM-DD`, no clock and no zone. Plain string: it sorts, travels and compares as it is.
 * Which day an instant belongs to is decided once, by `businessDayOf`.
 */
export type CalendarDate = string

const DAY_MS = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/
// China keeps UTC+8 all year since 1992; instants before that are never turned into business days here.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** True for an existing Gregorian day in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** The day of these three numbers, or undefined when there is no such day (month and day count from 1). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const text = `${calendarMonth(year, month)}-${String(day).padStart(2, '0')}`
  return isCalendarDate(text) ? text : undefined
}

/** Days since 1970-01-01; throws RangeError on a malformed day. */
export function dayNumber(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The day `number` days after 1970-01-01. */
export function dateOfDayNumber(number: number): CalendarDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The day `count` days later (earlier when negative). */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + count)
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day `count` months later; the last day of that month when it is shorter (31 Jan + 1 = 28 Feb). */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const month = shiftMonth(monthOf(date), count)
  const day = Math.min(Number(date.slice(8)), daysInMonth(month))
  return `${month}-${String(day).padStart(2, '0')}`
}

/** The month a day belongs to. */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7)
}

/** The year a day belongs to. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/**
 * Full years of life on a day (周岁): the birthday itself counts. Someone born on 29 February turns a year
 * older on 1 March of a common year. Negative when `on` is before `birth`.
 */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = yearOf(on) - yearOf(birth)
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: CalendarDate): number {
  // 1970-01-01 was a Thursday; the second modulo keeps days before it positive.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** `2020年4月1日`, the form printed in documents. */
export function toChinese(date: CalendarDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

/** The Asia/Shanghai calendar day an instant (milliseconds since 1970 UTC) falls on. */
export function businessDayOf(epochMs: number): CalendarDate {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant (milliseconds since 1970 UTC) at which a day begins in Asia/Shanghai. */
export function startOfBusinessDay(date: CalendarDate): number {
  return dayNumber(date) * DAY_MS - SHANGHAI_OFFSET_MS
}
