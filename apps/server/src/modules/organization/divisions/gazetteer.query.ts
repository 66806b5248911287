import { createGazetteer, type Gazetteer } from '@anye/codes/data/divisions-gazetteer'
import type { Division } from '@anye/codes/data/divisions'
import type { ReportingUnit } from '@anye/codes/data/divisions-units'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { sql } from 'kysely'
import { rows, type Database, type Tx } from '../../../platform/db.ts'
import { inForce } from './division.query.ts'

/**
 * The gazetteer over the divisions as they stand in the database, edits included. Build it once for an import and
 * ask it for every row: it answers from memory.
 */
export async function loadGazetteer(tx: Tx | Database, on: CalendarDate): Promise<Gazetteer> {
  const divisions = await rows(tx, sql<Division>`
    select code, name, level, parent_code as parent, valid_from as "validFrom", valid_to as "validTo",
      successor_code as successor
    from organization.division order by code, valid_from`)
  const units = await rows(tx, sql<ReportingUnit>`
    select u.code, u.name, u.short_name as "shortName", u.county_code as county,
      array(select m.township_code from organization.reporting_unit_township m
        where m.unit_code = u.code and u.county_code is null and ${inForce('m', on)} order by 1) as townships
    from organization.reporting_unit u order by u.sort`)
  return createGazetteer(divisions, units, on)
}
