import type { CalendarDate } from '@anye/kernel/calendar-date'

/** A division ended and another took its place; who keeps facts under the code moves them to the successor. */
export type DivisionMerged = {
  type: 'DivisionMerged'
  payload: { code: string; successorCode: string; lastDay: CalendarDate }
}

/** What organization tells the modules above it, through the event table. */
export type OrganizationEvent = DivisionMerged
