import { z } from 'zod'
import { CalendarDateString } from '../../page.ts'
import { NeedKindCode, ServiceKindCode } from '../check.ts'

/** open: somebody is to serve it; served: the village is to close it; closed: done (S80). */
export const NEED_STATES = ['open', 'served', 'closed'] as const
export type NeedState = (typeof NEED_STATES)[number]

/** A need as lists show it; names of residents are masked by field level, officials are named. */
export const NeedRow = z.object({
  id: z.uuid(), personId: z.uuid(), householdId: z.uuid(), villageCode: z.string(), place: z.string(), groupName: z.string().nullable(),
  name: z.string(), headName: z.string(), kind: NeedKindCode, note: z.string().nullable(), state: z.enum(NEED_STATES),
  raisedOn: CalendarDateString, raisedBy: z.string().nullable(),
  /** Heard of at a monthly check; false when somebody opened it by hand. */
  fromCheck: z.boolean(),
  dueOn: CalendarDateString, overdue: z.boolean(),
  ownerId: z.uuid().nullable(), ownerName: z.string().nullable(), handedOn: CalendarDateString.nullable(),
  service: ServiceKindCode.nullable(), serviceNote: z.string().nullable(), servedOn: CalendarDateString.nullable(), servedBy: z.string().nullable(),
  servedById: z.uuid().nullable(), closedOn: CalendarDateString.nullable(), closedBy: z.string().nullable(), closeNote: z.string().nullable(),
  reopenNote: z.string().nullable(), version: z.number().int(),
})
export type NeedRow = z.infer<typeof NeedRow>

/** Who answers for it: somebody with an account in the place, or a name. */
export const NeedOwner = z.discriminatedUnion('by', [
  z.object({ by: z.literal('user'), userId: z.uuid() }),
  z.object({ by: z.literal('name'), name: z.string().trim().min(2).max(40) }),
])
export type NeedOwner = z.infer<typeof NeedOwner>
