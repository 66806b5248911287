import { sql } from 'kysely'
import { firstRow, type Tx } from '../../../../platform/db.ts'
import { changedFields } from './staged-difference.query.ts'

/**
 * Finds what a village's staged rows are already known as, and whether they would change anything. A person is matched
 * by ID hash inside the village, else (either side without an ID) by name, sex and birth; a household by its number,
 * else by its members. A person registered in another village is `elsewhere`: shown to the owner, never written twice;
 * a row that repeats a person of an earlier row is `repeated` and not written.
 * @returns whether the register has anybody in the village; a first roster has nothing to be compared with
 */
export async function matchVillage(tx: Tx, importId: string, division: string): Promise<boolean> {
  const known = await firstRow(tx, sql`select 1 from registry.household where division = ${division} limit 1`)
  if (known === undefined) {
    await matchFirstRoster(tx, importId, division)
    return false
  }
  await matchPersonsById(tx, importId, division)
  await matchPersonsByName(tx, importId, division)
  await matchHouseholdsByNumber(tx, importId, division)
  await matchHouseholdsByMembers(tx, importId, division)
  await noteChanges(tx, importId, division)
  return true
}

// Everything is new, save for who lives elsewhere and who stands in two rows.
async function matchFirstRoster(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_person s set matched_id = null,
      change = x.change
    from (
      select i.n, case when e.id_lookup is not null then 'elsewhere'
        when row_number() over (partition by i.id_lookup order by i.n) > 1 and i.id_lookup is not null then 'repeated' else 'new' end as change
      from registry.import_person i
      left join registry.find_elsewhere((select array_agg(id_lookup) from registry.import_person
        where import_id = ${importId} and division = ${division} and id_lookup is not null), ${division}) e on e.id_lookup = i.id_lookup
      where i.import_id = ${importId} and i.division = ${division}) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n
      and (s.change is distinct from x.change or s.matched_id is not null)`.execute(tx)
  await sql`update registry.import_household s set matched_id = null, change = 'new'
    where s.import_id = ${importId} and s.division = ${division} and (s.change is distinct from 'new' or s.matched_id is not null)`.execute(tx)
}

async function matchPersonsById(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_person s set change = x.change, matched_id = x.person_id
    from (
      select i.n, p.id as person_id,
        case when row_number() over (partition by i.id_lookup order by i.n, p.status <> 'active', p.id) > 1 and i.id_lookup is not null then 'repeated' end as change
      from registry.import_person i
      left join registry.person p on p.division = i.division and p.id_no_lookup = i.id_lookup and p.status <> 'merged'
      where i.import_id = ${importId} and i.division = ${division}) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n and (s.change, s.matched_id) is distinct from (x.change, x.person_id)`.execute(tx)
  await sql`update registry.import_person s set change = 'elsewhere'
    from registry.find_elsewhere((select array_agg(id_lookup) from registry.import_person
      where import_id = ${importId} and division = ${division} and matched_id is null and id_lookup is not null), ${division}) e
    where s.import_id = ${importId} and s.division = ${division} and s.matched_id is null and s.id_lookup = e.id_lookup`.execute(tx)
}

// The first row of a name with the first person of that name, the second with the second: namesakes born on one day stay two.
async function matchPersonsByName(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_person s set matched_id = x.person_id
    from (
      select i.n, p.id as person_id
      from (select *, row_number() over (partition by name, sex, birth order by n) as nth from registry.import_person
        where import_id = ${importId} and division = ${division} and matched_id is null and change is null and birth is not null) i
      join (select *, row_number() over (partition by name, sex, birth order by id) as nth from registry.person k
        where division = ${division} and status <> 'merged' and birth is not null and not exists (
          select 1 from registry.import_person o where o.import_id = ${importId} and o.division = ${division} and o.matched_id = k.id)) p
        on p.name = i.name and p.sex is not distinct from i.sex and p.birth = i.birth and p.nth = i.nth
      where p.id_no_lookup is null or i.id_lookup is null) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n`.execute(tx)
}

async function matchHouseholdsByNumber(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_household s set matched_id = (
      select h.id from registry.household h where h.division = s.division and h.status = 'active' and h.hh_no = s.hh_no
      order by h.source = 'roster' desc, h.id limit 1)
    where s.import_id = ${importId} and s.division = ${division}`.execute(tx)
}

// A household that is known under another number is taken for the same one only when its head or half of it comes along:
// a son who moved out with a number of his own leaves his father's household where it is.
async function matchHouseholdsByMembers(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_household s set matched_id = x.household_id
    from (
      select distinct on (c.household_id) c.n, c.household_id from (
        select distinct on (m.household_n) m.household_n as n, h.id as household_id, count(*) as known
        from registry.import_person m
        join registry.import_household w on w.import_id = m.import_id and w.division = m.division and w.n = m.household_n and w.matched_id is null
        join registry.person p on p.id = m.matched_id and p.division = ${division}
        join registry.household h on h.id = p.household_id and h.division = ${division} and h.status = 'active'
        where m.import_id = ${importId} and m.division = ${division} and m.matched_id is not null and m.change is null
          and not exists (select 1 from registry.import_household o
            where o.import_id = ${importId} and o.division = ${division} and o.matched_id = h.id)
        group by m.household_n, w.hh_no, h.id
        having w.hh_no is null or h.hh_no is null or bool_or(p.is_head) or count(*) * 2 >= h.members
        order by m.household_n, known desc, h.id) c
      order by c.household_id, c.known desc, c.n) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n`.execute(tx)
}

async function noteChanges(tx: Tx, importId: string, division: string): Promise<void> {
  await sql`update registry.import_household s set change = x.change
    from (
      select t.n, case when t.matched_id is null then 'new'
        when exists (select 1 from ${changedFields(sql`t.payload`, 'h')} d) then 'changed' else 'same' end as change
      from registry.import_household t left join registry.household h on h.id = t.matched_id and h.division = ${division}
      where t.import_id = ${importId} and t.division = ${division}) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n`.execute(tx)
  await sql`update registry.import_person s set change = x.change
    from (
      select t.n, case when t.matched_id is null then 'new'
        when p.household_id <> coalesce(w.matched_id, w.new_id) or exists (select 1 from ${changedFields(sql`t.payload`, 'p')} d) then 'changed'
        else 'same' end as change
      from registry.import_person t
      join registry.import_household w on w.import_id = ${importId} and w.division = ${division} and w.n = t.household_n
      left join registry.person p on p.id = t.matched_id and p.division = ${division}
      where t.import_id = ${importId} and t.division = ${division} and t.change is null) x
    where s.import_id = ${importId} and s.division = ${division} and s.n = x.n`.execute(tx)
}
