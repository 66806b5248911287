import { CLEAR_RATE_DAYS } from '@anye/contract/indicators/catalogue'
import { must } from '@anye/kernel/assert'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { addWorkdays, isWorkingDay } from '../../../platform/workdays.rules.ts'

/** A day since which a household is without work, with the last day to clear it in time. */
export type Clock = { opened: CalendarDate; due: CalendarDate }

/** Clocks that opened before this day have run out by `day`: a household is overdue the day after its last (S23). */
export function firstOpenClock(day: CalendarDate, clearDays: number): CalendarDate {
  return addWorkdays(day, -clearDays)
}

/** Every day on which a clock may have opened that ran out in the last 30 days before `day`, the earliest first. */
export function clocksEndingBefore(day: CalendarDate, clearDays: number): Clock[] {
  const first = firstOpenClock(addDays(day, -CLEAR_RATE_DAYS), clearDays)
  const end = firstOpenClock(day, clearDays)
  // Each day is looked up once: this is asked at every turn of the worker, and the calendar is slow.
  const working: CalendarDate[] = []
  for (let each = addDays(first, 1); each < day; each = addDays(each, 1)) if (isWorkingDay(each)) working.push(each)
  const clocks: Clock[] = []
  let passed = 0
  for (let opened = first; opened < end; opened = addDays(opened, 1)) {
    if (working[passed] === opened) passed++
    clocks.push({ opened, due: must(working[passed + clearDays - 1], 'A clock that opened before the end ran out before the day') })
  }
  return clocks
}
