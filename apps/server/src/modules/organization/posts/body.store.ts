import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Database, type Tx } from '../../../platform/db.ts'
import { bodyKey, type BodyPlace } from './standard-bodies.rules.ts'

export type BodyRow = {
  id: string
  kind: string
  name: string
  division: string
  unit_code: string | null
  parent_id: string | null
  valid_from: CalendarDate
}
export type PostRow = {
  id: string
  organisation_id: string
  kind: string
  title: string
  rank: number
  required: boolean
  division: string
}

/** Every place that needs a body on the day: prefecture, reporting units, townships, villages, upper levels first. */
export async function listBodyPlaces(tx: Tx | Database, on: CalendarDate): Promise<BodyPlace[]> {
  return rows(tx, sql<BodyPlace>`
    select 2 as level, substr(code, 1, 4) as division, null as unit, short_name as name, kind
    from organization.division where level = 2 and valid_to is null
    union all
    select 3, coalesce(county_code, split_part(code, '-', 1)), code, name, null from organization.reporting_unit
    union all
    select level, code, null, short_name, kind from organization.division
    where level in (4, 5) and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
    order by 1, 2`)
}

/** Ids of the bodies that stand, by `bodyKey`. */
export async function findBodyIds(tx: Tx | Database): Promise<Map<string, string>> {
  const bodies = await rows(tx, sql<{ id: string; kind: string; division: string; unit: string | null }>`
    select id, kind, division, unit_code as unit from organization.organisation where valid_to is null`)
  return new Map(bodies.map((body) => [bodyKey(body), body.id]))
}

/** Writes new bodies and their posts. */
export async function insertBodies(
  tx: Tx | Database, bodies: readonly BodyRow[], posts: readonly PostRow[],
): Promise<void> {
  await sql`
    insert into organization.organisation (id, kind, name, division, unit_code, parent_id, valid_from)
    select id, kind, name, division, unit_code, parent_id, valid_from
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as b
      (id uuid, kind text, name text, division text, unit_code text, parent_id uuid, valid_from date)`.execute(tx)
  await sql`
    insert into organization.post (id, organisation_id, kind, title, rank, required, division)
    select id, organisation_id, kind, title, rank, required, division
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as p
      (id uuid, organisation_id uuid, kind text, title text, rank integer, required boolean, division text)`.execute(tx)
}

/** The front-line post of a village, locked so that two grids added at once see each other. */
export async function lockVillageBody(tx: Tx, village: string): Promise<string | undefined> {
  const row = await firstRow(tx, sql<{ id: string }>`
    select id from organization.organisation
    where kind = 'village_post' and division = ${village} and valid_to is null for update`)
  return row?.id
}
