import { sql } from 'kysely'
import { rows, type Tx } from '../../../../platform/db.ts'

// Sealed values are sealed anew each time, so equal numbers look different; their look-up hashes are compared instead.
const SEALED = ['id_no_sealed', 'phone_sealed', 'bank_no_sealed']

/**
 * Finds what a village's staged rows are already known as, and whether they would change anything. A person is matched
 * by ID hash inside the village, else (either side without an ID) by name, sex and birth; a household by its number,
 * else by its members. A person registered in another village is `elsewhere`: shown to the owner, never written twice.
 */
export async function matchVillage(tx: Tx, importId: string, division: string): Promise<void> {
  await matchPersons(tx, importId, division)
  await matchHouseholds(tx, importId, division)
  await noteChanges(tx, importId, division)
}

async function matchPersons(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_person s set matched_id = null, change = null
    where import_id = ${importId} and division = ${division}`.execute(tx)
  await sql`update registry.import_person s set matched_id = p.id
    from registry.person p
    where s.import_id = ${importId} and s.division = ${division} and p.division = s.division and p.status <> 'merged'
      and p.id_no_lookup = s.id_lookup`.execute(tx)
  await sql`update registry.import_person s set matched_id = p.id
    from registry.person p
    where s.import_id = ${importId} and s.division = ${division} and s.matched_id is null and p.division = s.division and p.status <> 'merged'
      and p.name = s.name and p.sex is not distinct from s.sex and p.birth = s.birth and (p.id_no_lookup is null or s.id_lookup is null)
      and not exists (select 1 from registry.import_person o where o.import_id = s.import_id and o.matched_id = p.id)`.execute(tx)
  await sql`update registry.import_person s set change = 'elsewhere'
    from registry.find_elsewhere((select array_agg(id_lookup) from registry.import_person
      where import_id = ${importId} and division = ${division} and matched_id is null and id_lookup is not null), ${division}) e
    where s.import_id = ${importId} and s.division = ${division} and s.matched_id is null and s.id_lookup = e.id_lookup`.execute(tx)
}

async function matchHouseholds(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_household s set matched_id = coalesce(
      (select h.id from registry.household h where h.division = s.division and h.status = 'active' and h.hh_no = s.hh_no limit 1),
      (select p.household_id from registry.import_person m join registry.person p on p.id = m.matched_id
        where m.import_id = s.import_id and m.household_n = s.n group by p.household_id order by count(*) desc, p.household_id limit 1))
    where s.import_id = ${importId} and s.division = ${division}`.execute(tx)
  // Two households of the sheet may not become one: the later of them is new.
  await sql`update registry.import_household s set matched_id = null
    where s.import_id = ${importId} and s.division = ${division} and exists (
      select 1 from registry.import_household o where o.import_id = s.import_id and o.matched_id = s.matched_id and o.n < s.n)`.execute(tx)
}

async function noteChanges(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_household s set change = case
      when s.matched_id is null then 'new'
      when to_jsonb(h) || (s.payload - ${SEALED}::text[]) <> to_jsonb(h) then 'changed' else 'same' end
    from registry.import_household t left join registry.household h on h.id = t.matched_id
    where t.import_id = s.import_id and t.n = s.n and s.import_id = ${importId} and s.division = ${division}`.execute(tx)
  await sql`update registry.import_person s set change = case
      when s.matched_id is null then 'new'
      when to_jsonb(p) || (s.payload - ${SEALED}::text[]) <> to_jsonb(p) or p.household_id <> coalesce(h.matched_id, h.new_id) then 'changed'
      else 'same' end
    from registry.import_person t
    join registry.import_household h on h.import_id = t.import_id and h.n = t.household_n
    left join registry.person p on p.id = t.matched_id
    where t.import_id = s.import_id and t.n = s.n and s.import_id = ${importId} and s.division = ${division}
      and s.change is distinct from 'elsewhere'`.execute(tx)
}

export type ChangeCounts = Record<'new' | 'changed' | 'same', number>

/** How many staged households and persons would be new, changed or the same. */
export async function countChanges(tx: Tx, importId: string): Promise<{ households: ChangeCounts; persons: ChangeCounts; elsewhere: number }> {
  const counted = await rows(tx, sql<{ over: 'households' | 'persons'; change: keyof ChangeCounts | 'elsewhere'; count: number }>`
    select 'households' as over, change, count(*)::int as count from registry.import_household
      where import_id = ${importId} and change is not null group by change
    union all
    select 'persons', change, count(*)::int from registry.import_person where import_id = ${importId} and change is not null group by change`)
  const of = (over: string, change: string) => counted.find((row) => row.over === over && row.change === change)?.count ?? 0
  const all = (over: string) => ({ new: of(over, 'new'), changed: of(over, 'changed'), same: of(over, 'same') })
  return { households: all('households'), persons: all('persons'), elsewhere: of('persons', 'elsewhere') }
}

/** How many jobs the commit would add, change or find as they are; past jobs count as new unless known by their first day. */
export async function countJobs(tx: Tx, importId: string): Promise<ChangeCounts> {
  const counted = await rows(tx, sql<{ change: keyof ChangeCounts; count: number }>`
    with job as (
      select s.matched_id as person_id, s.job -> 'columns' as given from registry.import_person s
        where s.import_id = ${importId} and s.change <> 'elsewhere' and (s.job ->> 'working')::boolean
      union all
      select p.id, s.job -> 'columns' from registry.import_history s
        left join registry.person p on p.id_no_lookup = s.id_lookup and p.division = s.division where s.import_id = ${importId})
    select case when e.id is null then 'new'
      when to_jsonb(e) || (select coalesce(jsonb_object_agg(k.key, k.value), '{}') from jsonb_each(j.given - array['start_on', 'start_precision']) k
        where k.value <> 'null') <> to_jsonb(e) then 'changed' else 'same' end as change, count(*)::int as count
    from job j left join lateral (
      select e.* from registry.episode e where e.person_id = j.person_id and not e.voided
        and (e.start_on = (j.given ->> 'start_on')::date or (e.employer_raw = j.given ->> 'employer_raw' and e.end_on is null)) limit 1) e on true
    group by 1`)
  const of = (change: string) => counted.find((row) => row.change === change)?.count ?? 0
  return { new: of('new'), changed: of('changed'), same: of('same') }
}

export type FieldChange = { row: number; name: string; field: string; before: string | null; after: string | null }

/** The first changed fields of persons already known, for the preview. */
export async function listFieldChanges(tx: Tx, importId: string, most: number): Promise<FieldChange[]> {
  return rows(tx, sql<FieldChange>`
    select s.row, s.name, k.key as field, to_jsonb(p) ->> k.key as before,
      case when jsonb_typeof(k.value) = 'string' then k.value #>> '{}' else k.value::text end as after
    from registry.import_person s join registry.person p on p.id = s.matched_id
    cross join lateral jsonb_each(s.payload - ${[...SEALED, 'id_no_lookup', 'id_last4_lookup', 'phone_lookup', 'name_pinyin', 'name_initials']}::text[]) k
    where s.import_id = ${importId} and s.change = 'changed' and k.value is distinct from to_jsonb(p) -> k.key
    order by s.n, k.key limit ${most}`)
}
