import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db.ts'
import type { ImportStamp } from './apply-village.store.ts'

const EPISODE_COLUMNS = [
  'start_on', 'start_precision', 'end_on', 'end_precision', 'employer_raw', 'employer_uscc', 'occupation', 'occupation_raw', 'industry', 'sector',
  'place_code', 'place_raw', 'area', 'track', 'gain_type', 'channel', 'organised', 'form', 'contract', 'contract_from', 'contract_to',
  'wage_min', 'wage_max', 'wage_basis', 'wage_monthly',
]

// Staged jobs of the village with the person they belong to and the episode that is the same job: same employer and
// still open, or begun on the same day.
const STAGED = (stamp: ImportStamp) => sql`(
  select s.job, s.division, s.n, p.id as person_id, p.household_id,
    (s.job ->> 'working')::boolean as working, (s.job ->> 'idle_on')::date as idle_on,
    jsonb_populate_record(null::registry.episode, s.job -> 'columns') as r,
    (select e.id from registry.episode e where e.person_id = p.id and not e.voided
      and (e.start_on = (s.job -> 'columns' ->> 'start_on')::date
        or (e.employer_raw = s.job -> 'columns' ->> 'employer_raw' and e.end_on is null))
      order by e.start_on = (s.job -> 'columns' ->> 'start_on')::date desc, e.id limit 1) as same_id
  from registry.import_person s
  join registry.person p on p.id = coalesce(s.matched_id, s.new_id)
  where s.import_id = ${stamp.importId} and s.division = ${stamp.division} and s.job is not null and s.change <> 'elsewhere' and p.status = 'active')`

/**
 * Writes the jobs of a village. The same job is updated, with a version; another job ends the open one the day before
 * it begins; a sheet that says a person does not work ends what an earlier sheet had open.
 */
export async function applyJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  await endReplacedJobs(tx, stamp)
  await updateSameJobs(tx, stamp)
  await insertNewJobs(tx, stamp)
  await insertEvidence(tx, stamp)
  await insertTrainings(tx, stamp)
  await insertHistory(tx, stamp)
}

async function endReplacedJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  const ended = sql`(
    select e.id, greatest(e.start_on, case when j.working then (j.r).start_on - 1 else j.idle_on end) as end_on
    from ${STAGED(stamp)} j join registry.episode e on e.person_id = j.person_id
    where e.end_on is null and not e.voided and e.source = 'roster' and e.id is distinct from j.same_id
      and ((j.working and (j.r).end_on is null and e.start_on < (j.r).start_on) or not j.working))`
  await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    select 'episode', e.id, e.division, e.version + 1, '{"end_on":null}', jsonb_build_object('end_on', x.end_on), '花名册更新',
      ${stamp.at}, ${stamp.by}, ${stamp.importId}
    from ${ended} x join registry.episode e using (id)`.execute(tx)
  await sql`update registry.episode e set end_on = x.end_on, end_precision = 'day', version = e.version + 1, recorded_at = ${stamp.at},
      recorded_by = ${stamp.by}, import_id = ${stamp.importId}
    from ${ended} x where x.id = e.id`.execute(tx)
}

async function updateSameJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  // The start of a known job stays: sheets round it differently from month to month.
  const columns = EPISODE_COLUMNS.filter((column) => !column.startsWith('start_'))
  const changed = sql`(
    select j.same_id, j.job -> 'columns' as given, e.version, e.division, d.before, d.after
    from ${STAGED(stamp)} j join registry.episode e on e.id = j.same_id
    cross join lateral (
      select jsonb_object_agg(k.key, to_jsonb(e) -> k.key) as before, jsonb_object_agg(k.key, k.value) as after
      from jsonb_each((j.job -> 'columns') - array['start_on', 'start_precision']) k
      where k.value <> 'null' and k.value is distinct from to_jsonb(e) -> k.key) d
    where j.working and d.after is not null)`
  await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    select 'episode', c.same_id, c.division, c.version + 1, c.before, c.after, '花名册更新', ${stamp.at}, ${stamp.by}, ${stamp.importId}
    from ${changed} c`.execute(tx)
  await sql`update registry.episode e set (${sql.join(columns.map((column) => sql.ref(column)))}) =
      (select ${sql.join(columns.map((column) => sql.ref(`r.${column}`)))} from jsonb_populate_record(e, c.after) r),
      version = e.version + 1, recorded_at = ${stamp.at}, recorded_by = ${stamp.by}, import_id = ${stamp.importId}
    from ${changed} c where c.same_id = e.id`.execute(tx)
}

