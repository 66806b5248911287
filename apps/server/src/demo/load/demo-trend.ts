import { addDays, addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { listComputedVillages, reconstructDay } from '../../modules/indicators/indicators.api.ts'
import { recordEarlierChecks, type CheckRound } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'

const DAYS = 21
const WEEKS = 12
// Checks of half a year carry every day of the trend and of the zero clock before it.
const ROUNDS = 6
const MISSED = 0.06
const VILLAGES_AT_ONCE = 200

/** The checks that earlier rosters would have brought, month by month. */
export async function recordDemoChecks(services: Services, asOf: CalendarDate, villages: readonly string[], by: string): Promise<number> {
  const { database, clock } = services
  let written = 0
  for (let index = 0; index < villages.length; index += VILLAGES_AT_ONCE) {
    written += await inScope(database.db, EVERYWHERE, (tx) => recordEarlierChecks(
      tx, villages.slice(index, index + VILLAGES_AT_ONCE), roundsBefore(asOf), MISSED, { by, at: clock.now() },
    ))
  }
  return written
}

/** Card checks are made up to the 5th of each month (DOMAIN section 7). */
function roundsBefore(asOf: CalendarDate): CheckRound[] {
  return Array.from({ length: ROUNDS }, (_, index) => {
    const to = `${addMonths(asOf, -index).slice(0, 7)}-05`
    return { from: addDays(to, -9), to }
  }).filter(({ to }) => to < asOf)
}

/** Books of the days before the first close: daily for three weeks, weekly for the quarter before. */
export async function reconstructTrend(services: Services, asOf: CalendarDate, onDay: (day: CalendarDate, left: number) => void): Promise<void> {
  const { database, clock } = services
  const villages = await inScope(database.db, EVERYWHERE, listComputedVillages)
  const days = trendDays(asOf)
  for (const [index, day] of days.entries()) {
    await inScope(database.db, EVERYWHERE, (tx) => reconstructDay(tx, day, villages, clock.now()))
    onDay(day, days.length - index - 1)
  }
}

/** Days of the trend, oldest first; the as-of day itself is left open. */
export function trendDays(asOf: CalendarDate): CalendarDate[] {
  const weekly = Array.from({ length: WEEKS }, (_, index) => addDays(asOf, -DAYS - 7 * (WEEKS - index)))
  const daily = Array.from({ length: DAYS }, (_, index) => addDays(asOf, -DAYS + index))
  return [...weekly, ...daily]
}
