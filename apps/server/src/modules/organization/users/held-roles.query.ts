import { sql } from 'kysely'
import type { HeldRole } from '@anye/contract/access/role'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Database, type Tx } from '../../../platform/db.ts'
import type { GrantRow } from './role-grant.store.ts'

/** Grants with their places named. */
export async function heldRoles(
  tx: Tx | Database,
  grants: readonly GrantRow[],
  on: CalendarDate,
): Promise<HeldRole[]> {
  const names = await placeNames(tx, grants.flatMap(placesOf), on)
  return grants.map((grant) => ({
    grantId: grant.id,
    role: grant.role,
    scope: grant.scope,
    unitCode: grant.unit_code,
    place: placesOf(grant)
      .map((code) => names.get(code) ?? code)
      .join('、'),
    validFrom: grant.valid_from,
    validTo: grant.valid_to,
  }))
}

export async function heldRole(tx: Tx, grant: GrantRow, on: CalendarDate): Promise<HeldRole> {
  const [role] = await heldRoles(tx, [grant], on)
  // One grant in, one role out.
  return role as HeldRole
}

function placesOf(grant: GrantRow): string[] {
  return grant.unit_code === null ? grant.scope : [grant.unit_code]
}

/** Names of divisions and reporting units; a prefecture may be written with four digits. */
export async function placeNames(
  tx: Tx | Database,
  codes: readonly string[],
  on: CalendarDate,
): Promise<Map<string, string>> {
  const found = await rows(tx, sql<{ code: string; name: string }>`
    select wanted.code, coalesce(
      (select u.name from organization.reporting_unit u where u.code = wanted.code),
      (select d.name from organization.division d
        where d.code = case char_length(wanted.code) when 4 then wanted.code || '00' else wanted.code end
        and d.valid_from <= ${on}
        order by d.valid_from desc limit 1), wanted.code) as name
    from (select distinct unnest(${[...codes]}::text[]) as code) wanted`)
  return new Map(found.map(({ code, name }) => [code, name]))
}
