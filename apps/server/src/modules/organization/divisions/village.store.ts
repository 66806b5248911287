import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'

/**
 * Rebuilds the flat place of every village in force on the day from the division tree and the unit tree; rows that
 * did not change are not written. The third digit group 0xx/1xx is a residents' committee (urban).
 */
export async function rebuildVillages(tx: Tx | Database, on: CalendarDate): Promise<void> {
  await sql`
    with place as (
      select v.code, v.short_name as name, t.code as township_code, t.short_name as township_name,
        c.code as county_code, c.short_name as county_name, u.code as unit_code, u.name as unit_name,
        substr(v.code, 10, 1) in ('0', '1') as urban
      from organization.division v
      join organization.division t on t.code = v.parent_code and ${inForce('t', on)}
      join organization.division c on c.code = t.parent_code and ${inForce('c', on)}
      join organization.reporting_unit_township m on m.township_code = t.code and ${inForce('m', on)}
      join organization.reporting_unit u on u.code = m.unit_code
      where v.level = 5 and ${inForce('v', on)}
    ), gone as (
      delete from organization.village where code not in (select code from place)
    )
    insert into organization.village as old select * from place
    on conflict (code) do update set name = excluded.name,
      township_code = excluded.township_code, township_name = excluded.township_name,
      county_code = excluded.county_code, county_name = excluded.county_name,
      unit_code = excluded.unit_code, unit_name = excluded.unit_name, urban = excluded.urban
    where old is distinct from excluded`.execute(tx)
}

function inForce(alias: string, on: CalendarDate) {
  const row = sql.id(alias)
  return sql`${row}.valid_from <= ${on} and (${row}.valid_to is null or ${row}.valid_to >= ${on})`
}
