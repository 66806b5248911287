import { ADMINISTRATORS, ROLE_CODES } from '@anye/contract/access'
import type { Role } from '@anye/contract/access'

const isAdministrator = (role: Role) => ADMINISTRATORS.some((each) => each === role)

export interface GrantableRole {
  role: Role
  isAdministrator: boolean
  /** The three administrators stand alone: neither with each other nor with a business role. */
  conflicts: boolean
}

/** Every role, and whether it may stand beside those already held (the server asks the same again). */
export function grantableRoles(held: readonly Role[]): readonly GrantableRole[] {
  return ROLE_CODES.map((role) => ({
    role,
    isAdministrator: isAdministrator(role),
    conflicts: held.some((other) => other !== role && (isAdministrator(other) || isAdministrator(role))),
  }))
}
