import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, PlaceCode } from '../../page.ts'
import { Body } from './body.ts'

/** The bodies of one place on a day (S6–S10): in the viewer's own area or above it, never beside it. */
export const listBodies = endpoint({
  id: 'organization.post.list',
  kind: 'query',
  method: 'GET',
  path: '/bodies',
  permission: 'post.read',
  summary: 'Commands, offices and village roles of a place with their holders',
  input: z.object({ place: PlaceCode, on: CalendarDateString.optional() }),
  output: z.array(Body),
  errors: [],
})
