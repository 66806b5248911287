import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { villagesUnder } from '../../modules/organization/organization.api.ts'
import { recordEarlierChecks } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'

const DAYS = 21
const WEEKS = 12
// Half a year of checks carries every day of the trend and the clocks of households before it; the campaign has taught
// villages to miss fewer.
const MISSED = [0.16, 0.18, 0.21, 0.24, 0.27, 0.3]
const VILLAGES_AT_ONCE = 100

/** The checks that the rosters of earlier months would have brought; returns how many. */
export async function recordDemoChecks(services: Services, by: string): Promise<number> {
  const { database, clock } = services
  const villages = (await villagesUnder(database.db, ['5223'])).map(({ code }) => code)
  let written = 0
  for (let index = 0; index < villages.length; index += VILLAGES_AT_ONCE) {
    written += await inScope(database.db, EVERYWHERE, (tx) => recordEarlierChecks(
      tx, villages.slice(index, index + VILLAGES_AT_ONCE), MISSED, { by, at: clock.now() },
    ))
  }
  return written
}

/** Days with books before the first close, oldest first: weekly for a quarter, then daily up to yesterday. */
export function trendDays(asOf: CalendarDate): CalendarDate[] {
  const weekly = Array.from({ length: WEEKS }, (_, index) => addDays(asOf, -DAYS - 7 * (WEEKS - index)))
  const daily = Array.from({ length: DAYS }, (_, index) => addDays(asOf, -DAYS + index))
  return [...weekly, ...daily]
}
