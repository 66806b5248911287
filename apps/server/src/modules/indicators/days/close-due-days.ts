import { addDays } from '@anye/kernel/calendar-date'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { hasPendingVillages } from '../compute/compute-villages.store.ts'
import { listComputedVillages } from '../figures/place.query.ts'
import { getCutOff } from '../parameters/parameter.store.ts'
import { closeDayBooks } from './close-day.ts'
import { findDay, findDayBefore } from './ledger.store.ts'
import { reconstructDay } from './reconstruct-days.ts'

/** Closes today after its cut-off, and fills days on which nothing ran; does nothing before the first close. */
export async function closeDueDays(services: Services): Promise<void> {
  const { clock, database } = services
  const today = clock.today()
  await inScope(database.db, EVERYWHERE, async (tx) => {
    const previous = await findDayBefore(tx, today)
    if (previous === undefined) return
    const villages = await listComputedVillages(tx)
    for (let day = addDays(previous.day, 1); day < today; day = addDays(day, 1)) await reconstructDay(tx, day, villages, clock.now())
    const due = timeOfDay(clock.now()) >= (await getCutOff(tx, today)) && (await findDay(tx, today)) === undefined
    // Busy right now: the next check, seconds later, finds the worker done.
    if (due && !(await hasPendingVillages(tx, today))) await closeDayBooks(tx, today, clock.now(), null)
  })
}

/** `HH:MM` in Shanghai, which keeps UTC+8 all year. */
export function timeOfDay(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16)
}
