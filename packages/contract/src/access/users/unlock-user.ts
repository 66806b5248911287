import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'

export const unlockUser = endpoint({
  id: 'access.user.unlock',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/unlock',
  permission: 'session.revoke',
  summary: 'Lift the lock after five failures',
  input: z.object({ commandId: CommandId, userId: z.uuid() }),
  output: z.object({ unlocked: z.boolean() }),
  errors: [],
})