async function insertNewJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`insert into registry.episode (id, person_id, household_id, division, source, recorded_at, recorded_by, import_id,
      ${sql.join(EPISODE_COLUMNS.map((column) => sql.ref(column)))})
    select gen_random_uuid(), j.person_id, j.household_id, j.division, 'roster', ${stamp.at}, ${stamp.by}, ${stamp.importId},
      ${sql.join(EPISODE_COLUMNS.map((column) => sql`(j.r).${sql.ref(column)}`))}
    from ${STAGED(stamp)} j where j.working and j.same_id is null`.execute(tx)
}

async function insertEvidence(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
    select gen_random_uuid(), j.same_id, j.division, j.job -> 'evidence' ->> 'kind', j.job -> 'evidence' ->> 'grade',
      (j.job -> 'evidence' ->> 'on_date')::date, ${stamp.at}, ${stamp.by}
    from ${STAGED(stamp)} j
    where j.working and j.same_id is not null and jsonb_typeof(j.job -> 'evidence') = 'object'
      and not exists (select 1 from registry.evidence v where v.episode_id = j.same_id
        and v.kind = j.job -> 'evidence' ->> 'kind' and v.on_date = (j.job -> 'evidence' ->> 'on_date')::date)`.execute(tx)
}

async function insertTrainings(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`insert into registry.training (id, person_id, division, course, from_on, recorded_at, recorded_by, import_id)
    select gen_random_uuid(), p.id, p.division, s.training ->> 'course', (s.training ->> 'from_on')::date, ${stamp.at}, ${stamp.by}, ${stamp.importId}
    from registry.import_person s join registry.person p on p.id = coalesce(s.matched_id, s.new_id)
    where s.import_id = ${stamp.importId} and s.division = ${stamp.division} and s.training is not null and s.change <> 'elsewhere'
      and not exists (select 1 from registry.training t where t.person_id = p.id and t.course = s.training ->> 'course'
        and t.from_on is not distinct from (s.training ->> 'from_on')::date)`.execute(tx)
}

/** Past jobs of persons the village knows; a job that begins on a day on which one is known already is that one. */
async function insertHistory(tx: Tx, stamp: ImportStamp): Promise<void> {
  const columns = sql.join(EPISODE_COLUMNS.map((column) => sql.ref(column)))
  await sql`
    with past as materialized (
      select distinct on (p.id, (s.job -> 'columns' ->> 'start_on')) gen_random_uuid() as id, p.id as person_id, p.household_id, p.division,
        jsonb_populate_record(null::registry.episode, s.job -> 'columns') as r, s.job -> 'evidence' as evidence
      from registry.import_history s
      join registry.person p on p.id_no_lookup = s.id_lookup and p.division = s.division and p.status <> 'merged'
      where s.import_id = ${stamp.importId} and s.division = ${stamp.division}
        and not exists (select 1 from registry.episode e where e.person_id = p.id and not e.voided
          and e.start_on = (s.job -> 'columns' ->> 'start_on')::date)),
    written as (
      insert into registry.episode (id, person_id, household_id, division, source, recorded_at, recorded_by, import_id, ${columns})
      select id, person_id, household_id, division, 'roster', ${stamp.at}, ${stamp.by}, ${stamp.importId},
        ${sql.join(EPISODE_COLUMNS.map((column) => sql`(r).${sql.ref(column)}`))} from past)
    insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
    select gen_random_uuid(), id, division, evidence ->> 'kind', evidence ->> 'grade', (evidence ->> 'on_date')::date, ${stamp.at}, ${stamp.by}
    from past where jsonb_typeof(evidence) = 'object'`.execute(tx)
}
