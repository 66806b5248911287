import { addDays, businessDayOf, daysBetween } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

// The only place of the console that reads the machine's clock.

const DAY_MS = 86_400_000
let daysApart = 0

/** Takes the installation's day: a demo of 2020 lives in 2020, and a machine's calendar may be wrong. */
export function keepDay(day: CalendarDate): void {
  daysApart = daysBetween(businessDayOf(Date.now()), day)
}

/** This moment for the server to compare with its own, ISO 8601. */
export function nowIso(): string {
  return new Date(Date.now() + daysApart * DAY_MS).toISOString()
}

/** Today in Asia/Shanghai, by the installation's calendar once somebody is signed in. */
export function today(): CalendarDate {
  return addDays(businessDayOf(Date.now()), daysApart)
}
