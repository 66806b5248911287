import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import { countersAsOf } from '../compute/compute-villages.store.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import { findDayBefore, insertDay, insertLedgerFromCounters } from './ledger.store.ts'

/**
 * Computes the books of a day that was never closed, from the facts as known now: the trend before the first close, and
 * days on which the server did not run. Says so in the day's state; such a day cannot be signed.
 */
export async function reconstructDay(tx: Tx, day: CalendarDate, villages: readonly string[], at: number): Promise<void> {
  const previous = await findDayBefore(tx, day)
  if (!(await insertDay(tx, { day, state: 'reconstructed', at, by: null, head: null }))) return
  const { parameters } = await getParametersOn(tx, day)
  await insertLedgerFromCounters(tx, { day, previous: previous?.day, villages }, await countersAsOf(tx, { villages, day, parameters }))
}
