import type { CalendarDate } from '@anye/kernel/calendar-date'
import { addMonths } from '@anye/kernel/calendar-date'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { getPlansOn, saveSettings } from '../../modules/indicators/indicators.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'

// Where the campaign starts and what it is to reach, in percent: on the as-of day the line runs near the middle of the
// units, so that some are on plan, some behind and one far behind.
const LINES: Partial<Record<IndicatorKey, readonly [number, number]>> = {
  A: [60, 85], B: [85, 98], coverage: [80, 98], employment: [70, 95],
}

/** Sets the prefecture's plan lines: a campaign of half a year, two thirds of it gone. */
export async function setDemoPlans(services: Services, asOf: CalendarDate, by: string): Promise<void> {
  const { database, clock } = services
  const from = addMonths(asOf, -4)
  const plans: Record<string, PlanLine> = {}
  for (const [key, [fromPercent, toPercent]] of Object.entries(LINES)) {
    plans[key] = { from, fromPercent, to: addMonths(asOf, 2), toPercent }
  }
  await inScope(database.db, EVERYWHERE, async (tx) => {
    if (Object.keys(await getPlansOn(tx, asOf)).length > 0) return
    await saveSettings(tx, { validFrom: from, document: '就业全覆盖攻坚行动方案（演示）', by, at: clock.now(), plans })
  })
}
