import type { Grid } from '@anye/contract/organization/grids/list-grids'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { covers } from '../../../platform/scope.ts'
import { listOpenOffers } from '../handovers/handover.store.ts'
import { showHandover } from '../handovers/show-handover.ts'
import { listBodies } from '../posts/list-bodies.ts'
import { listGridRows } from './grid.store.ts'

/** Grids of a village of the actor's area with their members on the day; nothing elsewhere. */
export async function listGrids(ctx: Ctx, request: { village: string; on: CalendarDate }): Promise<Grid[]> {
  const { village, on } = request
  if (!covers(ctx.prefixes, village)) return []
  const posts = (await listBodies(ctx, { place: village, on })).flatMap((body) => body.posts)
  const offers = (await listOpenOffers(ctx.tx, village, ctx.now)).map((row) => showHandover(row, { userId: ctx.actor.userId, now: ctx.now }))
  return (await listGridRows(ctx.tx, village)).map((grid) => ({
    id: grid.id, village, name: grid.name, groups: grid.groups, postId: grid.post_id,
    holder: posts.find((post) => post.id === grid.post_id)?.holder ?? null,
    offer: offers.find(({ gridId }) => gridId === grid.id) ?? null,
  }))
}
