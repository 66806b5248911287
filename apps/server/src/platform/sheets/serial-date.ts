import { dateOfDayNumber } from '@anye/kernel/calendar-date'
import type { Cell } from './types.ts'

const EPOCH_1900 = 25_569 // serial of 1970-01-01
const DAYS_1904 = 1462
const LAST_SERIAL = 2_958_465 // 9999-12-31
// The 1900 system counts a 29 February 1900 that never was, so days before it are one off.
const PHANTOM_LEAP_DAY = 60

const BUILT_IN_DATES = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const

/**
 * A number whose format shows a date, as that day. A time without a day (below 1) and a number beyond the
 * year 9999 (an ID typed into a date column, shown as ####) stay numbers, so that nothing is lost.
 */
export function dateCell(serial: number, date1904: boolean): Cell {
  const day = Math.floor(serial) + (date1904 ? DAYS_1904 : 0)
  if (day < 1 || day > LAST_SERIAL) return serial
  if (!date1904 && day === PHANTOM_LEAP_DAY) return serial
  const shifted = !date1904 && day < PHANTOM_LEAP_DAY ? day + 1 : day
  return { date: dateOfDayNumber(shifted - EPOCH_1900), serial }
}

/** The serial number of a day in the 1900 system, for days from 1900-03-01 on. */
export function serialOfDay(day: number): number {
  return day + EPOCH_1900
}

/**
 * Whether a number format shows a day: the built-in ids (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the
 * Chinese ones) or a code with a year or day part. Pure times are no dates.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last)
  }
  // Literals, colours, locales and escaped characters may hold the letters without meaning them.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/am\/pm|a\/p|general/gi, '')
  return /[yd]|m{3,}/i.test(bare)
}
