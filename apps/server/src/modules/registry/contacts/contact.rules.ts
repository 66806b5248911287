import type { ErrorCode } from '@anye/contract/errors'
import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'

/** Refusal of a term by its days: a month back at most, so that a mistyped year does not rewrite who was responsible. */
export function checkContactTerm(
  term: { fromOn: CalendarDate; toOn?: CalendarDate | undefined }, today: CalendarDate,
): ErrorCode | undefined {
  if (term.fromOn < addMonths(today, -1)) return 'contact_dates_invalid'
  return term.toOn !== undefined && term.toOn < term.fromOn ? 'contact_dates_invalid' : undefined
}

/** Refusal of an end: an older version, an end already as early, an end before the start. */
export function checkContactEnd(
  contact: { version: number; from_on: CalendarDate; to_on: CalendarDate | null }, end: { version: number; lastDay: CalendarDate },
): ErrorCode | undefined {
  if (contact.version !== end.version) return 'stale_version'
  if (contact.to_on !== null && contact.to_on <= end.lastDay) return 'already_done'
  return end.lastDay < contact.from_on ? 'contact_dates_invalid' : undefined
}
