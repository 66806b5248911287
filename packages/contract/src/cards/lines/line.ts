import { z } from 'zod'
import { CalendarDateString } from '../../page.ts'
import { CheckJob, CheckMethodCode, CheckPlace, CheckService, CardStatusCode } from '../check.ts'
import { LINE_STATES } from '../line-states.ts'

/** A line of the service card as lists show it; the name is masked by field level. */
export const LineRow = z.object({
  month: z.string(), personId: z.uuid(), householdId: z.uuid(), villageCode: z.string(), place: z.string(), groupName: z.string().nullable(),
  name: z.string(), headName: z.string(), contactName: z.string().nullable(),
  state: z.enum(LINE_STATES), knownStatus: z.string().nullable(), status: z.string().nullable(), employer: z.string().nullable(), workPlace: z.string().nullable(),
  /** The open job that `knownStatus` rests on. */
  jobId: z.uuid().nullable(), evidenceOn: CalendarDateString.nullable(), monthsUnchanged: z.number().int(), monthsWithoutContact: z.number().int(),
  method: z.string().nullable(), noChange: z.boolean().nullable(), checkedBy: z.string().nullable(), checkedById: z.uuid().nullable(),
  checkedAt: z.iso.datetime().nullable(), late: z.boolean().nullable(), inDispute: z.boolean(), reviewNote: z.string().nullable(),
  reviewedBy: z.string().nullable(), reviewedAt: z.iso.datetime().nullable(), exception: z.string().nullable(), version: z.number().int(),
})
export type LineRow = z.infer<typeof LineRow>

/** One check of a line, for the reviewer who weighs two of them. */
export const CheckEntry = z.object({
  id: z.uuid(), observedAt: z.iso.datetime(), receivedAt: z.iso.datetime(), clockWrong: z.boolean(), late: z.boolean(),
  method: CheckMethodCode, place: CheckPlace.nullable(), status: CardStatusCode, noChange: z.boolean(), job: CheckJob,
  services: z.array(CheckService), note: z.string().nullable(), by: z.string().nullable(), byId: z.uuid(), applied: z.boolean(), onBehalf: z.string().nullable(),
  /** The reviewer who chose it over another. */
  settledBy: z.string().nullable(),
  /** The check that the line shows. */
  holds: z.boolean(),
})
export type CheckEntry = z.infer<typeof CheckEntry>
