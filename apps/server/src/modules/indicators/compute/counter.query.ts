import { sql, type RawBuilder } from 'kysely'
import { COUNTERS, COUNTER_KEYS, type Counter, type CounterKey } from '@anye/contract/indicators/counters'

/** Columns `c_0`, `c_1` … of the counters over households or persons, in the order of the catalogue. */
function countersOver(over: Counter['over']): { key: CounterKey; column: string; where: string }[] {
  return COUNTER_KEYS
    .map((key, index) => ({ key, column: `c_${index}`, ...COUNTERS[key] }))
    .filter((counter) => counter.over === over)
}

/**
 * `(division, key, value)` of every non-zero counter over two relations of household and person states. One pass over
 * each relation, whatever the number of counters; the filters are the catalogue's own constants.
 */
export function countersFrom(households: RawBuilder<unknown>, persons: RawBuilder<unknown>): RawBuilder<CounterRow> {
  return sql<CounterRow>`${pass('household', households)} union all ${pass('person', persons)}`
}

export type CounterRow = { division: string; key: CounterKey; value: number }

function pass(over: Counter['over'], relation: RawBuilder<unknown>): RawBuilder<unknown> {
  const counters = countersOver(over)
  const counts = sql.join(counters.map(({ where, column }) => sql`count(*) filter (where ${sql.raw(where)})::int as ${sql.ref(column)}`))
  const pairs = sql.join(counters.map(({ key, column }) => sql`(${sql.lit(key)}, ${sql.ref(column)})`))
  return sql`select t.division, v.key, v.value from (
      select division, ${counts} from ${relation} s group by division) t
    cross join lateral (values ${pairs}) as v(key, value) where v.value <> 0`
}

/** The filter of one counter, for the list behind a figure. */
export function whereOf(key: CounterKey): RawBuilder<boolean> {
  return sql<boolean>`(${sql.raw(COUNTERS[key].where)})`
}
