import type { Grid } from '@anye/contract/organization/grids/list-grids'
import type { Handover } from '@anye/contract/organization/handovers/handover'
import type { Ctx } from '../../../platform/http/context.ts'
import { listOffersOf } from '../handovers/handover.store.ts'
import { showHandover } from '../handovers/show-handover.ts'
import { listGridsOf } from './grids-of.query.ts'
import { listGrids } from './list-grids.ts'

const MOST_OFFERS = 50

/** The actor's grids of today, and the latest offers to or from the actor. */
export async function listMyGrids(ctx: Ctx): Promise<{ grids: Grid[]; offers: Handover[] }> {
  const held = await listGridsOf(ctx.tx, ctx.actor.userId, ctx.today)
  const grids: Grid[] = []
  for (const village of new Set(held.map(({ division }) => division))) grids.push(...(await listGrids(ctx, { village, on: ctx.today })))
  const reader = { userId: ctx.actor.userId, now: ctx.now }
  return {
    grids: grids.filter(({ id }) => held.some((each) => each.id === id)),
    offers: (await listOffersOf(ctx.tx, reader.userId, MOST_OFFERS)).map((row) => showHandover(row, reader)),
  }
}
