import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { FirstPassword } from './user.ts'

/**
 * Gives a new first password, ends all sessions and removes the second factor. No command id: the answer
 * holds a password.
 */
export const resetPassword = endpoint({
  id: 'access.user.reset_password',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/password',
  permission: 'user.create',
  summary: 'Reset the password of a user',
  input: z.object({ userId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: FirstPassword,
  errors: ['separation_of_duties'],
})
