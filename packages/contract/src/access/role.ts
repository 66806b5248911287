import { z } from 'zod'
import { ROLE_CODES, type Role } from '../access.ts'

export const RoleCode = z.enum(ROLE_CODES as [Role, ...Role[]])

/**
 * A role that a person holds. `place` names its scope for people; both dates are included, no end means until
 * revoked.
 */
export const HeldRole = z.object({
  grantId: z.uuid(),
  role: RoleCode,
  scope: z.array(z.string()),
  unitCode: z.string().nullable(),
  place: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})
export type HeldRole = z.infer<typeof HeldRole>
