import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'

export const revokeMySession = endpoint({
  id: 'access.session.revoke_own',
  kind: 'command',
  method: 'POST',
  path: '/me/sessions/{sessionId}/revoke',
  permission: 'signed_in',
  summary: 'Log out one of the own sessions',
  input: z.object({ commandId: CommandId, sessionId: z.uuid() }),
  output: z.object({ revoked: z.number().int() }),
  errors: [],
})
