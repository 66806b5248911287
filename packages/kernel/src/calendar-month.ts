/** A month of the Gregorian calendar, `YYYY-MM`. Plain string: it sorts, travels and compares as it is. */
export type CalendarMonth = string

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/

/** True for a well-formed `YYYY-MM`. */
export function isCalendarMonth(text: string): boolean {
  return SHAPE.test(text)
}

/** Builds `YYYY-MM` from a year and a month 1–12. */
export function calendarMonth(year: number, month: number): CalendarMonth {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** Months since year 0, the number behind shifting and counting. */
function monthIndex(month: CalendarMonth): number {
  if (!isCalendarMonth(month)) throw new RangeError(`Not a calendar month: ${month}`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** The month `count` months later (earlier when negative). Throws RangeError on a malformed month. */
export function shiftMonth(month: CalendarMonth, count: number): CalendarMonth {
  const index = monthIndex(month) + count
  return calendarMonth(Math.floor(index / 12), (index % 12) + 1)
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: CalendarMonth, to: CalendarMonth): number {
  return monthIndex(to) - monthIndex(from)
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsFrom(from: CalendarMonth, to: CalendarMonth): CalendarMonth[] {
  const length = Math.max(0, monthsBetween(from, to) + 1)
  return Array.from({ length }, (_, offset) => shiftMonth(from, offset))
}

/** Days in the month, 28–31. */
export function daysInMonth(month: CalendarMonth): number {
  const index = monthIndex(month)
  return new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
}

/** First day of the month, `YYYY-MM-01`. */
export function firstDayOf(month: CalendarMonth): string {
  return `${month}-01`
}

/** Last day of the month, `YYYY-MM-DD`. */
export function lastDayOf(month: CalendarMonth): string {
  return `${month}-${daysInMonth(month)}`
}

/** `2020年4月`. */
export function monthToChinese(month: CalendarMonth): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
}
