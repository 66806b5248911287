import { daysBetween } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Sort } from '../../../../ui/table/column.ts'
import type { Progress, ProgressRow } from '../review.data.ts'

type Counts = Progress['total']

/** People who still wait for a check. */
export function waitingOf({ due, returned, reopened }: Counts): number {
  return due + returned + reopened
}

/** 服务卡按时核查率, 0–100; null without a labourer. */
export function percentOnTime({ onTime, lines }: Counts): number | null {
  return lines === 0 ? null : (100 * onTime) / lines
}

/** Days left until the end of the due day, negative after it. */
export function daysUntil(today: CalendarDate, dueOn: CalendarDate): number {
  return daysBetween(today, dueOn)
}

/** Figures by which the table sorts; a place without people comes last either way. */
const FIGURES: Record<string, (row: ProgressRow) => number | null> = {
  lines: ({ lines }) => lines, waiting: waitingOf, checked: ({ checked, inDispute }) => checked - inDispute, dispute: ({ inDispute }) => inDispute,
  onTime: percentOnTime, late: ({ late }) => late,
}

/** The furthest behind first, unless the viewer chose another order. */
export function sortedRows(rows: readonly ProgressRow[], sort: Sort | undefined): ProgressRow[] {
  const figure = FIGURES[sort?.key ?? 'onTime'] ?? percentOnTime
  const sign = sort?.direction === 'descending' ? -1 : 1
  return rows.toSorted((one, other) => {
    const [left, right] = [figure(one), figure(other)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right) || one.code.localeCompare(other.code)
  })
}
