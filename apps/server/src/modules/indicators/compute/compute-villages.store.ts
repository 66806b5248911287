import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { countersFrom, type CounterRow } from './counter.query.ts'
import { clocksOf, statesOf, type Computation } from './states.query.ts'

/** Recomputes states and counters of some villages from facts, as of a day, and replaces what was there. */
export async function computeVillages(tx: Tx, computation: Computation, at: number): Promise<void> {
  const { villages, day } = computation
  await sql`delete from indicators.person_state where division = any (${villages}::text[])`.execute(tx)
  await sql`delete from indicators.household_state where division = any (${villages}::text[])`.execute(tx)
  await sql`delete from indicators.clock_state where division = any (${villages}::text[])`.execute(tx)
  await sql`delete from indicators.village_counter where division = any (${villages}::text[])`.execute(tx)
  await sql`
    with computed as materialized (select * from ${statesOf(computation)} s),
    persons as (insert into indicators.person_state select p.* from computed c cross join unnest(c.persons) p),
    clocks as (insert into indicators.clock_state select * from ${clocksOf(computation, sql`computed`)} k)
    insert into indicators.household_state select (household).* from computed`.execute(tx)
  const mine = sql`division = any (${villages}::text[])`
  await sql`insert into indicators.village_counter (division, key, value) ${countersFrom({
    household: sql`(select * from indicators.household_state where ${mine})`,
    person: sql`(select * from indicators.person_state where ${mine})`,
    clock: sql`(select * from indicators.clock_state where ${mine})`,
  })}`.execute(tx)
  await sql`insert into indicators.village_computed (division, as_of, computed_at, facts_at)
    select v, ${day}, ${new Date(at)}, ${new Date(at)} from unnest(${villages}::text[]) v
    on conflict (division) do update set as_of = excluded.as_of, computed_at = excluded.computed_at`.execute(tx)
}

/** Counters of some villages as of any day, from facts alone, without keeping anything. */
export async function countersAsOf(tx: Tx, computation: Computation): Promise<CounterRow[]> {
  const counted: CounterRow[][] = []
  for (const villages of await batchesOf(tx, computation.villages)) {
    const batch = { ...computation, villages }
    counted.push(await rows(tx, sql<CounterRow>`
      with computed as materialized (select * from ${statesOf(batch)} s)
      ${countersFrom({
        household: sql`(select (household).* from computed)`,
        person: sql`(select p.* from computed c cross join unnest(c.persons) p)`,
        clock: clocksOf(batch, sql`computed`),
      })}`))
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
