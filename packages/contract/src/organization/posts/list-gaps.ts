import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, PageRequest, pageOf, PlaceCode } from '../../page.ts'
import { POST_KINDS } from './body.ts'

/** A required post without a holder on the day; `vacantSince` is null when nobody ever held it. */
export const Gap = z.object({
  postId: z.uuid(),
  kind: z.enum(POST_KINDS),
  title: z.string(),
  bodyName: z.string(),
  place: PlaceCode,
  path: z.string(),
  vacantSince: CalendarDateString.nullable(),
})
export type Gap = z.infer<typeof Gap>

/** The gap list of the viewer's own area (S9: roster with gaps reported). */
export const listGaps = endpoint({
  id: 'organization.post.list_gaps',
  kind: 'query',
  method: 'GET',
  path: '/post-gaps',
  permission: 'post.read',
  summary: 'Required posts that nobody holds',
  input: PageRequest.extend({ under: PlaceCode.optional(), on: CalendarDateString.optional() }),
  output: pageOf(Gap),
  errors: [],
})
