import { addMonths } from '@anye/kernel/calendar-date'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { getPlansOn, saveSettings } from '../../modules/indicators/indicators.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { PrefectureOptions } from '../model.ts'
import type { Era } from '../profile.ts'

// What the campaign starts from and is to reach, in percent. Two thirds of the way the lines run near the middle of the
// units, so that some are on plan, some behind, and one far behind.
const LINES: Record<Era, Partial<Record<IndicatorKey, readonly [number, number]>>> = {
  today: { A: [88, 96], B: [91, 98.5], coverage: [87, 94.5], employment: [71, 84] },
  '2020': { A: [25, 58], B: [83, 98], coverage: [78, 97], employment: [54, 90] },
}

/** Sets the prefecture's plan lines: a campaign of half a year, two thirds of it gone. */
export async function setDemoPlans(services: Services, { asOf, era }: PrefectureOptions, by: string): Promise<void> {
  const { database, clock } = services
  const from = addMonths(asOf, -4)
  const plans: Record<string, PlanLine> = {}
  for (const [key, [fromPercent, toPercent]] of Object.entries(LINES[era])) {
    plans[key] = { from, fromPercent, to: addMonths(asOf, 2), toPercent }
  }
  await inScope(database.db, EVERYWHERE, async (tx) => {
    if (Object.keys(await getPlansOn(tx, asOf)).length > 0) return
    await saveSettings(tx, { validFrom: from, document: '就业全覆盖攻坚行动方案（演示）', by, at: clock.now(), plans })
  })
}
