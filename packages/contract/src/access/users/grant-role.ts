import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PlaceCode } from '../../page.ts'
import { HeldRole, RoleCode } from '../role.ts'

/**
 * Grants a role over a place of the level that the role is made for: the prefecture, a reporting unit, a
 * township or a village; none for administrators. The server turns a reporting unit into its townships.
 */
export const grantRole = endpoint({
  id: 'access.role.grant',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/roles',
  permission: 'user.grant',
  summary: 'Grant a role',
  input: z.object({
    commandId: CommandId,
    userId: z.uuid(),
    role: RoleCode,
    place: PlaceCode.nullable(),
    validTo: CalendarDateString.nullable().default(null),
  }),
  output: HeldRole,
  errors: ['administrator_conflict', 'separation_of_duties', 'division_invalid', 'already_done'],
})
