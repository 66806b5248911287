import { z } from 'zod'
import { FIELD_LEVELS, PERMISSIONS } from '../../access.ts'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString } from '../../page.ts'
import { HeldRole } from '../role.ts'

/**
 * Who is signed in, what they may do, and where. `scope` is the top of what they see, null for
 * administrators.
 */
export const Me = z.object({
  userId: z.uuid(),
  userName: z.string(),
  name: z.string(),
  duty: z.string().nullable(),
  roles: z.array(HeldRole),
  permissions: z.array(z.enum(PERMISSIONS)),
  fieldLevel: z.enum(FIELD_LEVELS),
  scope: z.object({ code: z.string(), name: z.string() }).nullable(),
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  /** The installation holds made-up people; every page says so. */
  synthetic: z.boolean(),
  /** The installation's business day: dates that forms begin with, ages of evidence and words of the time go by it. */
  today: CalendarDateString,
})
export type Me = z.infer<typeof Me>

export const getMe = endpoint({
  id: 'access.me.get',
  kind: 'query',
  method: 'GET',
  path: '/me',
  permission: 'signed_in',
  summary: 'The signed-in person with roles, permissions and scope',
  input: z.object({}),
  output: Me,
  errors: [],
})
