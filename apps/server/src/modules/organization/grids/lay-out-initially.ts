import { groupName } from '@anye/codes/data/divisions-group'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { ensureVillageGroups } from '../divisions/ensure-groups.ts'
import { lockVillageBody } from '../posts/body.store.ts'
import { insertHolder } from '../posts/holder.store.ts'
import { insertGrid, listGridRows } from './grid.store.ts'

/** A grid to start with: some groups of a village and who holds it. */
export type InitialGrid = { groups: readonly string[]; member: { name: string; userId?: string } }

/**
 * Lays out the grids of a village that has none yet, with their groups and members, when an organisation is set up.
 * @returns how many were laid out
 */
export async function layOutInitially(
  tx: Tx, village: string, grids: readonly InitialGrid[], { from, newId }: { from: CalendarDate; newId: () => string },
): Promise<number> {
  const bodyId = await lockVillageBody(tx, village)
  if (bodyId === undefined || (await listGridRows(tx, village)).length > 0) return 0
  await ensureVillageGroups(tx, grids.flatMap(({ groups }) => groups.map((name) => ({ village, name }))), from)
  for (const [index, { groups, member }] of grids.entries()) {
    const spelled = groups.flatMap((group) => groupName(group) ?? [])
    const grid = { id: newId(), division: village, name: `第${index + 1}网格`, groups: spelled, post_id: newId() }
    await insertGrid(tx, grid, bodyId)
    await insertHolder(tx, {
      id: newId(), post_id: grid.post_id, user_id: member.userId ?? null, name: member.name, duty: null, phone_sealed: null,
      term_from: from, term_to: null, version: 1,
    })
  }
  return grids.length
}
