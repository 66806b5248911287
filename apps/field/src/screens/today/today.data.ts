import type { HouseholdDoc } from '@anye/pack/documents'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { checksByPerson, inOrder, rowOf, type TodayRow } from './today-rows.ts'

/** All households of the pack as rows of today's list, in order. */
export async function readToday(storage: PackStorage): Promise<TodayRow[]> {
  const [ids, entries] = await Promise.all([storage.listHouseholds(), storage.listEntries()])
  const checks = checksByPerson(entries)
  const households = await storage.readHouseholds(ids.map(({ id }) => id))
  // The pack holds what the server sent as HouseholdDoc.
  return inOrder(households.map(({ doc }) => rowOf(doc as HouseholdDoc, checks)))
}
