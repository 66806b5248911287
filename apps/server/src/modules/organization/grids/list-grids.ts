import type { Grid } from '@anye/contract/organization/grids/list-grids'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { covers } from '../../../platform/scope.ts'
import { listBodies } from '../posts/list-bodies.ts'
import { listGridRows } from './grid.store.ts'

/** Grids of a village of the actor's area with their members on the day; nothing elsewhere. */
export async function listGrids(ctx: Ctx, request: { village: string; on: CalendarDate }): Promise<Grid[]> {
  const { village, on } = request
  if (!covers(ctx.prefixes, village)) return []
  const posts = (await listBodies(ctx, { place: village, on })).flatMap((body) => body.posts)
  return (await listGridRows(ctx.tx, village)).map((grid) => ({
    id: grid.id, village, name: grid.name, groups: grid.groups, postId: grid.post_id,
    holder: posts.find((post) => post.id === grid.post_id)?.holder ?? null,
  }))
}
