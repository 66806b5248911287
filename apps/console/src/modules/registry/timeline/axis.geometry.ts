import { addDays, addMonths, daysBetween, monthOf } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** One time axis for all strands: `from` and `to` inclusive, drawn between `left` and `right` px. */
export interface Axis {
  from: CalendarDate
  to: CalendarDate
  left: number
  right: number
}

export interface Tick {
  x: number
  /** Empty for a line without a word. */
  label: string
  /** A year begins here. */
  isYear: boolean
}

/** A job remembered as "since 1998" must not squeeze this year into a millimetre. */
const LONGEST_MONTHS = 120
const SHORTEST_MONTHS = 12
const MONTHLY_UNTIL = 18
const QUARTERLY_UNTIL = 60

/** The axis that holds all days and today, from the first of a month to the end of the month after today. */
export function axisOf(
  days: readonly CalendarDate[],
  today: CalendarDate,
  left: number,
  right: number,
): Axis {
  const earliest = days.toSorted()[0] ?? today
  const start = [earliest, addMonths(today, -SHORTEST_MONTHS + 1)].toSorted()[0] ?? today
  const bounded = [start, addMonths(today, -LONGEST_MONTHS)].toSorted()[1] ?? start
  return { from: firstOfMonth(bounded), to: addDays(firstOfMonth(addMonths(today, 2)), -1), left, right }
}

/** Where a day stands; days beyond the axis stand at its ends. */
export function xOf(axis: Axis, day: CalendarDate): number {
  const part = daysBetween(axis.from, day) / daysBetween(axis.from, axis.to)
  const x = axis.left + Math.max(0, Math.min(1, part)) * (axis.right - axis.left)
  return Math.round(x * 10) / 10
}

/** Months, quarters or years, whichever the length of the axis can hold. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const months = monthsIn(axis)
  const step = months.length <= MONTHLY_UNTIL ? 1 : months.length <= QUARTERLY_UNTIL ? 3 : 12
  return months
    .filter((month) => (Number(month.slice(5)) - 1) % step === 0)
    .map((month, index) => {
      const isYear = month.endsWith('-01')
      const hasYear = isYear || index === 0
      return {
        x: xOf(axis, `${month}-01`),
        label: hasYear ? labelWithYear(month, step) : month.slice(5),
        isYear,
      }
    })
}

function labelWithYear(month: string, step: number): string {
  return step === 12 || month.endsWith('-01') ? month.slice(0, 4) : month
}

function monthsIn({ from, to }: Axis): string[] {
  const months: string[] = []
  for (let day = firstOfMonth(from); day <= to; day = addMonths(day, 1)) months.push(monthOf(day))
  return months
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${monthOf(day)}-01`
}
