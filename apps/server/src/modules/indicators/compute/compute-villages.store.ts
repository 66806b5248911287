import { sql, type RawBuilder } from 'kysely'
import type { IndicatorParameters } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { countersFrom, type CounterRow } from './counter.query.ts'

type Computation = { villages: readonly string[]; day: CalendarDate; parameters: IndicatorParameters }

/** Recomputes states and counters of some villages from facts, as of a day, and replaces what was there. */
export async function computeVillages(tx: Tx, { villages, day, parameters }: Computation, at: number): Promise<void> {
  await sql`delete from indicators.person_state where division = any (${villages}::text[])`.execute(tx)
  await sql`delete from indicators.household_state where division = any (${villages}::text[])`.execute(tx)
  await sql`delete from indicators.village_counter where division = any (${villages}::text[])`.execute(tx)
  await sql`
    with computed as materialized (select * from ${statesOf(villages, day, parameters)} s),
    persons as (insert into indicators.person_state select p.* from computed c cross join unnest(c.persons) p)
    insert into indicators.household_state select (household).* from computed`.execute(tx)
  const mine = sql`division = any (${villages}::text[])`
  await sql`insert into indicators.village_counter (division, key, value) ${countersFrom(
    sql`(select * from indicators.household_state where ${mine})`,
    sql`(select * from indicators.person_state where ${mine})`,
  )}`.execute(tx)
  await sql`insert into indicators.village_computed (division, as_of, computed_at, facts_at)
    select v, ${day}, ${new Date(at)}, ${new Date(at)} from unnest(${villages}::text[]) v
    on conflict (division) do update set as_of = excluded.as_of, computed_at = excluded.computed_at`.execute(tx)
}

/** Counters of some villages as of any day, from facts alone, without keeping anything. */
export async function countersAsOf(tx: Tx, { villages, day, parameters }: Computation): Promise<CounterRow[]> {
  const counted: CounterRow[][] = []
  for (const batch of await batchesOf(tx, villages)) {
    counted.push(await rows(tx, sql<CounterRow>`
      with computed as materialized (select * from ${statesOf(batch, day, parameters)} s)
      ${countersFrom(sql`(select (household).* from computed)`, sql`(select p.* from computed c cross join unnest(c.persons) p)`)}`))
  }
  return counted.flat()
}

// A prefecture of 3.5 million persons in one statement would be sorted on disk, a village a statement would be planned a thousand times.
const HOUSEHOLDS_AT_ONCE = 60_000

async function batchesOf(tx: Tx, villages: readonly string[]): Promise<string[][]> {
  const sizes = await rows(tx, sql<{ division: string; value: number }>`
    select division, value from indicators.village_counter where key = 'hh.all' and division = any (${villages}::text[])`)
  const sizeOf = new Map(sizes.map(({ division, value }) => [division, value]))
  const batches: string[][] = []
  let room = 0
  for (const village of villages) {
    const size = sizeOf.get(village) ?? 0
    if (batches.length === 0 || size > room) {
      batches.push([])
      room = HOUSEHOLDS_AT_ONCE
    }
    batches.at(-1)?.push(village)
    room -= size
  }
  return batches
}

// Household and its labourers together: `(household, persons)`.
function statesOf(villages: readonly string[], day: CalendarDate, parameters: IndicatorParameters): RawBuilder<unknown> {
  return sql`indicators.states(${day}, ${villages}::text[], ${JSON.stringify(parameters)}::jsonb)`
}

/**
 * Remembers when the facts of these villages were taken in: what a correction is found by. Days are closed by the same
 * clock, once nothing is left to take, so facts taken later are facts of later.
 */
export async function keepFactsAt(tx: Tx, villages: readonly string[], at: number): Promise<void> {
  await sql`insert into indicators.village_computed (division, as_of, computed_at, facts_at)
    select v, 'epoch', 'epoch', ${new Date(at)}::timestamptz from unnest(${villages}::text[]) v
    on conflict (division) do update set facts_at = greatest(indicators.village_computed.facts_at, excluded.facts_at)`.execute(tx)
}

/** Villages last computed for an earlier day: evidence aged over night, so all of them are due in the morning. */
export async function listVillagesBefore(tx: Tx, day: CalendarDate, most: number): Promise<string[]> {
  const due = await rows(tx, sql<{ division: string }>`
    select division from indicators.village_computed where as_of < ${day} order by as_of, division limit ${most}`)
  return due.map((row) => row.division)
}

/** True while the worker has villages to compute for this day. */
export async function hasPendingVillages(tx: Tx, day: CalendarDate): Promise<boolean> {
  const [found] = await rows(tx, sql<{ pending: boolean }>`
    select exists (select 1 from registry.pub_village_touch) or exists (select 1 from indicators.village_computed where as_of < ${day}) as pending`)
  return found?.pending === true
}

/** Makes every village due again: the definitions changed, so facts that did not change mean something else. */
export async function makeAllDue(tx: Tx): Promise<void> {
  await sql`update indicators.village_computed set as_of = 'epoch'`.execute(tx)
}
