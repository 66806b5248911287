import { groupName } from '@anye/codes/data/divisions-group'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { nextGroupCode } from './division-edit.rules.ts'
import { insertDivisions, listGroupsOf, type DivisionRow } from './division.store.ts'
import { rowOfDivision } from './load-divisions.ts'

/**
 * Makes sure that the village groups a roster names exist (no public list has them), under one spelling and with
 * codes of their own. Idempotent.
 * @param from first day of the groups that are new
 * @returns how many were new
 */
export async function ensureVillageGroups(
  tx: Tx | Database, groups: readonly { village: string; name: string }[], from: CalendarDate,
): Promise<number> {
  const villages = new Map<string, Set<string>>()
  for (const { village, name } of groups) {
    const spelled = groupName(name)
    if (spelled !== null) villages.set(village, (villages.get(village) ?? new Set()).add(spelled))
  }
  const known = await listGroupsOf(tx, [...villages.keys()])
  const fresh: DivisionRow[] = []
  for (const [village, names] of villages) {
    const present = known.filter((group) => group.parent_code === village)
    const taken = new Set(present.map(({ code }) => code))
    for (const name of [...names].sort()) {
      const code = present.some((group) => group.name === name) ? undefined : nextGroupCode(village, name, taken)
      if (code === undefined) continue
      taken.add(code)
      const group = { code, name, level: 6 as const, parent: village, validFrom: from, validTo: null, successor: null }
      fresh.push(rowOfDivision(group))
    }
  }
  return insertDivisions(tx, fresh)
}
