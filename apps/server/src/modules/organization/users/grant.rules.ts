import { ADMINISTRATORS, ROLES, type Role } from '@anye/contract/access'
import type { ErrorCode } from '@anye/contract/errors'

const isAdministrator = (role: Role) => (ADMINISTRATORS as readonly Role[]).includes(role)

/**
 * May this person hold one more role? The three administrators are separated from each other and from
 * business roles (GB/T 22239-2019 8.1.4.2), and nobody changes roles of his own.
 */
export function checkGrant(grant: {
  actorId: string
  userId: string
  role: Role
  held: readonly Role[]
}): ErrorCode | undefined {
  if (grant.actorId === grant.userId) return 'separation_of_duties'
  const conflicts = grant.held.some(
    (held) => held !== grant.role && (isAdministrator(held) || isAdministrator(grant.role)),
  )
  return conflicts ? 'administrator_conflict' : undefined
}

const PREFECTURE = 4
const TOWNSHIP = 9
const VILLAGE = 12

/**
 * The code prefixes of a role over a place; undefined when the place is not of the level the role is made
 * for.
 * @param unitScope code prefixes of the reporting unit when the place is one
 */
export function scopeOfGrant(
  role: Role,
  place: string | null,
  unitScope: readonly string[] | undefined,
): string[] | undefined {
  switch (ROLES[role].scopeLevel) {
    case 'none':
      return place === null ? [] : undefined
    case 'prefecture':
      return place !== null && (place.length === PREFECTURE || place.endsWith('00')) && place.length <= 6
        ? [place.slice(0, PREFECTURE)]
        : undefined
    case 'unit':
      return unitScope === undefined ? undefined : [...unitScope]
    case 'township':
      return place?.length === TOWNSHIP ? [place] : undefined
    case 'village':
      return place?.length === VILLAGE ? [place] : undefined
  }
}
