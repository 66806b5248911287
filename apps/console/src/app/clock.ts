import { businessDayOf } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

// The only place of the console that reads the machine's clock.

/** Milliseconds since 1970, by this machine. */
export function now(): number {
  return Date.now()
}

/** Today in Asia/Shanghai. */
export function today(): CalendarDate {
  return businessDayOf(now())
}
