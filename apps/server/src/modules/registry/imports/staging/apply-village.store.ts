import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db.ts'

/** Whose import writes, and when. */
export type ImportStamp = { importId: string; division: string; by: string; at: Date; on: string }

const HOUSEHOLD_COLUMNS = [
  'hh_no', 'group_name', 'type', 'attribute', 'type_year', 'resettled', 'resettled_year', 'site', 'room', 'causes', 'per_capita_income', 'land_mu',
  'phone_sealed', 'phone_lookup', 'contact_name', 'grid_name',
]
const PERSON_COLUMNS = [
  'name', 'name_pinyin', 'name_initials', 'seq', 'id_type', 'id_no_sealed', 'id_no_lookup', 'id_last4_lookup', 'sex', 'birth', 'ethnic', 'relation',
  'is_head', 'education', 'in_school', 'marital', 'political', 'health', 'disability_category', 'disability_grade', 'labour_skill', 'pop_class',
  'phone_sealed', 'phone_lookup', 'bank_no_sealed', 'skills', 'intent', 'dibao', 'tekun', 'status', 'exit_on',
]
const SEALED = ['id_no_sealed', 'phone_sealed', 'bank_no_sealed', 'id_no_lookup', 'id_last4_lookup', 'phone_lookup']

/** Writes the matched households of a village: new ones with defaults, changed ones with a version each. */
export async function applyHouseholds(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, by, at } = stamp
  const columns = sql.join(HOUSEHOLD_COLUMNS.map((column) => sql.ref(column)))
  const overlaid = sql.join(HOUSEHOLD_COLUMNS.map((column) => sql.ref(`r.${column}`)))
  await sql`insert into registry.household (id, division, source, ${columns}, recorded_at, recorded_by, import_id)
    select s.new_id, s.division, 'roster', ${overlaid}, ${at}, ${by}, ${importId}
    from registry.import_household s
    cross join lateral jsonb_populate_record(null::registry.household, '{"type":"06","resettled":false,"causes":[]}'::jsonb || s.payload) r
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'new'
      and exists (select 1 from registry.import_person p where p.import_id = s.import_id and p.household_n = s.n and p.change <> 'elsewhere')`.execute(tx)
  await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    select 'household', h.id, h.division, h.version + 1, ${changedOf('h')}, ${at}, ${by}, ${importId}
    from registry.import_household s join registry.household h on h.id = s.matched_id ${differing('h')}
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'`.execute(tx)
  await sql`update registry.household h set (${columns}) = (select ${overlaid} from jsonb_populate_record(h, s.payload) r),
      version = h.version + 1, recorded_at = ${at}, recorded_by = ${by}, import_id = ${importId}
    from registry.import_household s
    where s.matched_id = h.id and s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'`.execute(tx)
}

/** Writes the persons of a village likewise and settles heads and counts of the households they belong to. */
export async function applyPersons(tx: Tx, stamp: ImportStamp): Promise<void> {
  const { importId, division, by, at } = stamp
  const columns = sql.join(PERSON_COLUMNS.map((column) => sql.ref(column)))
  const overlaid = sql.join(PERSON_COLUMNS.map((column) => sql.ref(`r.${column}`)))
  await sql`insert into registry.person (id, household_id, division, ${columns}, recorded_at, recorded_by, import_id)
    select s.new_id, coalesce(h.matched_id, h.new_id), s.division, ${overlaid}, ${at}, ${by}, ${importId}
    from registry.import_person s join registry.import_household h on h.import_id = s.import_id and h.n = s.household_n
    cross join lateral jsonb_populate_record(null::registry.person,
      '{"id_type":"1","sex":"0","relation":"99","is_head":false,"health":[],"skills":[],"pop_class":"03","status":"active"}'::jsonb || s.payload) r
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'new'`.execute(tx)
  await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    select 'person', h.id, h.division, h.version + 1, ${changedOf('h')}, ${at}, ${by}, ${importId}
    from registry.import_person s join registry.person h on h.id = s.matched_id ${differing('h')}
    where s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'`.execute(tx)
  await sql`update registry.person h set (${columns}) = (select ${overlaid} from jsonb_populate_record(h, s.payload) r),
      household_id = coalesce(m.matched_id, m.new_id),
      version = h.version + 1, recorded_at = ${at}, recorded_by = ${by}, import_id = ${importId}
    from registry.import_person s join registry.import_household m on m.import_id = s.import_id and m.n = s.household_n
    where s.matched_id = h.id and s.import_id = ${importId} and s.division = ${division} and s.change = 'changed'`.execute(tx)
  await settleHouseholds(tx, stamp)
}

