import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'

export type HouseholdRecord = {
  id: string; division: string; version: number; status: string; hh_no: string | null; type: string; group_name: string | null
  contact_name: string | null; grid_name: string | null; resettled: boolean; site: string | null; room: string | null
  head_id: string | null; head_name: string | null; parents: string[]
}

/** The household at the version the form was opened on, locked; refuses `stale_version` when somebody was faster. */
export async function getHouseholdAt(tx: Tx, id: string, version: number | undefined): Promise<HouseholdRecord> {
  const household = await firstRow(tx, sql<HouseholdRecord>`select * from registry.household where id = ${id} for update`)
  if (household === undefined) throw new Refusal('not_found')
  if (version !== undefined && household.version !== version) throw new Refusal('stale_version', { version: household.version })
  return household
}

type Stamp = { at: number; by: string }

export async function updateHousehold(tx: Tx, household: HouseholdRecord, changes: Record<string, unknown>, { at, by }: Stamp): Promise<number> {
  const assignments = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update registry.household set ${sql.join(assignments)}, version = version + 1, recorded_at = ${new Date(at)}, recorded_by = ${by}
    where id = ${household.id}`.execute(tx)
  return household.version + 1
}

/** A new household with the type and place of its origin. */
export async function insertSplit(tx: Tx, id: string, origin: HouseholdRecord, head: { id: string; name: string }, { at, by }: Stamp): Promise<void> {
  await sql`insert into registry.household (id, source, division, group_name, type, attribute, type_year, resettled, resettled_year, site, room,
      contact_name, grid_name, head_id, head_name, parents, known_since, recorded_at, recorded_by)
    select ${id}, 'split', division, group_name, type, attribute, type_year, resettled, resettled_year, site, room, contact_name, grid_name,
      ${head.id}, ${head.name}, array[id], known_since, ${new Date(at)}, ${by} from registry.household where id = ${origin.id}`.execute(tx)
  await sql`insert into registry.segment (household_id, division, kind, from_on, to_on, source)
    select ${id}, division, kind, from_on, to_on, source from registry.segment where household_id = ${origin.id}`.execute(tx)
}

export type Member = { id: string; name: string; is_head: boolean; household_id: string }

export async function listMembers(tx: Tx, household: string): Promise<Member[]> {
  return rows(tx, sql<Member>`select id, name, is_head, household_id from registry.person
    where household_id = ${household} and status <> 'merged' order by is_head desc, seq nulls last, id for update`)
}

/** Moves persons, their jobs and exemptions with them, into another household of the same village. */
export async function moveMembers(tx: Tx, persons: readonly string[], to: { id: string; division: string }): Promise<void> {
  await sql`update registry.person set household_id = ${to.id}, division = ${to.division}, is_head = false
    where id = any (${persons}::uuid[])`.execute(tx)
  await sql`update registry.episode set household_id = ${to.id}, division = ${to.division} where person_id = any (${persons}::uuid[])`.execute(tx)
  await sql`update registry.exemption set division = ${to.division} where person_id = any (${persons}::uuid[])`.execute(tx)
}

/** Makes one member the head and counts the members again. */
export async function settleHead(tx: Tx, household: string, head: string): Promise<void> {
  await sql`update registry.person set is_head = (id = ${head}), relation = case when id = ${head} then '02' when is_head then '99' else relation end
    where household_id = ${household} and (is_head or id = ${head})`.execute(tx)
  await sql`update registry.household h set head_id = ${head}, head_name = (select name from registry.person where id = ${head}),
    register_division = (select register_division from registry.person where id = ${head}),
    members = (select count(*) from registry.person where household_id = h.id and status = 'active') where id = ${household}`.execute(tx)
}

/** Ends the segments a household is no longer in with yesterday and opens the new ones today; the past stays as it was. */
export async function settleSegments(tx: Tx, household: { id: string; division: string }, kinds: readonly string[], today: CalendarDate): Promise<void> {
  await sql`update registry.segment set to_on = greatest(from_on, ${today}::date - 1)
    where household_id = ${household.id} and (to_on is null or to_on >= ${today}) and kind <> all (${kinds}::text[])`.execute(tx)
  await sql`insert into registry.segment (household_id, division, kind, from_on, source)
    select ${household.id}, ${household.division}, k.kind, ${today}, 'form' from unnest(${kinds}::text[]) k(kind)
    where not exists (select 1 from registry.segment s where s.household_id = ${household.id} and s.kind = k.kind and s.to_on is null)
    on conflict (household_id, kind, from_on) do update set to_on = null`.execute(tx)
}
