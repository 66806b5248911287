import { sql } from 'kysely'
import type { Division } from '@anye/contract/organization/divisions/division'
import type { ReportingUnit } from '@anye/contract/organization/units/list-units'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Database, type Tx } from '../../../platform/db.ts'
import { inForce, selectDivisions } from '../divisions/division.query.ts'

/**
 * The reporting units in the order of reports. The scope of a county that lost no township is its code; otherwise a
 * unit's scope is the list of its townships, so that scopes never overlap.
 */
export async function listUnits(tx: Tx | Database, on: CalendarDate): Promise<ReportingUnit[]> {
  return rows(tx, sql<ReportingUnit>`
    with member as (
      select m.unit_code, m.township_code, substr(m.township_code, 1, 6) as county
      from organization.reporting_unit_township m where ${inForce('m', on)}
    ), lent as (
      select distinct county from member where county <> unit_code
    )
    select u.code, u.name, u.short_name as "shortName", u.county_code as county,
      case when u.county_code is not null and u.county_code not in (select county from lent)
        then array[u.county_code]
        else array(select township_code from member where unit_code = u.code order by 1) end as scope,
      (select count(*) from organization.village v where v.unit_code = u.code) as "villageCount"
    from organization.reporting_unit u order by u.sort`)
}

/** Townships that report through a unit on a day, in code order. */
export async function listTownshipsOfUnit(tx: Tx | Database, unit: string, on: CalendarDate): Promise<Division[]> {
  const source = sql`(
    select e.* from organization.division e
    join organization.reporting_unit_township m on m.township_code = e.code and ${inForce('m', on)}
    where m.unit_code = ${unit} and ${inForce('e', on)}
  ) d`
  return selectDivisions(tx, source, sql`d.code`, on)
}
