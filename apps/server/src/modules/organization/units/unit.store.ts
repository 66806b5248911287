import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { ReportingUnit } from '@anye/codes/data/divisions-units'
import type { Database, Tx } from '../../../platform/db.ts'

/** Writes units that are not there yet, in the order given. */
export async function insertUnits(tx: Tx | Database, units: readonly ReportingUnit[]): Promise<void> {
  const records = units.map((unit, index) => ({ ...unit, sort: index + 1 }))
  await sql`
    insert into organization.reporting_unit (code, name, short_name, county_code, sort)
    select code, name, "shortName", county, sort from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as u (code text, name text, "shortName" text, county text, sort integer)
    on conflict (code) do nothing`.execute(tx)
}

/** One township's membership in a unit over some days. */
export type UnitMembership = { unit: string; township: string; from: CalendarDate; to: CalendarDate | null }

/** Writes memberships that are not there yet; a township reports through one unit at a time. */
export async function insertMemberships(tx: Tx | Database, memberships: readonly UnitMembership[]): Promise<void> {
  await sql`
    insert into organization.reporting_unit_township (unit_code, township_code, valid_from, valid_to)
    select unit, township, "from", "to" from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb)
      as m (unit text, township text, "from" date, "to" date)
    on conflict (township_code, valid_from) do nothing`.execute(tx)
}
