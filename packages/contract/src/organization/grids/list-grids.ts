import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, DivisionCode } from '../../page.ts'
import { Handover } from '../handovers/handover.ts'
import { Holder } from '../posts/body.ts'

/** A grid (网格, S10): several village groups with one grid member, who may be missing. */
export const Grid = z.object({
  id: z.uuid(),
  village: DivisionCode,
  name: z.string(),
  groups: z.array(z.string()),
  postId: z.uuid(),
  holder: Holder.nullable(),
  /** The offer of this grid that waits for its answer. */
  offer: Handover.nullable(),
})
export type Grid = z.infer<typeof Grid>

export const listGrids = endpoint({
  id: 'organization.grid.list',
  kind: 'query',
  method: 'GET',
  path: '/villages/{village}/grids',
  permission: 'post.read',
  summary: 'Grids of a village with their members',
  input: z.object({ village: z.string().regex(/^\d{12}$/), on: CalendarDateString.optional() }),
  output: z.array(Grid),
  errors: [],
})
