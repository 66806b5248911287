import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { PlaceCode } from '../../page.ts'

/** Somebody with an account who works in a place: for whom a duty there may be meant. */
export const DutyPerson = z.object({ userId: z.uuid(), name: z.string(), duty: z.string().nullable(), place: z.string() })
export type DutyPerson = z.infer<typeof DutyPerson>

export const listDutyPeople = endpoint({
  id: 'organization.person.list_duty',
  kind: 'query',
  method: 'GET',
  path: '/duty-people',
  permission: 'post.read',
  summary: 'Accounts of officials who work in a place',
  input: z.object({
    place: PlaceCode,
    /** Only those who may take over a grid of that village. */
    forGrid: z.stringbool().default(false),
    search: z.string().trim().max(40).optional(),
  }),
  output: z.array(DutyPerson),
  errors: [],
})
