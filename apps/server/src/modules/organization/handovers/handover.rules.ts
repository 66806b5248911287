import type { ErrorCode } from '@anye/contract/errors'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'

/** Refusal of an offer by its day: a grid changes hands from today on, and after its present term began. */
export function checkOfferDay(
  fromOn: CalendarDate, term: { from: CalendarDate; to: CalendarDate | null }, today: CalendarDate,
): ErrorCode | undefined {
  if (fromOn < today || fromOn <= term.from) return 'handover_dates_invalid'
  return term.to !== null && term.to < addDays(fromOn, -1) ? 'grid_not_held' : undefined
}

/** What an offer's state is at a moment: unanswered past its time, it expired. */
export function stateAt<S extends string>(offer: { state: S; expiresAt: Date }, now: number): S | 'expired' {
  return offer.state === 'offered' && offer.expiresAt.getTime() <= now ? 'expired' : offer.state
}

/** The first day of the new term: as offered, but never before somebody agreed to it. */
export function beginningOf(fromOn: CalendarDate, today: CalendarDate): CalendarDate {
  return fromOn < today ? today : fromOn
}
