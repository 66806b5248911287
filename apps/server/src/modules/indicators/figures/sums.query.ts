import { sql, type RawBuilder } from 'kysely'
import type { CounterKey } from '@anye/contract/indicators/counters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'

export type Counters = Partial<Record<CounterKey, number>>

/** Where numbers come from: the live counters, or the books of a day; only a closed one froze the states behind them. */
export type Source = { live: true } | { live: false; day: CalendarDate; frozen: boolean }

function countersOf(source: Source): RawBuilder<unknown> {
  return source.live
    ? sql`(select division, key, value from indicators.village_counter)`
    : sql`(select division, key, closing as value from indicators.ledger where day = ${source.day})`
}

/** All counters of a place, summed over its villages. */
export async function sumCounters(tx: Tx, place: Place, source: Source): Promise<Counters> {
  const sums = await rows(tx, sql<{ key: CounterKey; value: number }>`
    select c.key, sum(c.value)::int as value from ${countersOf(source)} c
    join organization.pub_village v on v.code = c.division
    where ${villagesOf(place)} group by c.key`)
  return Object.fromEntries(sums.map((row) => [row.key, row.value]))
}

export type ChildCounters = { code: string; name: string; counters: Counters }

/** All counters of every child of a place, children without a fact included. */
export async function sumChildCounters(tx: Tx, place: Place, source: Source): Promise<ChildCounters[]> {
  if (place.children === undefined) return []
  const code = sql.ref(`v.${place.children.column}`)
  const name = sql.ref(`v.${place.children.nameColumn}`)
  return rows(tx, sql<ChildCounters>`
    select code, name, coalesce(jsonb_object_agg(key, value) filter (where key is not null), '{}') as counters
    from (
      select ${code} as code, ${name} as name, c.key, sum(c.value)::int as value
      from organization.pub_village v left join ${countersOf(source)} c on c.division = v.code
      where ${villagesOf(place)} group by 1, 2, 3
    ) sums group by code, name order by code`)
}

export type SeriesRow = { code: string; day: CalendarDate; counters: Counters }

/** Some counters of a place (or of each of its children) on every day of a span that has books, in one pass over them. */
export async function sumSeries(
  tx: Tx, place: Place, keys: readonly CounterKey[], span: { from: CalendarDate; to: CalendarDate }, by: 'place' | 'children',
): Promise<SeriesRow[]> {
  const child = by === 'children' && place.children !== undefined ? sql.ref(`v.${place.children.column}`) : sql.lit(place.ref.code)
  return rows(tx, sql<SeriesRow>`
    select code, day, jsonb_object_agg(key, value) as counters
    from (
      select ${child} as code, l.day, l.key, sum(l.closing)::int as value
      from indicators.ledger l join organization.pub_village v on v.code = l.division
      where l.day between ${span.from} and ${span.to} and l.key = any (${[...new Set(keys)]}::text[]) and ${villagesOf(place)}
      group by 1, 2, 3
    ) sums group by code, day order by code, day`)
}
