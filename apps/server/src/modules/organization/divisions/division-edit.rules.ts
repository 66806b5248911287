import type { ErrorCode } from '@anye/contract/errors'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { DivisionRow } from './division.store.ts'

/** A name may change from any day after the present name began, while the division is in force. */
export function checkRename(
  row: DivisionRow, change: { name: string; from: CalendarDate },
): ErrorCode | undefined {
  if (row.valid_to !== null || change.from <= row.valid_from) return 'division_invalid'
  return change.name === row.name ? 'already_done' : undefined
}

/**
 * A township, village or group may end in another of its level that holds after the last day. `remaining` are the
 * divisions still below it then; a village takes its groups with it, so they do not count.
 */
export function checkMerge(
  row: DivisionRow,
  successor: DivisionRow | undefined,
  { lastDay, remaining }: { lastDay: CalendarDate; remaining: number },
): ErrorCode | undefined {
  if (row.level < 4 || row.valid_to !== null || lastDay < row.valid_from) return 'division_invalid'
  if (successor === undefined || successor.level !== row.level || successor.code === row.code) return 'division_invalid'
  if (successor.valid_to !== null && successor.valid_to <= lastDay) return 'division_invalid'
  return row.level === 4 && remaining > 0 ? 'wrong_state' : undefined
}

/**
 * Code of a new group: 3组 takes 003 when it is free, a named hamlet the first free number from 101, so that a
 * numbered group added later still finds its own. Undefined when the village has used all 999.
 * @param taken codes ever given in the village, ended ones too: a code is never given twice
 */
export function nextGroupCode(village: string, name: string, taken: ReadonlySet<string>): string | undefined {
  const own = /^(\d{1,2})组$/.exec(name)?.[1]
  const numbers = [...(own === undefined || own === '0' ? [] : [Number(own)]), ...range(101, 999), ...range(1, 100)]
  return numbers.map((number) => `${village}${String(number).padStart(3, '0')}`).find((code) => !taken.has(code))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
