import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { PageRequest, pageOf } from '../../page.ts'
import { RoleCode } from '../role.ts'
import { UserAccount } from './user.ts'

export const listUsers = endpoint({
  id: 'access.user.list',
  kind: 'query',
  method: 'GET',
  path: '/users',
  permission: 'user.read',
  summary: 'Users by name, role and state',
  input: PageRequest.extend({
    /** Part of the user name or the name. */
    text: z.string().trim().max(40).optional(),
    role: RoleCode.optional(),
    state: z.enum(['active', 'disabled']).optional(),
  }),
  output: pageOf(UserAccount),
  errors: [],
})
