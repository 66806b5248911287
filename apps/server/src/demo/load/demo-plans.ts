import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { getPlansOn, saveSettings } from '../../modules/indicators/indicators.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { PrefectureOptions } from '../model.ts'
import type { Era } from '../profile.ts'

// What the campaign starts from and is to reach, in percent. Two thirds of the way the lines run below the middle of the
// units, so that most are on plan, some behind, and one far behind (demo-spread.db.test.ts).
const LINES: Record<Era, Partial<Record<IndicatorKey, readonly [number, number]>>> = {
  today: { A: [86.5, 97.5], B: [91, 98.5], coverage: [87, 94.5], employment: [71, 84] },
  '2020': { A: [25, 58], B: [83, 98], coverage: [78, 97], employment: [54, 90] },
}

/** The plan lines of a demo: a campaign of half a year, two thirds of it gone. */
export function demoPlans({ asOf, era }: Pick<PrefectureOptions, 'asOf' | 'era'>): Record<string, PlanLine> {
  const lines = Object.entries(LINES[era]).map(([key, [fromPercent, toPercent]]): [string, PlanLine] =>
    [key, { from: campaignStart(asOf), fromPercent, to: addMonths(asOf, 2), toPercent }])
  return Object.fromEntries(lines)
}

function campaignStart(asOf: CalendarDate): CalendarDate {
  return addMonths(asOf, -4)
}

/** Sets the prefecture's plan lines unless somebody has. */
export async function setDemoPlans(services: Services, { asOf, era }: PrefectureOptions, by: string): Promise<void> {
  const { database, clock } = services
  const plans = demoPlans({ asOf, era })
  await inScope(database.db, EVERYWHERE, async (tx) => {
    if (Object.keys(await getPlansOn(tx, asOf)).length > 0) return
    await saveSettings(tx, { validFrom: campaignStart(asOf), document: '就业全覆盖攻坚行动方案（演示）', by, at: clock.now(), plans })
  })
}
