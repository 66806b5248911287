import { CLEAR_RATE_DAYS } from '@anye/contract/indicators/catalogue'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { addWorkdays } from '../../../platform/workdays.ts'

/** A day since which a household is without work, with the last day to clear it in time. */
export type Clock = { opened: CalendarDate; due: CalendarDate }

/** Clocks that opened before this day have run out by `day`: a household is overdue the day after its last (S23). */
export function firstOpenClock(day: CalendarDate, clearDays: number): CalendarDate {
  return addWorkdays(day, -clearDays)
}

/** Every day on which a clock may have opened that ran out in the last 30 days before `day`, the earliest first. */
export function clocksEndingBefore(day: CalendarDate, clearDays: number): Clock[] {
  const end = firstOpenClock(day, clearDays)
  const clocks: Clock[] = []
  for (let opened = firstOpenClock(addDays(day, -CLEAR_RATE_DAYS), clearDays); opened < end; opened = addDays(opened, 1)) {
    clocks.push({ opened, due: addWorkdays(opened, clearDays) })
  }
  return clocks
}
