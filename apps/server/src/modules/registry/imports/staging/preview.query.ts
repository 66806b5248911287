import { sql } from 'kysely'
import { rows, type Tx } from '../../../../platform/db.ts'
import { changedFields } from './staged-difference.query.ts'

export type ChangeCounts = Record<'new' | 'changed' | 'same', number>

const WRITTEN = sql`('new', 'changed', 'same')`

/** How many staged households and persons the commit would write anew, change or find as they are. */
export async function countChanges(tx: Tx, importId: string): Promise<{ households: ChangeCounts; persons: ChangeCounts }> {
  const counted = await rows(tx, sql<{ over: 'households' | 'persons'; change: keyof ChangeCounts; count: number }>`
    select 'households' as over, s.change, count(*)::int as count from registry.import_household s
      where s.import_id = ${importId} and s.n in (
        select household_n from registry.import_person where import_id = ${importId} and change in ${WRITTEN}) group by s.change
    union all
    select 'persons', change, count(*)::int from registry.import_person where import_id = ${importId} and change in ${WRITTEN} group by change`)
  const of = (over: string, change: string) => counted.find((row) => row.over === over && row.change === change)?.count ?? 0
  const all = (over: string) => ({ new: of(over, 'new'), changed: of(over, 'changed'), same: of(over, 'same') })
  return { households: all('households'), persons: all('persons') }
}

// The jobs of a file with the episode each is known as: begun on the same day, or by the same employer and still open.
// A past job is known by its first day alone; that of a person nobody knows is not written, nor is one the roster has too.
const jobsOf = (importId: string) => sql`(
  select s.n, s.row, s.name, e.id, e as known, s.given, s.past
  from (
    select n, row, name, matched_id as person_id, job -> 'columns' as given, false as past from registry.import_person
      where import_id = ${importId} and change in ${WRITTEN} and (job ->> 'working')::boolean
    union all
    select h.n, h.row, p.name, p.id, h.job -> 'columns', true from registry.import_history h
      left join registry.person p on p.id_no_lookup = h.id_lookup and p.division = h.division and p.status <> 'merged'
      where h.import_id = ${importId}
        and (p.id is not null or exists (select 1 from registry.import_person m
          where m.import_id = h.import_id and m.division = h.division and m.id_lookup = h.id_lookup and m.change in ${WRITTEN}))
        and not exists (select 1 from registry.import_person m
          where m.import_id = h.import_id and m.division = h.division and m.id_lookup = h.id_lookup and m.change in ${WRITTEN}
            and (m.job ->> 'working')::boolean and m.job -> 'columns' ->> 'start_on' = h.job -> 'columns' ->> 'start_on')) s
  left join lateral (
    select k.* from registry.episode k where k.person_id = s.person_id and not k.voided
      and (k.start_on = (s.given ->> 'start_on')::date or (not s.past and k.employer_raw = s.given ->> 'employer_raw' and k.end_on is null))
    order by k.start_on = (s.given ->> 'start_on')::date desc, k.id limit 1) e on true)`

// The start of a known job stays, what the sheet leaves blank, and the whole of a past job that is known.
const JOB_CHANGES = sql`(
  select k.key, to_jsonb(j.known) -> k.key as before, k.value as after from jsonb_each(j.given - array['start_on', 'start_precision']) k
  where not j.past and k.value <> 'null' and k.value is distinct from to_jsonb(j.known) -> k.key)`

/** How many jobs the commit would add, change or find as they are; past jobs count as new unless known by their first day. */
export async function countJobs(tx: Tx, importId: string): Promise<ChangeCounts> {
  const counted = await rows(tx, sql<{ change: keyof ChangeCounts; count: number }>`
    select case when j.id is null then 'new' when exists (select 1 from ${JOB_CHANGES} c) then 'changed' else 'same' end as change,
      count(*)::int as count
    from ${jobsOf(importId)} j group by 1`)
  const of = (change: string) => counted.find((row) => row.change === change)?.count ?? 0
  return { new: of('new'), changed: of('changed'), same: of('same') }
}

export type FieldChange = { row: number; name: string; field: string; before: string | null; after: string | null }

/** The first changed fields of records already known, for the preview: persons, their households, their jobs, in file order. */
export async function listFieldChanges(tx: Tx, importId: string, most: number): Promise<FieldChange[]> {
  return rows(tx, sql<FieldChange>`
    select row, name, key as field, before #>> '{}' as before, after #>> '{}' as after from (
      (select s.n, 1 as sort, s.row, s.name, d.* from registry.import_person s join registry.person p on p.id = s.matched_id
        cross join lateral ${changedFields(sql`s.payload`, 'p')} d
        where s.import_id = ${importId} and s.change = 'changed' order by s.n limit ${most})
      union all
      (select m.n, 0, m.row, coalesce(h.head_name, m.name), d.* from registry.import_household s join registry.household h on h.id = s.matched_id
        join lateral (select n, row, name from registry.import_person
          where import_id = s.import_id and division = s.division and household_n = s.n and change in ${WRITTEN} order by n limit 1) m on true
        cross join lateral ${changedFields(sql`s.payload`, 'h')} d
        where s.import_id = ${importId} and s.change = 'changed' order by s.n limit ${most})
      union all
      (select m.n, 2, m.row, m.name, 'household', to_jsonb(f.hh_no), to_jsonb(w.hh_no) from registry.import_person m
        join registry.person p on p.id = m.matched_id join registry.household f on f.id = p.household_id
        join registry.import_household w on w.import_id = m.import_id and w.n = m.household_n
        where m.import_id = ${importId} and m.change = 'changed' and p.household_id <> coalesce(w.matched_id, w.new_id) order by m.n limit ${most})
      union all
      (select j.n, 3, j.row, j.name, d.* from (select * from ${jobsOf(importId)} k where k.id is not null) j
        cross join lateral ${JOB_CHANGES} d order by j.n limit ${most})) x
    order by n, sort, key limit ${most}`)
}