// Fields of the payload that differ from the stored row `h`, sealed ones told only as the word sealed.
function differing(_row: 'h') {
  return sql`cross join lateral (
      select jsonb_object_agg(k.key, case when k.key = any (${SEALED}::text[]) then '"sealed"' else to_jsonb(h) -> k.key end) as before,
        jsonb_object_agg(k.key, case when k.key = any (${SEALED}::text[]) then '"sealed"' else k.value end) as after
      from jsonb_each(s.payload - array['id_no_sealed', 'phone_sealed', 'bank_no_sealed']) k
      where k.value is distinct from to_jsonb(h) -> k.key) d`
}

function changedOf(_row: 'h') {
  return sql`coalesce(d.before, '{}'), coalesce(d.after, '{}'), '花名册更新'`
}

async function settleHouseholds(tx: Tx, { division }: ImportStamp): Promise<void> {
  await sql`update registry.household h set members = m.members, head_id = m.head_id, head_name = m.head_name
    from (
      select p.household_id, count(*) filter (where p.status = 'active') as members,
        (array_agg(p.id order by p.is_head desc, p.seq nulls last, p.birth, p.id))[1] as head_id,
        (array_agg(p.name order by p.is_head desc, p.seq nulls last, p.birth, p.id))[1] as head_name
      from registry.person p
      where p.division = ${division} and p.status <> 'merged' group by p.household_id) m
    where h.id = m.household_id and (h.members, h.head_id, h.head_name) is distinct from (m.members::int, m.head_id, m.head_name)`.execute(tx)
  // Everybody moved to other households of the sheet: what is left is history, not a household.
  await sql`update registry.household h set status = 'closed', members = 0
    where h.division = ${division} and h.status = 'active' and not exists (select 1 from registry.person p where p.household_id = h.id)`.execute(tx)
}

/**
 * Segments follow from type and resettlement. A sheet says what a household is, not since when: the register of the
 * poor was built in 2014, monitoring began in 2020 and sudden hardship in 2021, so these are the days taken.
 */
export async function applySegments(tx: Tx, { importId, division, on }: ImportStamp): Promise<void> {
  const wanted = sql`(
    select h.id as household_id, h.division, w.kind, w.from_on
    from registry.import_household s join registry.household h on h.id = coalesce(s.matched_id, s.new_id)
    cross join lateral (values
      (case h.type when '01' then 'poor' when '02' then 'ex_poor' when '03' then 'monitored' when '04' then 'edge'
        when '05' then 'sudden_hardship' else 'ordinary' end,
       case h.type when '01' then date '2014-01-01' when '02' then date '2014-01-01' when '03' then date '2020-01-01'
        when '04' then date '2020-01-01' when '05' then date '2021-01-01' else date '2014-01-01' end),
      (case when h.resettled then 'resettled' end, make_date(coalesce(h.resettled_year, 2018), 1, 1))) w(kind, from_on)
    where s.import_id = ${importId} and s.division = ${division} and w.kind is not null)`
  await sql`update registry.segment g set to_on = ${on}::date - 1
    where g.division = ${division} and g.to_on is null and g.from_on < ${on}
      and g.household_id in (select household_id from ${wanted} w)
      and not exists (select 1 from ${wanted} w where w.household_id = g.household_id and w.kind = g.kind)`.execute(tx)
  await sql`insert into registry.segment (household_id, division, kind, from_on, source)
    select w.household_id, w.division, w.kind,
      case when exists (select 1 from registry.segment g where g.household_id = w.household_id) then ${on}::date else w.from_on end, 'roster'
    from ${wanted} w
    where not exists (select 1 from registry.segment g where g.household_id = w.household_id and g.kind = w.kind and g.to_on is null)
    on conflict do nothing`.execute(tx)
}
