import { groupName } from '@anye/codes/data/divisions-group'
import type { Grid } from '@anye/contract/organization/grids/list-grids'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { lockVillageBody } from '../posts/body.store.ts'
import { insertGrid, listGridRows } from './grid.store.ts'

/** Lays out a grid over groups of one village; a group that lies in another grid is refused by name (S10). */
export async function addGrid(
  ctx: Ctx, input: { village: string; name: string; groups: readonly string[] },
): Promise<Grid> {
  const { village, name } = input
  const bodyId = covers(ctx.prefixes, village) ? await lockVillageBody(ctx.tx, village) : undefined
  if (bodyId === undefined) throw new Refusal('not_found')
  const groups = [...new Set(input.groups.flatMap((group) => groupName(group) ?? []))]
  if (groups.length === 0) throw new Refusal('division_invalid')
  const present = await listGridRows(ctx.tx, village)
  const taken = groups.filter((group) => present.some((grid) => grid.groups.includes(group)))
  const isNameUsed = present.some((grid) => grid.name === name)
  if (taken.length > 0 || isNameUsed) throw new Refusal('already_done', { groups: taken })
  const grid = { id: ctx.newId(), division: village, name, groups, post_id: ctx.newId() }
  await insertGrid(ctx.tx, grid, bodyId)
  ctx.audit.about('grid', grid.id, village)
  ctx.audit.change(null, { name, groups })
  return { id: grid.id, village, name, groups, postId: grid.post_id, holder: null, offer: null }
}
