import { z } from 'zod'

/** An open log-in. `current` is the one that asks. Instants are ISO 8601. */
export const OpenSession = z.object({
  sessionId: z.uuid(),
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
  /** A phone with the field app: ending it also tells it to forget what it holds. */
  onPhone: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>
