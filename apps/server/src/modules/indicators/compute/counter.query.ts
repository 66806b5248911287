import { sql, type RawBuilder } from 'kysely'
import { COUNTERS, COUNTER_KEYS, statesBehind, type CounterKey, type StateKind } from '@anye/contract/indicators/counters'

/** Columns `c_0`, `c_1` … of the counters over one kind of states, in the order of the catalogue. */
function countersOver(kind: StateKind): { key: CounterKey; column: string; where: string }[] {
  return COUNTER_KEYS
    .map((key, index) => ({ key, column: `c_${index}`, ...COUNTERS[key] }))
    .filter((counter) => statesBehind(counter) === kind)
}

/**
 * `(division, key, value)` of every non-zero counter over the relations of states. One pass over each relation, whatever
 * the number of counters; the filters are the catalogue's own constants.
 */
export function countersFrom(states: Record<StateKind, RawBuilder<unknown>>): RawBuilder<CounterRow> {
  return sql<CounterRow>`${pass('household', states.household)} union all ${pass('person', states.person)} union all ${pass('clock', states.clock)}`
}

export type CounterRow = { division: string; key: CounterKey; value: number }

function pass(kind: StateKind, relation: RawBuilder<unknown>): RawBuilder<unknown> {
  const counters = countersOver(kind)
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
