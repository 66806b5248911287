import { z } from 'zod'
import { HeldRole } from '../role.ts'

/** A person who logs in. Instants are ISO 8601. */
export const UserAccount = z.object({
  userId: z.uuid(),
  userName: z.string(),
  name: z.string(),
  duty: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  lockedUntil: z.iso.datetime().nullable(),
  seenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  roles: z.array(HeldRole),
})
export type UserAccount = z.infer<typeof UserAccount>

/** A password that is shown this once and must be changed at the first log-in. */
export const FirstPassword = z.object({ userId: z.uuid(), userName: z.string(), firstPassword: z.string() })
export type FirstPassword = z.infer<typeof FirstPassword>
