import { addDays } from '@anye/kernel/calendar-date'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { hasPendingVillages } from '../compute/compute-villages.store.ts'
import { listComputedVillages } from '../figures/computed-villages.query.ts'
import { getCutOff } from '../parameters/parameter.store.ts'
import { freezeBaseOf, isBaseDue } from './base.store.ts'
import { closeDayBooks } from './close-day.ts'
import { findDay, findDayBefore } from './ledger.store.ts'
import { reconstructDay } from './reconstruct-days.ts'

/** The base of a month is frozen on the 6th, after the checks of the 5th (DOMAIN section 6, calendar). */
const FREEZE_DAY = 6

/** Closes today after its cut-off, fills days on which nothing ran, and freezes the month's base when it is due. */
export async function closeDueDays(services: Services): Promise<void> {
  const { clock, database } = services
  const today = clock.today()
  await inScope(database.db, EVERYWHERE, async (tx) => {
    const previous = await findDayBefore(tx, today)
    const villages = await listComputedVillages(tx)
    if (villages.length === 0) return
    const next = previous === undefined ? today : addDays(previous.day, 1)
    for (let day = next; day < today; day = addDays(day, 1)) await reconstructDay(tx, day, villages, clock.now())
    // Busy right now: the next check, seconds later, finds the worker done.
    if (await hasPendingVillages(tx, today)) return
    // The first base is frozen by hand, when the rosters of all counties are in; from then on the calendar does it.
    if (Number(today.slice(8)) >= FREEZE_DAY && (await isBaseDue(tx, today))) await freezeBaseOf(tx, today, null)
    const due = timeOfDay(clock.now()) >= (await getCutOff(tx, today)) && (await findDay(tx, today)) === undefined
    if (due) await closeDayBooks(tx, today, clock.now(), null)
  })
}

/** `HH:MM` in Shanghai, which keeps UTC+8 all year. */
export function timeOfDay(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16)
}
