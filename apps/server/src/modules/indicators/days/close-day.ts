import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { countersAsOf, hasPendingVillages } from '../compute/compute-villages.store.ts'
import { holdWorkerLock } from '../compute/worker-lock.store.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import {
  digestLedger, findDay, findDayBefore, freezeStates, insertDay, insertLedgerFromLive, listVillagesWithFactsAfter,
} from './ledger.store.ts'

/**
 * Closes the books of a day from the live counters, which the caller has brought up to date. What is recorded
 * afterwards about this day enters the next day as a correction; a closed day never changes.
 * @returns the digest of the day's books
 */
export async function closeDayBooks(tx: Tx, day: CalendarDate, at: number, by: string | null): Promise<string> {
  // Counters and states are read one after the other: a worker's turn between them would freeze a list that is not its figure.
  await holdWorkerLock(tx)
  if ((await findDay(tx, day)) !== undefined) throw new Refusal('already_done', { day })
  // Figures that are still being computed would close yesterday's truth; the worker needs seconds.
  if (await hasPendingVillages(tx, day)) throw new Refusal('busy')
  const previous = await findDayBefore(tx, day)
  const touched = previous === undefined ? [] : await listVillagesWithFactsAfter(tx, previous.closed_at)
  const recomputed = previous === undefined || touched.length === 0 ? [] : await countersAsOf(tx, {
    villages: touched, day: previous.day, parameters: (await getParametersOn(tx, previous.day)).parameters,
  })
  await insertLedgerFromLive(tx, day, previous?.day, touched, recomputed)
  await freezeStates(tx, day)
  const head = await digestLedger(tx, day)
  await insertDay(tx, { day, state: 'closed', at, by, head })
  return head
}
