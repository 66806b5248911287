import { INDICATORS, type IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { ChildRow, IndicatorValue, SeriesPoint, Tree } from '@anye/contract/indicators/endpoints'
import type { PlanLine } from '@anye/contract/indicators/parameters'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { getParametersOn, getPlansOn } from '../parameters/parameter.store.ts'
import { getFreshness } from './freshness.query.ts'
import { countersOf, indicatorValue, rankBy, valueOf } from './indicator-value.rules.ts'
import { getPlace, type Place } from '../../organization/organization.api.ts'
import { pickSource } from './source.query.ts'
import { sumChildCounters, sumCounters, sumSeries, type Counters, type SeriesRow, type Source } from './sums.query.ts'
import { countZero, listZero, type ZeroAsk } from './zero.query.ts'

const HEADLINE: readonly IndicatorKey[] = ['A', 'B', 'zero', 'clearRate', 'coverage', 'employment', 'toVerify']
const CHILD_COLUMNS: readonly IndicatorKey[] = ['A', 'B', 'coverage', 'employment']
const TREND_DAYS = 60
const FIRST_ZERO = 12

/** The overview of a place: headline figures with trend, children with rank, first zero-employment households (S26). */
export async function getOverview(ctx: Ctx, input: { place?: string | undefined; tree: Tree; day?: string | undefined }) {
  const { tx, today } = ctx
  const place = await getPlace(tx, input.place, input.tree)
  const { source, day, before } = await pickSource(tx, input.day, today)
  const plans = await getPlansOn(tx, day)
  const counters = await sumCounters(tx, place, source)
  const earlier = before === undefined ? undefined : await sumCounters(tx, place, { live: false, day: before, frozen: true })
  const { parameters } = await getParametersOn(tx, day)
  return {
    place: place.ref, path: place.path, counters,
    fresh: await getFreshness(tx, place, source, today),
    figures: await headline(tx, place, { counters, before: earlier, plans, day }),
    children: await children(tx, place, { source, before, plans, day }),
    zero: await zeroOf(ctx, { place, source, day, clearDays: parameters.zeroClearDays }, counters['hh.zero'] ?? 0),
  }
}

type Comparison = { counters: Counters; before: Counters | undefined; plans: Record<string, PlanLine>; day: CalendarDate }

async function headline(tx: Tx, place: Place, comparison: Comparison): Promise<(IndicatorValue & { trend: SeriesPoint[] })[]> {
  const span = { from: addDays(comparison.day, -TREND_DAYS), to: comparison.day }
  const points = await sumSeries(tx, place, HEADLINE.flatMap(countersOf), span, 'place')
  return HEADLINE.map((key) => ({ ...indicatorValue(key, comparison), trend: trendOf(key, points) }))
}

function trendOf(key: IndicatorKey, points: readonly SeriesRow[]): SeriesPoint[] {
  return points.map(({ day, counters }) => ({ day, value: valueOf(INDICATORS[key], counters) }))
}

type Standing = { source: Source; before: CalendarDate | undefined; plans: Record<string, PlanLine>; day: CalendarDate }

async function children(tx: Tx, place: Place, { source, before, plans, day }: Standing): Promise<ChildRow[]> {
  const level = place.children?.level
  if (level === undefined) return []
  const rows = await sumChildCounters(tx, place, source)
  const earlier = before === undefined ? [] : await sumChildCounters(tx, place, { live: false, day: before, frozen: true })
  const earlierOf = new Map(earlier.map((row) => [row.code, row.counters]))
  const span = { from: addDays(day, -TREND_DAYS), to: day }
  const series = Map.groupBy(await sumSeries(tx, place, countersOf('A'), span, 'children'), (row) => row.code)
  const headOf = (counters: Counters, on: CalendarDate) => indicatorValue('A', { counters, plans, day: on })
  const ranks = rankBy(rows, (row) => headOf(row.counters, day))
  const ranksBefore = rankBy(earlier, (row) => headOf(row.counters, before ?? day))
  const rankBefore = new Map([...ranksBefore].map(([row, rank]) => [row.code, rank]))
  return rows.map((row) => {
    const rank = ranks.get(row) ?? null
    const was = rankBefore.get(row.code)
    return {
      place: { code: row.code, name: row.name, level },
      values: CHILD_COLUMNS.map((key) => indicatorValue(key, { counters: row.counters, before: earlierOf.get(row.code), plans, day })),
      zero: row.counters['hh.zero'] ?? 0,
      rank, rankChange: rank === null || was === undefined ? null : was - rank,
      trend: trendOf('A', series.get(row.code) ?? []),
    }
  })
}

/** The strip of first households; a reconstructed day froze no states, so it has the count alone. */
async function zeroOf(ctx: Ctx, ask: ZeroAsk, counted: number) {
  if (!ask.source.live && !ask.source.frozen) return { open: counted, overdue: null, first: [] }
  // Names stand in this list, so a viewer of aggregates only (F1) gets the count without the names.
  const mayList = ctx.actor.permissions.has('indicator.list')
  const first = mayList ? (await listZero(ctx, ask, { limit: FIRST_ZERO, cursor: undefined })).rows : []
  return { ...(await countZero(ctx.tx, ask)), first }
}
