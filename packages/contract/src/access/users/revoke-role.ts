import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'

/** Ends a role now; the row stays with its dates. */
export const revokeRole = endpoint({
  id: 'access.role.revoke',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/roles/{grantId}/revoke',
  permission: 'user.grant',
  summary: 'Revoke a role',
  input: z.object({
    commandId: CommandId,
    userId: z.uuid(),
    grantId: z.uuid(),
    reason: z.string().trim().min(4).max(200),
  }),
  output: z.object({ revoked: z.literal(true) }),
  errors: ['already_done', 'separation_of_duties'],
})
