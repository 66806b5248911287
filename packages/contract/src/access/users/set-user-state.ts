import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'

/**
 * Disables an account (its sessions end at once) or opens it again. Accounts are never deleted: the audit
 * names them.
 */
export const setUserState = endpoint({
  id: 'access.user.set_state',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/state',
  permission: 'user.create',
  summary: 'Disable or enable a user',
  input: z.object({
    commandId: CommandId,
    userId: z.uuid(),
    state: z.enum(['active', 'disabled']),
    reason: z.string().trim().min(4).max(200),
  }),
  output: z.object({ state: z.enum(['active', 'disabled']) }),
  errors: ['already_done', 'separation_of_duties'],
})
