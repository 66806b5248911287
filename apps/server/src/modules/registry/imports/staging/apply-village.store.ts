import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db.ts'
import { changedFields } from './staged-difference.query.ts'

/** Whose import writes, and when. */
export type ImportStamp = {
  importId: string; division: string; by: string; at: Date; on: string
  /** Whether the register had anybody in the village before: only then can anything change. */
  known: boolean
}

const HOUSEHOLD_COLUMNS = [
  'hh_no', 'group_name', 'type', 'attribute', 'type_year', 'resettled', 'resettled_year', 'site', 'room', 'causes', 'per_capita_income', 'land_mu',
  'phone_sealed', 'phone_lookup', 'contact_name', 'grid_name', 'register_division',
]
const PERSON_COLUMNS = [
  'name', 'name_pinyin', 'name_initials', 'seq', 'id_type', 'id_no_sealed', 'id_no_lookup', 'id_last4_lookup', 'sex', 'birth', 'ethnic', 'relation',
  'is_head', 'education', 'in_school', 'marital', 'political', 'health', 'disability_category', 'disability_grade', 'labour_skill', 'pop_class',
  'phone_sealed', 'phone_lookup', 'bank_no_sealed', 'bank_no_lookup', 'skills', 'intent', 'dibao', 'tekun', 'status', 'exit_on',
  'register_division',
]

/** Writes the matched households of a village: new ones with defaults, changed ones with a version each. */
export async function applyHouseholds(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, by, at } = stamp
  const columns = sql.join(HOUSEHOLD_COLUMNS.map((column) => sql.ref(column)))
  const overlaid = sql.join(HOUSEHOLD_COLUMNS.map((column) => sql.ref(`r.${column}`)))
  await sql`with origin as materialized (${originsOf(stamp)})
    insert into registry.household (id, division, source, ${columns}, parents, known_since, recorded_at, recorded_by, import_id)
    select s.new_id, s.division, 'roster', ${overlaid}, coalesce(o.parents, '{}'), (${at}::timestamptz at time zone 'Asia/Shanghai')::date, ${at}, ${by}, ${importId}
    from registry.import_household s left join origin o on o.household_n = s.n
    cross join lateral jsonb_populate_record(null::registry.household, '{"type":"06","resettled":false,"causes":[]}'::jsonb || s.payload) r
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'new'
      and exists (select 1 from registry.import_person p
        where p.import_id = s.import_id and p.division = s.division and p.household_n = s.n and p.change in ('new', 'changed', 'same'))`.execute(tx)
  if (!stamp.known) return
  await sql`
    with changed as materialized (
      select h.id, h.division, h.version + 1 as version, s.payload, d.before, d.after
      from registry.import_household s join registry.household h on h.id = s.matched_id
      cross join lateral (select jsonb_object_agg(c.key, c.before) as before, jsonb_object_agg(c.key, c.after) as after
        from ${changedFields(sql`s.payload`, 'h')} c) d
      where s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'),
    told as (${versionsOf('household', stamp)})
    update registry.household h set (${columns}) = (select ${overlaid} from jsonb_populate_record(h, c.payload) r),
      version = c.version, recorded_at = ${at}, recorded_by = ${by}, import_id = ${importId}
    from changed c where c.id = h.id`.execute(tx)
}

// Where the members of a household of the sheet lived before: it was split off (DOMAIN section 4, no double count).
function originsOf({ importId, division }: ImportStamp) {
  return sql`select m.household_n, array_agg(distinct k.household_id) as parents
    from registry.import_person m join registry.person k on k.id = m.matched_id
    where m.import_id = ${importId} and m.division = ${division} and m.change = 'changed' group by m.household_n`
}

/** Writes the persons of a village likewise and settles heads and counts of the households they belong to. */
export async function applyPersons(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, by, at } = stamp
  const columns = sql.join(PERSON_COLUMNS.map((column) => sql.ref(column)))
  const overlaid = sql.join(PERSON_COLUMNS.map((column) => sql.ref(`r.${column}`)))
  await sql`insert into registry.person (id, household_id, division, ${columns}, recorded_at, recorded_by, import_id)
    select s.new_id, coalesce(w.matched_id, w.new_id), s.division, ${overlaid}, ${at}, ${by}, ${importId}
    from registry.import_person s join registry.import_household w on w.import_id = s.import_id and w.division = s.division and w.n = s.household_n
    cross join lateral jsonb_populate_record(null::registry.person,
      '{"id_type":"1","sex":"0","relation":"99","is_head":false,"health":[],"skills":[],"pop_class":"03","status":"active"}'::jsonb || s.payload) r
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'new'`.execute(tx)
  if (stamp.known) await updatePersons(tx, stamp)
  await settleHouseholds(tx, stamp)
}

