import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { OpenSession } from './session.ts'

export const listUserSessions = endpoint({
  id: 'access.session.list',
  kind: 'query',
  method: 'GET',
  path: '/users/{userId}/sessions',
  permission: 'session.revoke',
  summary: 'Open sessions of a user',
  input: z.object({ userId: z.uuid() }),
  output: z.array(OpenSession),
  errors: [],
})
