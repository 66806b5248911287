import { z } from 'zod'
import { CalendarDateString } from '../../page.ts'

/**
 * open: nobody works yet, or somebody does and the village has not said so; proposed: the village asks to close it; closed:
 * the township agreed (V26); lapsed: it ended by itself, because nobody of the household could work or the household is gone.
 */
export const ZERO_CASE_STATES = ['open', 'proposed', 'closed', 'lapsed'] as const

/** What the zero-employment list says of a household's case. */
export const ZeroCaseMark = z.object({
  state: z.enum(ZERO_CASE_STATES), ownerId: z.uuid().nullable(),
  /** The named person, else the contact of the household. */
  ownerName: z.string().nullable(),
  version: z.number().int(),
})
export type ZeroCaseMark = z.infer<typeof ZeroCaseMark>

/** A case as its list shows it; `placed` tells that somebody of the household works by now. */
export const ZeroCaseRow = ZeroCaseMark.extend({
  householdId: z.uuid(), villageCode: z.string(), place: z.string(), groupName: z.string().nullable(), headName: z.string(),
  placed: z.boolean(), since: CalendarDateString, dueOn: CalendarDateString, daysLeft: z.number().int(),
  proposedBy: z.string().nullable(), proposedById: z.uuid().nullable(), proposedOn: CalendarDateString.nullable(),
  closedOn: CalendarDateString.nullable(), note: z.string().nullable(),
})
export type ZeroCaseRow = z.infer<typeof ZeroCaseRow>

/** A job on which a close-out may rest: open, and carried by fresh evidence today. */
export const VerifiedJob = z.object({
  episodeId: z.uuid(), personId: z.uuid(), personName: z.string(), employer: z.string(), place: z.string().nullable(),
  startOn: CalendarDateString, evidenceOn: CalendarDateString.nullable(),
})
export type VerifiedJob = z.infer<typeof VerifiedJob>

export const ZeroCaseEvent = z.object({
  kind: z.enum(['opened', 'assigned', 'proposed', 'declined', 'approved', 'reopened', 'lapsed']), at: z.iso.datetime(), by: z.string().nullable(),
  ownerName: z.string().nullable(), employer: z.string().nullable(), note: z.string().nullable(),
})