async function updatePersons(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, by, at } = stamp
  const columns = sql.join(PERSON_COLUMNS.map((column) => sql.ref(column)))
  const overlaid = sql.join(PERSON_COLUMNS.map((column) => sql.ref(`r.${column}`)))
  await sql`
    with changed as materialized (
      select p.id, p.division, p.version + 1 as version, p.household_id as left_id, coalesce(w.matched_id, w.new_id) as household_id, d.before, d.after,
        case when p.exit_on is null then s.payload else s.payload - 'exit_on' end as payload
      from registry.import_person s join registry.person p on p.id = s.matched_id
      join registry.import_household w on w.import_id = s.import_id and w.division = s.division and w.n = s.household_n
      cross join lateral (select jsonb_object_agg(c.key, c.before) as before, jsonb_object_agg(c.key, c.after) as after from (
        select key, before, after from ${changedFields(sql`s.payload`, 'p')} f
        union all select 'household_id', to_jsonb(p.household_id), to_jsonb(coalesce(w.matched_id, w.new_id))
          where p.household_id <> coalesce(w.matched_id, w.new_id)) c) d
      where s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'),
    told as (${versionsOf('person', stamp)}),
    moved as (
      update registry.episode e set household_id = c.household_id from changed c where e.person_id = c.id and c.household_id <> c.left_id)
    update registry.person p set (${columns}) = (select ${overlaid} from jsonb_populate_record(p, c.payload) r),
      household_id = c.household_id, version = c.version, recorded_at = ${at}, recorded_by = ${by}, import_id = ${importId}
    from changed c where c.id = p.id`.execute(tx)
}

// A version of each row of the relation `changed` (id, division, version, before, after).
function versionsOf(entity: 'household' | 'person', { at, by, importId }: ImportStamp) {
  return sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    select ${entity}, id, division, version, coalesce(before, '{}'), coalesce(after, '{}'), '花名册更新', ${at}::timestamptz, ${by}::uuid,
      ${importId}::uuid from changed`
}

async function settleHouseholds(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, known, by, at } = stamp
  await sql`update registry.household h set members = m.members, head_id = m.head_id, head_name = m.head_name
    from (
      select p.household_id, count(*) filter (where p.status = 'active') as members,
        (array_agg(p.id order by p.is_head desc, p.seq nulls last, p.birth, p.id))[1] as head_id,
        (array_agg(p.name order by p.is_head desc, p.seq nulls last, p.birth, p.id))[1] as head_name
      from registry.person p
      where p.division = ${division} and p.status <> 'merged' group by p.household_id) m
    where h.id = m.household_id and (h.members, h.head_id, h.head_name) is distinct from (m.members::int, m.head_id, m.head_name)`.execute(tx)
  if (!known) return
  // Everybody moved to other households of the sheet: what is left is history, not a household.
  await sql`
    with changed as materialized (
      select h.id, h.division, h.version + 1 as version, '{"status":"active"}'::jsonb as before, '{"status":"closed"}'::jsonb as after
      from registry.household h
      where h.division = ${division} and h.status = 'active' and not exists (select 1 from registry.person p where p.household_id = h.id)),
    told as (${versionsOf('household', stamp)})
    update registry.household h set status = 'closed', members = 0, version = c.version, recorded_at = ${at}, recorded_by = ${by},
      import_id = ${importId}
    from changed c where c.id = h.id`.execute(tx)
}

/**
 * Segments follow from type and resettlement. A sheet says what a household is, not since when: the register of the
 * poor was built in 2014, monitoring began in 2020 and sudden hardship in 2021, so these are the days taken.
 */
export async function applySegments(tx: Tx, { importId, division, known, on }: ImportStamp): Promise<void> {
  const wanted = sql`(
    select h.id as household_id, h.division, w.kind, w.from_on
    from registry.import_household s join registry.household h on h.division = s.division and h.id = case when s.matched_id is null then s.new_id else s.matched_id end
    cross join lateral (values
      (case h.type when '01' then 'poor' when '02' then 'ex_poor' when '03' then 'monitored' when '04' then 'edge'
        when '05' then 'sudden_hardship' else 'ordinary' end,
       case h.type when '01' then date '2014-01-01' when '02' then date '2014-01-01' when '03' then date '2020-01-01'
        when '04' then date '2020-01-01' when '05' then date '2021-01-01' else date '2014-01-01' end),
      (case when h.resettled then 'resettled' end, make_date(coalesce(h.resettled_year, 2018), 1, 1))) w(kind, from_on)
    where s.import_id = ${importId} and s.division = ${division} and w.kind is not null)`
  if (known) {
    await sql`update registry.segment g set to_on = ${on}::date - 1
      where g.division = ${division} and g.to_on is null
        and g.household_id in (select household_id from ${wanted} w)
        and not exists (select 1 from ${wanted} w where w.household_id = g.household_id and w.kind = g.kind)`.execute(tx)
  }
  await sql`insert into registry.segment (household_id, division, kind, from_on, source)
    select w.household_id, w.division, w.kind,
      case when exists (select 1 from registry.segment g where g.division = w.division and g.household_id = w.household_id) then ${on}::date else w.from_on end, 'roster'
    from ${wanted} w
    where not exists (select 1 from registry.segment g where g.division = w.division and g.household_id = w.household_id and g.kind = w.kind and g.to_on is null)
    on conflict (household_id, kind, from_on) do update set to_on = null`.execute(tx)
}
