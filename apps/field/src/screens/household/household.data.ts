import type { HouseholdDoc, PackState } from '@anye/pack/documents'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { indexRowOf } from '@anye/pack/today/index-row'
import { reasonsOf, type TodayReason } from '@anye/pack/today/today.rules'
import { readPackState } from '../check/check.data.ts'
import { checksByPerson } from '../today/today-rows.ts'
import { factsOf } from '../today/today.data.ts'

export type HouseholdView = { household: HouseholdDoc | null; checks: ReadonlyMap<string, OutboxEntry>; state: PackState | null; reasons: TodayReason[] }

/** A household with what was saved of it and the server may not have yet; null when the phone does not hold it. */
export async function readHousehold(storage: PackStorage, id: string): Promise<HouseholdView> {
  const [stored, entries, state] = await Promise.all([storage.readHousehold(id), storage.listEntries(), readPackState(storage)])
  const household = stored === undefined ? null : (stored.doc as HouseholdDoc)
  const checks = checksByPerson(entries)
  const reasons = household === null ? [] : reasonsOf(indexRowOf(household), factsOf(state, entries))
  return { household, checks, state, reasons }
}
