import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/db.ts'
import type { ImportStamp } from './apply-village.store.ts'
import type { StagedKinds } from './staging.store.ts'

const EPISODE_COLUMNS = [
  'start_on', 'start_precision', 'end_on', 'end_precision', 'employer_raw', 'employer_uscc', 'occupation', 'occupation_raw', 'industry', 'sector',
  'place_code', 'place_raw', 'area', 'track', 'gain_type', 'channel', 'organised', 'form', 'contract', 'contract_from', 'contract_to',
  'wage_min', 'wage_max', 'wage_basis', 'wage_monthly',
]

// Staged jobs of the village, each with the person it belongs to and the columns it gives. The record is a relation of its
// own: as an expression it would be built again for every column.
const stagedOf = ({ importId, division }: ImportStamp) => sql`
  registry.import_person s
  join registry.person p on p.division = s.division and p.id = case when s.matched_id is null then s.new_id else s.matched_id end and p.status = 'active'
  cross join lateral jsonb_populate_record(null::registry.episode, s.job -> 'columns') r
  where s.import_id = ${importId} and s.division = ${division} and s.job is not null and s.change in ('new', 'changed', 'same')`

// The episode that is the same job: begun on the same day, or by the same employer and still open.
const KNOWN = sql`(
  select e.id from registry.episode e
  where e.person_id = p.id and not e.voided and (e.start_on = r.start_on or (e.employer_raw = r.employer_raw and e.end_on is null))
  order by e.start_on = r.start_on desc, e.id limit 1)`

/**
 * Writes the jobs of a village. The same job is updated, with a version; another job ends the open one the day before
 * it begins; a sheet that says a person does not work ends what an earlier sheet had open.
 */
export async function applyJobs(tx: Tx, stamp: ImportStamp, kinds: StagedKinds): Promise<void> {
  if (stamp.known) {
    await endReplacedJobs(tx, stamp)
    await updateSameJobs(tx, stamp)
  }
  await insertNewJobs(tx, stamp)
  if (kinds.trainings) await insertTrainings(tx, stamp)
  if (kinds.history) await insertHistory(tx, stamp)
}

async function endReplacedJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`
    with job as materialized (
      select p.id as person_id, (s.job ->> 'working')::boolean as working, (s.job ->> 'idle_on')::date as idle_on, r.start_on, r.end_on,
        ${KNOWN} as same_id
      from ${stagedOf(stamp)} and s.matched_id is not null),
    ended as materialized (
      select e.id, e.division, e.version + 1 as version,
        greatest(e.start_on, case when j.working then j.start_on - 1 else j.idle_on end) as end_on
      from job j join registry.episode e on e.person_id = j.person_id
      where e.end_on is null and not e.voided and e.source = 'roster' and (not j.working
        or (e.id is distinct from j.same_id and j.end_on is null and e.start_on < j.start_on))),
    told as (
      insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
      select 'episode', id, division, version, '{"end_on":null}', jsonb_build_object('end_on', end_on), '花名册更新', ${stamp.at}::timestamptz,
        ${stamp.by}::uuid, ${stamp.importId}::uuid from ended)
    update registry.episode e set end_on = x.end_on, end_precision = 'day', version = x.version, recorded_at = ${stamp.at},
      recorded_by = ${stamp.by}, import_id = ${stamp.importId}
    from ended x where x.id = e.id`.execute(tx)
}

async function updateSameJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  // The start of a known job stays: sheets round it differently from month to month.
  const columns = EPISODE_COLUMNS.filter((column) => !column.startsWith('start_'))
  await sql`
    with job as materialized (
      select s.job, s.division, ${KNOWN} as same_id
      from ${stagedOf(stamp)} and s.matched_id is not null and (s.job ->> 'working')::boolean),
    changed as materialized (
      select e.id, e.division, e.version + 1 as version, d.before, d.after
      from job j join registry.episode e on e.id = j.same_id
      cross join lateral (
        select jsonb_object_agg(k.key, to_jsonb(e) -> k.key) as before, jsonb_object_agg(k.key, k.value) as after
        from jsonb_each((j.job -> 'columns') - array['start_on', 'start_precision']) k
        where k.value <> 'null' and k.value is distinct from to_jsonb(e) -> k.key) d
      where d.after is not null),
    told as (
      insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
      select 'episode', id, division, version, before, after, '花名册更新', ${stamp.at}::timestamptz, ${stamp.by}::uuid, ${stamp.importId}::uuid
      from changed),
    proven as (
      ${evidenceOf(stamp, sql`select same_id as id, division, job -> 'evidence' as evidence from job j where same_id is not null
        and not exists (select 1 from registry.evidence v where v.episode_id = j.same_id and v.kind = j.job -> 'evidence' ->> 'kind'
          and v.on_date = (j.job -> 'evidence' ->> 'on_date')::date)`)})
    update registry.episode e set (${sql.join(columns.map((column) => sql.ref(column)))}) =
        (select ${sql.join(columns.map((column) => sql.ref(`r.${column}`)))} from jsonb_populate_record(e, c.after) r),
      version = c.version, recorded_at = ${stamp.at}, recorded_by = ${stamp.by}, import_id = ${stamp.importId}
    from changed c where c.id = e.id`.execute(tx)
}

