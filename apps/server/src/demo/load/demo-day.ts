import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import { sql } from 'kysely'
import { shiftedClock, type Clock } from '../../platform/clock.ts'
import { findClockShift, saveClockShift } from '../../platform/clock-shift.store.ts'
import { firstRow, openDatabase } from '../../platform/db.ts'

/** A load that was cut off may be continued this many days later. */
export const DAYS_TO_CONTINUE = 7

/**
 * Lets an installation live on the demo's day. Evidence ages and clocks of households run, so a prefecture of 2020 makes
 * sense only where it is 2020: an empty installation is set to run as many days behind, and days pass there as they do
 * here. One that people use already keeps its time.
 * @throws Error with a sentence when the installation lives on another day
 */
export async function settleDemoDay(appUrl: string, clock: Clock, asOf: CalendarDate): Promise<void> {
  const { db, close } = openDatabase(appUrl, 1)
  try {
    const used = await firstRow(db, sql`select 1 from organization.user_account limit 1`)
    if (used === undefined) await saveClockShift(db, daysBetween(clock.today(), asOf))
    const today = shiftedClock(clock, await findClockShift(db)).today()
    const age = daysBetween(asOf, today)
    if (age < 0 || age > DAYS_TO_CONTINUE) throw new Error(`This installation lives on ${today}; a demo of ${asOf} needs one of its own: set ANYE_HOME to a new folder`)
  } finally {
    await close()
  }
}
