import type { ErrorCode } from '@anye/contract/errors'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Refusal of an end of something that runs from a day to a day, at the version that was read. */
export function checkEnd(
  run: { version: number; from: CalendarDate; to: CalendarDate | null }, end: { version: number; lastDay: CalendarDate },
): ErrorCode | undefined {
  if (run.version !== end.version) return 'stale_version'
  if (run.to !== null) return 'already_done'
  return end.lastDay < run.from ? 'wrong_state' : undefined
}

/** Refusal of a cadre's term: it has a last day, not before the first and not in the past. */
export function checkTerm(term: { fromOn: CalendarDate; toOn: CalendarDate }, today: CalendarDate): ErrorCode | undefined {
  return term.toOn < term.fromOn || term.toOn < today ? 'wrong_state' : undefined
}
