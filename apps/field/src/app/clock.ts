import { addDays, businessDayOf, daysBetween } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

// The only place of the field app that reads the phone's clock.

const STORAGE_KEY = 'anye.field.days-apart'

/** Milliseconds since 1970 by the phone. */
export const deviceNow = (): number => Date.now()

/** Takes the installation's day: a demo lives on a day of its own, and a phone's calendar may be wrong. */
export function keepDay(day: CalendarDate): void {
  localStorage.setItem(STORAGE_KEY, String(daysBetween(businessDayOf(deviceNow()), day)))
}

/** Today in Asia/Shanghai, by the installation's calendar as it was told last. */
export function today(): CalendarDate {
  return addDays(businessDayOf(deviceNow()), Number(localStorage.getItem(STORAGE_KEY) ?? 0))
}
