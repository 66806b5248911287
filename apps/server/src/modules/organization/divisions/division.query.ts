import { sql, type RawBuilder } from 'kysely'
import type { Division } from '@anye/contract/organization/divisions/division'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Database, type Tx } from '../../../platform/db.ts'

/** Condition that a division row called `alias` holds on a day. */
export function inForce(alias: string, on: CalendarDate): RawBuilder<boolean> {
  const row = sql.id(alias)
  return sql<boolean>`(${row}.valid_from <= ${on} and (${row}.valid_to is null or ${row}.valid_to >= ${on}))`
}

/**
 * Divisions as the contract shows them. `source` is a FROM item named `d` with the columns of
 * organization.division; names above and counts below are looked up only for the rows it leaves.
 */
export async function selectDivisions(
  tx: Tx | Database, source: RawBuilder<unknown>, order: RawBuilder<unknown>, on: CalendarDate,
): Promise<Division[]> {
  return rows(tx, sql<Division>`
    select d.code, d.name, d.short_name as "shortName", d.level, d.kind, d.parent_code as "parentCode",
      coalesce(above.path, '') as path, d.valid_from as "validFrom", d.valid_to as "validTo",
      d.successor_code as "successorCode",
      (select count(*) from organization.division k where k.parent_code = d.code and ${inForce('k', on)})
        as "childCount"
    from ${source}
    left join lateral (
      select string_agg(a.short_name, ' / ' order by a.level) as path from (
        select distinct on (code) short_name, level from organization.division
        where level between 3 and d.level - 1
          and code in (substr(d.code, 1, 6), substr(d.code, 1, 9), substr(d.code, 1, 12))
        order by code, valid_from desc
      ) a
    ) above on true
    order by ${order}`)
}

/** Divisions directly below one on a day, in statistical order. */
export async function listChildren(tx: Tx, code: string, on: CalendarDate): Promise<Division[]> {
  const source = sql`(select * from organization.division e where e.parent_code = ${code} and ${inForce('e', on)}) d`
  return selectDivisions(tx, source, sql`d.level, d.sort, d.code`, on)
}

/** Every name a code carried, newest first. */
export async function listVersions(tx: Tx, code: string, on: CalendarDate): Promise<Division[]> {
  const source = sql`(select * from organization.division where code = ${code}) d`
  return selectDivisions(tx, source, sql`d.valid_from desc`, on)
}

/** Codes that ended in this one. */
export async function listPredecessors(tx: Tx, code: string, on: CalendarDate): Promise<Division[]> {
  const source = sql`(select * from organization.division where successor_code = ${code} and code <> ${code}) d`
  return selectDivisions(tx, source, sql`d.valid_to desc, d.code`, on)
}
