import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { insertCadres, insertPartyGroups, insertWeakGroup, type NewCadre } from './weak-group.store.ts'

/** A group to be listed, with what the indicators counted in it on that day. */
export type WeakGroupToList = {
  village: string; groupName: string; criteria: readonly string[]; note?: string | undefined; listedOn: CalendarDate; by: string | null
  base: { labourers: number; unemployed: number }
  partyGroups: readonly { name: string; leaderName?: string | undefined }[]
  cadres?: readonly Omit<NewCadre, 'id' | 'weakGroupId' | 'division'>[]
}

/** Lists a weak group with its Party groups (S72, S73); undefined when the group is listed already. */
export async function recordWeakGroup(tx: Tx, group: WeakGroupToList, newId: () => string): Promise<string | undefined> {
  const { village: division, groupName, criteria, listedOn, by, base } = group
  const id = newId()
  const isNew = await insertWeakGroup(tx, {
    id, division, groupName, criteria, note: group.note || null, listedOn, by, baseLabourers: base.labourers, baseUnemployed: base.unemployed,
  })
  if (!isNew) return undefined
  await insertPartyGroups(tx, group.partyGroups.map(({ name, leaderName = null }) => ({
    id: newId(), weakGroupId: id, division, name, leaderName, from: listedOn,
  })))
  await insertCadres(tx, (group.cadres ?? []).map((cadre) => ({ ...cadre, id: newId(), weakGroupId: id, division })))
  return id
}
