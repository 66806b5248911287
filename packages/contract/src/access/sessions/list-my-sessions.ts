import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { OpenSession } from './session.ts'

export const listMySessions = endpoint({
  id: 'access.session.list_own',
  kind: 'query',
  method: 'GET',
  path: '/me/sessions',
  permission: 'signed_in',
  summary: 'The own open sessions',
  input: z.object({}),
  output: z.array(OpenSession),
  errors: [],
})