async function insertNewJobs(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`
    with job as materialized (
      select gen_random_uuid() as id, p.id as person_id, p.household_id, s.division, s.job -> 'evidence' as evidence,
        ${sql.join(EPISODE_COLUMNS.map((column) => sql.ref(`r.${column}`)))}
      from ${stagedOf(stamp)} and (s.job ->> 'working')::boolean and (s.matched_id is null or ${KNOWN} is null)),
    proven as (${evidenceOf(stamp, sql`select id, division, evidence from job`)})
    ${episodesOf(stamp)}`.execute(tx)
}

// Rows of the relation `job` (id, person_id, household_id, division and the columns of an episode) as new episodes.
function episodesOf({ at, by, importId }: ImportStamp) {
  const columns = sql.join(EPISODE_COLUMNS.map((column) => sql.ref(column)))
  return sql`insert into registry.episode (id, person_id, household_id, division, source, recorded_at, recorded_by, import_id, ${columns})
    select id, person_id, household_id, division, 'roster', ${at}::timestamptz, ${by}::uuid, ${importId}::uuid, ${columns} from job`
}

// Proof of the episodes (id, division, evidence as staged) that have one.
function evidenceOf({ at, by }: ImportStamp, proofs: RawBuilder<unknown>) {
  return sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date, recorded_at, recorded_by)
    select gen_random_uuid(), x.id, x.division, x.evidence ->> 'kind', x.evidence ->> 'grade', (x.evidence ->> 'on_date')::date,
      ${at}::timestamptz, ${by}::uuid
    from (${proofs}) x where jsonb_typeof(x.evidence) = 'object'`
}

async function insertTrainings(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`insert into registry.training (id, person_id, division, course, from_on, recorded_at, recorded_by, import_id)
    select gen_random_uuid(), p.id, p.division, s.training ->> 'course', (s.training ->> 'from_on')::date, ${stamp.at}, ${stamp.by}, ${stamp.importId}
    from registry.import_person s join registry.person p on p.division = s.division and p.id = case when s.matched_id is null then s.new_id else s.matched_id end
    where s.import_id = ${stamp.importId} and s.division = ${stamp.division} and s.training is not null and s.change in ('new', 'changed', 'same')
      and not exists (select 1 from registry.training t where t.person_id = p.id and t.course = s.training ->> 'course'
        and t.from_on is not distinct from (s.training ->> 'from_on')::date)`.execute(tx)
}

/** Past jobs of persons the village knows; a job that begins on a day on which one is known already is that one. */
async function insertHistory(tx: Tx, stamp: ImportStamp): Promise<void> {
  await sql`
    with job as materialized (
      select distinct on (p.id, r.start_on) gen_random_uuid() as id, p.id as person_id, p.household_id, p.division, s.job -> 'evidence' as evidence,
        ${sql.join(EPISODE_COLUMNS.map((column) => sql.ref(`r.${column}`)))}
      from registry.import_history s
      join registry.person p on p.id_no_lookup = s.id_lookup and p.division = s.division and p.status <> 'merged'
      cross join lateral jsonb_populate_record(null::registry.episode, s.job -> 'columns') r
      where s.import_id = ${stamp.importId} and s.division = ${stamp.division}
        and not exists (select 1 from registry.episode e where e.division = p.division and e.person_id = p.id and not e.voided and e.start_on = r.start_on)
      order by p.id, r.start_on, s.n),
    proven as (${evidenceOf(stamp, sql`select id, division, evidence from job`)})
    ${episodesOf(stamp)}`.execute(tx)
}
