import type { PackState } from '@anye/pack/documents'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { readIndexRows, type IndexRow } from '@anye/pack/today/index-row'
import { progressOf, type TodayFacts } from '@anye/pack/today/today.rules'
import { today } from '../../app/clock.ts'
import { readPackState } from '../check/check.data.ts'
import { callsHere, checkedHere, checksByPerson, rowsOf, type TodayRow } from './today-rows.ts'

export type TodayView = { rows: TodayRow[]; index: IndexRow[]; progress: ReturnType<typeof progressOf> }

/** The phone's day and the server's due day, by which the list is made. */
export function factsOf(state: PackState | null, entries: readonly OutboxEntry[]): TodayFacts {
  return { today: today(), dueOn: state?.dueOn ?? null, checkedHere: checkedHere(checksByPerson(entries)), callsHere: callsHere(entries) }
}

/** All households of the pack as rows, in the order of the round; no document is opened. */
export async function readToday(storage: PackStorage): Promise<TodayView> {
  const [text, entries, state] = await Promise.all([storage.readIndex(), storage.listEntries(), readPackState(storage)])
  const index = readIndexRows(text)
  const checks = checksByPerson(entries)
  const facts = factsOf(state, entries)
  return { index, rows: rowsOf(index, checks, facts), progress: progressOf(index, facts.checkedHere) }
}
