import { z } from 'zod'
import { CalendarDateString, DivisionCode } from '../../page.ts'

/** Days an offer waits for its answer. */
export const OFFER_DAYS = 7

/** An offer of a grid from its holder to another person (S10). `expired` when nobody answered in seven days. */
export const Handover = z.object({
  id: z.uuid(),
  gridId: z.uuid(),
  gridName: z.string(),
  village: DivisionCode,
  place: z.string(),
  groups: z.array(z.string()),
  fromName: z.string(),
  toUserId: z.uuid(),
  toName: z.string(),
  fromOn: CalendarDateString,
  note: z.string().nullable(),
  state: z.enum(['offered', 'accepted', 'declined', 'withdrawn', 'expired']),
  /** Offered by the village or the township in the holder's place. */
  onBehalf: z.boolean(),
  offeredBy: z.string(),
  offeredAt: z.string(),
  expiresAt: z.string(),
  answer: z.string().nullable(),
  /** First day of the new term once accepted. */
  beginsOn: CalendarDateString.nullable(),
  /** Whether the reader is the one who accepts or declines. */
  toMe: z.boolean(),
  version: z.number().int(),
})
export type Handover = z.infer<typeof Handover>
