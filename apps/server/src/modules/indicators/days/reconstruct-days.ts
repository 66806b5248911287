import type { CalendarDate } from '@anye/kernel/calendar-date'
import { inScope, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import type { CounterRow } from '../compute/counter.query.ts'
import { countersAsOf } from '../compute/compute-villages.store.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import { listComputedVillages } from '../figures/computed-villages.query.ts'
import { findDay, findDayBefore, insertDay, insertLedgerFromCounters } from './ledger.store.ts'

/**
 * Computes the books of a day that was never closed, from the facts as known now: the trend before the first close, and
 * days on which the server did not run. Says so in the day's state; such a day cannot be signed.
 */
export async function reconstructDay(tx: Tx, day: CalendarDate, villages: readonly string[], at: number): Promise<void> {
  if ((await findDay(tx, day)) === undefined) await writeBooks(tx, { day, villages, at }, await countersOn(tx, day, villages))
}

// One is computed while the books of the other are written.
const DAYS_AT_ONCE = 2

/**
 * Reconstructs the books of days before the first close, oldest first; days that have books are left alone. Counters of
 * one day need no other day, so several are computed at once; only the books follow each other.
 */
export async function reconstructDays(
  { database, clock }: Services, days: readonly CalendarDate[], onDay?: (day: CalendarDate) => void,
): Promise<void> {
  const villages = await inScope(database.db, EVERYWHERE, listComputedVillages)
  const compute = (day: CalendarDate | undefined) => {
    if (day === undefined) return undefined
    const counting = inScope(database.db, EVERYWHERE, async (tx) =>
      (await findDay(tx, day)) === undefined ? countersOn(tx, day, villages) : undefined, { readOnly: true })
    // A failure is thrown when its turn comes; until then it must not end the process as one that nobody handles.
    counting.catch(() => undefined)
    return counting
  }
  const ahead = days.slice(0, DAYS_AT_ONCE).map(compute)
  for (const [index, day] of days.entries()) {
    const counters = await ahead.shift()
    ahead.push(compute(days[index + DAYS_AT_ONCE]))
    if (counters !== undefined) {
      await inScope(database.db, EVERYWHERE, (tx) => writeBooks(tx, { day, villages, at: clock.now() }, counters))
    }
    onDay?.(day)
  }
}

async function countersOn(tx: Tx, day: CalendarDate, villages: readonly string[]): Promise<CounterRow[]> {
  const { parameters } = await getParametersOn(tx, day)
  return countersAsOf(tx, { villages, day, parameters })
}

async function writeBooks(
  tx: Tx, { day, villages, at }: { day: CalendarDate; villages: readonly string[]; at: number }, counters: readonly CounterRow[],
): Promise<void> {
  const previous = await findDayBefore(tx, day)
  if (!(await insertDay(tx, { day, state: 'reconstructed', at, by: null, head: null }))) return
  await insertLedgerFromCounters(tx, { day, previous: previous?.day, villages }, counters)
}
