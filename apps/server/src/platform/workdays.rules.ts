import chineseDays from 'chinese-days'
import { addDays, weekday, type CalendarDate } from '@anye/kernel/calendar-date'

// The package knows statutory holidays and make-up days until the end of this year; later days follow the week.
const LAST_KNOWN_YEAR = 2026

/** True on a working day of the State Council's calendar, make-up Saturdays and Sundays included. */
export function isWorkingDay(day: CalendarDate): boolean {
  if (Number(day.slice(0, 4)) <= LAST_KNOWN_YEAR) return chineseDays.isWorkday(day)
  const dayOfWeek = weekday(day)
  return dayOfWeek >= 1 && dayOfWeek <= 5
}

/** The day `count` working days after (before, when negative) a day. */
export function addWorkdays(from: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left--
  }
  return day
}
