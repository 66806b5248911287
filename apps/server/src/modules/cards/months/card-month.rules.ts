import type { CardParameters } from '@anye/contract/cards/card-parameters'
import { monthOf, type CalendarDate } from '@anye/kernel/calendar-date'
import { lastDayOf, shiftMonth, type CalendarMonth } from '@anye/kernel/calendar-month'

/** The card month in which a day's checks are made: its own from the opening day on, the one before until then (S79). */
export function cardMonthOn(day: CalendarDate, { opensDay }: Pick<CardParameters, 'opensDay'>): CalendarMonth {
  return Number(day.slice(8)) >= opensDay ? monthOf(day) : shiftMonth(monthOf(day), -1)
}

/** The day whose state a month's checks describe, and the last day on which one is in time. */
export function daysOfMonth(month: CalendarMonth, { dueDay }: Pick<CardParameters, 'dueDay'>): { asOf: CalendarDate; dueOn: CalendarDate } {
  return { asOf: lastDayOf(month), dueOn: `${shiftMonth(month, 1)}-${String(dueDay).padStart(2, '0')}` }
}
