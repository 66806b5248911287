import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'

/** Logs a user out: one session, or all when none is named. */
export const revokeUserSessions = endpoint({
  id: 'access.session.revoke',
  kind: 'command',
  method: 'POST',
  path: '/users/{userId}/sessions/revoke',
  permission: 'session.revoke',
  summary: 'Log out a user',
  input: z.object({ commandId: CommandId, userId: z.uuid(), sessionId: z.uuid().nullable() }),
  output: z.object({ revoked: z.number().int() }),
  errors: [],
})
