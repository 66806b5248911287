import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

export type WeakGroupRecord = { id: string; division: string; group_name: string; listed_on: CalendarDate; delisted_on: CalendarDate | null; version: number }

/** A weak group, locked: changes of one group queue. */
export async function lockWeakGroup(tx: Tx, id: string): Promise<WeakGroupRecord | undefined> {
  return firstRow(tx, sql<WeakGroupRecord>`
    select id, division, group_name, listed_on, delisted_on, version from organization.weak_group where id = ${id} for update`)
}

export type NewWeakGroup = {
  id: string; division: string; groupName: string; criteria: readonly string[]; note: string | null; listedOn: CalendarDate; by: string | null
  baseLabourers: number; baseUnemployed: number
}

/** Lists a group; false when it is listed already. */
export async function insertWeakGroup(tx: Tx, group: NewWeakGroup): Promise<boolean> {
  const written = await rows(tx, sql`
    insert into organization.weak_group (id, division, group_name, criteria, note, listed_on, listed_by, base_labourers, base_unemployed)
    values (${group.id}, ${group.division}, ${group.groupName}, ${group.criteria}::text[], ${group.note}, ${group.listedOn}, ${group.by},
      ${group.baseLabourers}, ${group.baseUnemployed})
    on conflict (division, group_name) where delisted_on is null do nothing returning 1`)
  return written.length > 0
}

export async function delist(tx: Tx, id: string, end: { on: CalendarDate; by: string; note: string }): Promise<void> {
  await sql`update organization.weak_group set delisted_on = ${end.on}, delisted_by = ${end.by}, delist_note = ${end.note}, version = version + 1
    where id = ${id}`.execute(tx)
}

export type NewPartyGroup = { id: string; weakGroupId: string; division: string; name: string; leaderName: string | null; from: CalendarDate }

export async function insertPartyGroups(tx: Tx, groups: readonly NewPartyGroup[]): Promise<void> {
  await sql`insert into organization.party_group (id, weak_group_id, division, name, leader_name, from_on)
    select g.id, g."weakGroupId", g.division, g.name, g."leaderName", g."from" from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
      as g(id uuid, "weakGroupId" uuid, division text, name text, "leaderName" text, "from" date)`.execute(tx)
}

type Run = { id: string; weak_group_id: string; division: string; name: string; version: number; from: CalendarDate; to: CalendarDate | null }

export async function lockPartyGroup(tx: Tx, id: string): Promise<Run | undefined> {
  return firstRow(tx, sql<Run>`select id, weak_group_id, division, name, version, from_on as "from", to_on as "to"
    from organization.party_group where id = ${id} for update`)
}

/** How many Party groups a weak group keeps after a day, one left out. */
export async function countPartyGroupsAfter(tx: Tx, weakGroup: string, day: CalendarDate, but: string): Promise<number> {
  const counted = await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from organization.party_group
    where weak_group_id = ${weakGroup} and id <> ${but} and (to_on is null or to_on > ${day})`)
  return counted?.n ?? 0
}

export async function endPartyGroupOn(tx: Tx, id: string, lastDay: CalendarDate): Promise<void> {
  await sql`update organization.party_group set to_on = ${lastDay}, version = version + 1 where id = ${id}`.execute(tx)
}

export type NewCadre = {
  id: string; weakGroupId: string; division: string; userId: string | null; name: string; duty: string | null; from: CalendarDate; to: CalendarDate
  closedOn?: CalendarDate | null; result?: string | null
}

export async function insertCadres(tx: Tx, cadres: readonly NewCadre[]): Promise<void> {
  await sql`insert into organization.weak_group_cadre (id, weak_group_id, division, user_id, name, duty, term_from, term_to, closed_on, result)
    select c.id, c."weakGroupId", c.division, c."userId", c.name, c.duty, c."from", c."to", c."closedOn", c.result
    from jsonb_to_recordset(${JSON.stringify(cadres)}::jsonb) as c(id uuid, "weakGroupId" uuid, division text, "userId" uuid, name text, duty text,
      "from" date, "to" date, "closedOn" date, result text)`.execute(tx)
}

export async function lockCadre(tx: Tx, id: string): Promise<Run | undefined> {
  return firstRow(tx, sql<Run>`select id, weak_group_id, division, name, version, term_from as "from", closed_on as "to"
    from organization.weak_group_cadre where id = ${id} for update`)
}

/** Closes a term with its result; the last day may lie before the one agreed. */
export async function closeCadreOn(tx: Tx, id: string, end: { lastDay: CalendarDate; on: CalendarDate; result: string }): Promise<void> {
  await sql`update organization.weak_group_cadre set term_to = ${end.lastDay}, closed_on = ${end.on}, result = ${end.result}, version = version + 1
    where id = ${id}`.execute(tx)
}
