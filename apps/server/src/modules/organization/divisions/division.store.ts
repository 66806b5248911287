import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { DivisionKind, DivisionLevel } from '@anye/codes/data/divisions'
import { firstRow, rows, type Database, type Tx } from '../../../platform/db.ts'

/** A row of organization.division; `valid_to` is the last day. */
export type DivisionRow = {
  code: string
  valid_from: CalendarDate
  valid_to: CalendarDate | null
  name: string
  short_name: string
  level: DivisionLevel
  parent_code: string | null
  successor_code: string | null
  kind: DivisionKind
  pinyin: string
  initials: string
  sort: number
}

/** Writes rows that are not there yet; a row that was edited since keeps its edit. Returns how many were new. */
export async function insertDivisions(tx: Tx | Database, divisions: readonly DivisionRow[]): Promise<number> {
  if (divisions.length === 0) return 0
  const result = await sql`
    insert into organization.division
      (code, valid_from, valid_to, name, short_name, level, parent_code, successor_code, kind, pinyin, initials, sort)
    select * from jsonb_to_recordset(${JSON.stringify(divisions)}::jsonb) as d
      (code text, valid_from date, valid_to date, name text, short_name text, level smallint, parent_code text,
       successor_code text, kind text, pinyin text, initials text, sort integer)
    on conflict (code, valid_from) do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** The newest row of a code, locked until the transaction ends, so that two edits of one division queue. */
export async function lockNewestDivision(tx: Tx, code: string): Promise<DivisionRow | undefined> {
  return firstRow(tx, sql<DivisionRow>`
    select * from organization.division where code = ${code} order by valid_from desc limit 1 for update`)
}

/** Ends a row on its last day and, for a merger, names the code that takes its place. */
export async function endDivision(
  tx: Tx, { code, valid_from }: DivisionRow, lastDay: CalendarDate, successor: string | null,
): Promise<void> {
  await sql`
    update organization.division set valid_to = ${lastDay}, successor_code = coalesce(${successor}, successor_code)
    where code = ${code} and valid_from = ${valid_from}`.execute(tx)
}

/** Ends every group of a village that ends. */
export async function endGroups(tx: Tx, village: string, lastDay: CalendarDate): Promise<void> {
  await sql`
    update organization.division set valid_to = ${lastDay}
    where parent_code = ${village} and level = 6 and valid_from <= ${lastDay}
      and (valid_to is null or valid_to > ${lastDay})`.execute(tx)
}

/** Divisions directly below a code that still hold after a day. */
export async function countChildrenAfter(tx: Tx, code: string, day: CalendarDate): Promise<number> {
  const row = await firstRow(tx, sql<{ count: number }>`
    select count(*) as count from organization.division
    where parent_code = ${code} and (valid_to is null or valid_to > ${day})`)
  return row?.count ?? 0
}

/** Every group some villages ever had: a group's code is never given twice. */
export async function listGroupsOf(tx: Tx | Database, villages: readonly string[]): Promise<DivisionRow[]> {
  return rows(tx, sql<DivisionRow>`
    select * from organization.division where parent_code = any(${villages}::text[]) and level = 6 order by code`)
}
