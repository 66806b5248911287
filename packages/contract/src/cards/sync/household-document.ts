import { z } from 'zod'
import { CARD_STATUS, type CardStatus } from '@anye/codes/card-status'
import { CalendarDateString } from '../../page.ts'
import { LINE_STATES } from '../line-states.ts'

/*
 * What a phone holds of one household (decision 0020). Dates are `YYYY-MM-DD`, months `YYYY-MM`, money yuan a month; personal
 * columns are masked by field level. Nothing here depends on the day it was sent: what is due is decided on the phone.
 */

const Status = z.enum(CARD_STATUS.map(({ code }) => code) as [CardStatus, ...CardStatus[]])

/** One month's line of a labourer (S76, S79). */
export const PackLine = z.object({
  month: z.string(), state: z.enum(LINE_STATES),
  /** What the check that holds found; null before it. */
  statusCode: Status.nullable(),
  /** What "no change" would confirm: from the register today, else the month before. */
  knownStatus: Status.nullable(),
  monthsWithoutContact: z.number().int(),
  /** By the rule `noChangeRefusal` on the day of the pull, without a contact; the phone asks the rule again by its own day. */
  noChangeAllowed: z.boolean(), noChangeRefusal: z.string().nullable(),
  returnedReason: z.string().nullable(), inDispute: z.boolean(), version: z.number().int(),
})

/** A month that went before: what was found then. */
export const PackPastLine = z.object({ month: z.string(), state: z.enum(LINE_STATES), statusCode: Status.nullable() })

export const PackJob = z.object({
  id: z.uuid(), employer: z.string(), place: z.string(), startOn: CalendarDateString, wageMonthly: z.number().nullable(),
  evidenceOn: CalendarDateString.nullable(), contractTo: CalendarDateString.nullable(), version: z.number().int(),
})

export const PackMember = z.object({
  id: z.uuid(), name: z.string(), initials: z.string(), sex: z.string(), birth: z.string(), relation: z.string(), idLast4: z.string().nullable(),
  /** Has a line in the month that is worked on. */
  labourer: z.boolean(),
  job: PackJob.nullable(), line: PackLine.nullable(), past: z.array(PackPastLine), exemptUntil: CalendarDateString.nullable(),
})

export const PackNeed = z.object({
  id: z.uuid(), personId: z.uuid().nullable(), kind: z.string(), dueOn: CalendarDateString.nullable(), owner: z.string().nullable(), state: z.string(),
})

/** Facts that a document cannot tell by its other members; the phone adds what follows from those. */
export const PackReason = z.object({ kind: z.string(), personId: z.string().optional(), dueOn: z.string().optional(), days: z.number().optional(), count: z.number().int().optional() })

export const PackHousehold = z.object({
  id: z.uuid(), division: z.string(), divisionName: z.string(), groupName: z.string(), gridName: z.string(), headName: z.string(), hhNo: z.string().nullable(),
  address: z.string().nullable(), segments: z.array(z.string()), phoneMasked: z.string().nullable(), contactName: z.string().nullable(),
  /** Token of the service card in use; what a phone took in before cards were told lacks it. */
  cardToken: z.string().nullish(),
  version: z.number().int(), members: z.array(PackMember), needs: z.array(PackNeed), reasons: z.array(PackReason),
})
export type PackHousehold = z.infer<typeof PackHousehold>
