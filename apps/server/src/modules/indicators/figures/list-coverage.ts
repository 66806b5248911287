import { INDICATOR_KEYS } from '@anye/contract/indicators/catalogue'
import type { Tree } from '@anye/contract/indicators/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlansOn } from '../parameters/parameter.store.ts'
import { getFreshness } from './freshness.query.ts'
import { pickSource } from './source.query.ts'
import { indicatorValue } from './indicator-value.rules.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { sumChildCounters, sumCounters } from './sums.query.ts'

/** All counters and indicators of a place and of each of its children, for the coverage tables. */
export async function listCoverage(ctx: Ctx, input: { place?: string | undefined; tree: Tree; day?: string | undefined }) {
  const { tx } = ctx
  const place = await getPlace(tx, input.place, input.tree)
  const { source, day } = await pickSource(tx, input.day, ctx.today)
  const plans = await getPlansOn(tx, day)
  const level = place.children?.level ?? 'village'
  const rows = await sumChildCounters(tx, place, source)
  return {
    place: place.ref, path: place.path, fresh: await getFreshness(tx, place, source, ctx.today),
    total: await sumCounters(tx, place, source),
    rows: rows.map(({ code, name, counters }) => ({
      place: { code, name, level }, counters,
      values: INDICATOR_KEYS.map((key) => indicatorValue(key, { counters, plans, day })),
    })),
  }
}
