import { addMonths } from '@anye/kernel/calendar-date'
import type { PackState } from '@anye/pack/documents'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { readIndexRows, type IndexRow } from '@anye/pack/today/index-row'
import { progressOf, type TodayFacts } from '@anye/pack/today/today.rules'
import { today } from '../../app/clock.ts'
import { readPackState } from '../check/check.data.ts'
import { checkedHere, checksByPerson, rowsOf, type TodayRow } from './today-rows.ts'

/** S79: a month's checks are due by the 5th of the next. */
const DUE_DAY = '05'

export type TodayView = { rows: TodayRow[]; index: IndexRow[]; progress: ReturnType<typeof progressOf> }

/** The day and the due day by which the list is made; without a pull there is nothing to be late with. */
export function factsOf(state: PackState | null, checked: ReadonlySet<string>): TodayFacts {
  const day = today()
  const month = state?.month ?? day.slice(0, 7)
  return { today: day, dueOn: `${addMonths(`${month}-01`, 1).slice(0, 7)}-${DUE_DAY}`, checkedHere: checked }
}

/** All households of the pack as rows, in the order of the round; no document is opened. */
export async function readToday(storage: PackStorage): Promise<TodayView> {
  const [text, entries, state] = await Promise.all([storage.readIndex(), storage.listEntries(), readPackState(storage)])
  const index = readIndexRows(text)
  const checks = checksByPerson(entries)
  const checked = checkedHere(checks)
  return { index, rows: rowsOf(index, checks, factsOf(state, checked)), progress: progressOf(index, checked) }
}
