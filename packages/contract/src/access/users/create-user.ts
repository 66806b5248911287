import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { UserName } from '../user-name.ts'
import { FirstPassword } from './user.ts'

/**
 * Opens an account without any role; the security administrator grants those. No command id: the answer holds
 * a password.
 */
export const createUser = endpoint({
  id: 'access.user.create',
  kind: 'command',
  method: 'POST',
  path: '/users',
  permission: 'user.create',
  summary: 'Create a user',
  input: z.object({
    userName: UserName,
    name: z.string().trim().min(1).max(40),
    duty: z.string().trim().max(80).nullable().default(null),
  }),
  output: FirstPassword,
  errors: ['user_name_taken'],
})
