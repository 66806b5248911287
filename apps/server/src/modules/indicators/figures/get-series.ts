import { INDICATORS, type IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { Tree } from '@anye/contract/indicators/endpoints'
import { addDays } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlansOn } from '../parameters/parameter.store.ts'
import { countersOf, planAt, valueOf } from './indicator-value.rules.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { sumSeries } from './sums.query.ts'

const DEFAULT_DAYS = 90

/** An indicator on every closed day of a span, with the plan line beside it. */
export async function getSeries(
  ctx: Ctx, input: { place?: string | undefined; tree: Tree; indicator: IndicatorKey; from?: string | undefined; to?: string | undefined },
) {
  const place = await getPlace(ctx.tx, input.place, input.tree)
  const to = input.to ?? ctx.today
  const span = { from: input.from ?? addDays(to, -DEFAULT_DAYS), to }
  const line = (await getPlansOn(ctx.tx, to))[input.indicator]
  const points = await sumSeries(ctx.tx, place, countersOf(input.indicator), span, 'place')
  return {
    place: place.ref,
    points: points.map(({ day, counters }) => ({
      day, value: valueOf(INDICATORS[input.indicator], counters), plan: line === undefined ? null : planAt(line, day),
    })),
  }
}
