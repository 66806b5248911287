import { permissionsOf, fieldLevelOf, ROLES, type FieldLevel, type Permission, type Role } from '@anye/contract/access'
import { scopeOf, type Scope } from './scope.ts'

const PREFECTURE_CODE_LENGTH = 4

/** Owner of what commands on the server do in nobody's name. No account has this id. */
export const COMMAND_LINE_ID = '00000000-0000-7000-8000-000000000000'

/** One role of one person over some code prefixes. */
export type Grant = { role: Role; scope: readonly string[]; unitCode: string | null }

/** Who acts in this request. */
export type Actor = {
  userId: string
  userName: string
  name: string
  grants: readonly Grant[]
  permissions: ReadonlySet<Permission>
  mustChangePassword: boolean
  /** The open log-in this request came with; none for jobs and the command line. */
  sessionId?: string | undefined
}

export function actorOf(account: Pick<Actor, 'userId' | 'userName' | 'name' | 'mustChangePassword'>, grants: readonly Grant[]): Actor {
  return { ...account, grants, permissions: permissionsOf(grants.map((grant) => grant.role)) }
}

/**
 * The prefixes over which the actor holds a permission: only the grants whose role carries it count, so a clerk in one
 * township who is inspector in another county does not edit there.
 */
export function prefixesFor(actor: Actor, permission: Permission): string[] {
  return grantsWith(actor, permission).flatMap((grant) => grant.scope)
}

/** The grants whose role carries a permission. */
export function grantsWith(actor: Actor, permission: Permission): Grant[] {
  return actor.grants.filter((grant) => (ROLES[grant.role].permissions as readonly Permission[]).includes(permission))
}

export function scopeFor(actor: Actor, permission: Permission): Scope {
  return scopeOf(prefixesFor(actor, permission), unitsFor(actor, permission))
}

/** The unit whose reports a grant is about: the prefecture's code (4 digits) for a grant over all of it, null below a unit. */
export function unitOfGrant(grant: Grant): string | null {
  return grant.scope.find((prefix) => prefix.length === PREFECTURE_CODE_LENGTH) ?? grant.unitCode
}

// Who holds a permission over the whole prefecture sees the reports of every unit.
function unitsFor(actor: Actor, permission: Permission): string {
  const units = grantsWith(actor, permission).flatMap((grant) => unitOfGrant(grant) ?? [])
  return units.some((unit) => unit.length === PREFECTURE_CODE_LENGTH) ? '*' : [...new Set(units)].join(',')
}

/** How much of a person's fields the actor sees through the grants that carry this permission. */
export function fieldLevelFor(actor: Actor, permission: Permission): FieldLevel {
  return fieldLevelOf(grantsWith(actor, permission).map((grant) => grant.role))
}
