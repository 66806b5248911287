import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

/**
 * Changes one's own password and logs out every other session. No command id: claims keep a digest of the
 * input.
 */
export const changePassword = endpoint({
  id: 'access.password.change',
  kind: 'command',
  method: 'POST',
  path: '/me/password',
  permission: 'signed_in',
  summary: 'Change the own password',
  input: z.object({ current: z.string().min(1).max(128), next: z.string().min(1).max(128) }),
  output: z.object({ changed: z.literal(true) }),
  errors: ['log_in_failed', 'password_weak'],
})
