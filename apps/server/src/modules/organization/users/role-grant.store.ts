import { sql } from 'kysely'
import type { Role } from '@anye/contract/access'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Database, type Tx } from '../../../platform/db.ts'

export type GrantRow = {
  id: string
  user_id: string
  role: Role
  scope: string[]
  unit_code: string | null
  valid_from: CalendarDate
  valid_to: CalendarDate | null
}

/** Roles of a user that hold on a day or begin later. */
export async function listGrants(tx: Tx | Database, userId: string, on: CalendarDate): Promise<GrantRow[]> {
  return rows(tx, sql<GrantRow>`
    select id, user_id, role, scope, unit_code, valid_from, valid_to from organization.role_grant
    where user_id = ${userId} and (valid_to is null or valid_to >= ${on}) order by granted_at, id`)
}

export async function findGrant(tx: Tx, grantId: string): Promise<GrantRow | undefined> {
  return firstRow(tx, sql<GrantRow>`
    select id, user_id, role, scope, unit_code, valid_from, valid_to from organization.role_grant
    where id = ${grantId}`)
}

/** The database refuses a second administrator role by itself (constraint role_grant_administrators). */
export async function insertGrant(
  tx: Tx,
  grant: GrantRow & { grantedBy: string | null; at: Date },
): Promise<void> {
  await sql`insert into organization.role_grant (id, user_id, role, scope, unit_code, valid_from, valid_to,
    granted_by, granted_at)
    values (${grant.id}, ${grant.user_id}, ${grant.role}, ${grant.scope}, ${grant.unit_code},
    ${grant.valid_from}, ${grant.valid_to},
      ${grant.grantedBy}, ${grant.at})`.execute(tx)
}

/** Ends a grant with `lastDay`; a grant of today ends before it began, so that it holds on no day. */
export async function endGrant(tx: Tx, grantId: string, lastDay: CalendarDate): Promise<void> {
  await sql`update organization.role_grant set valid_to = ${lastDay} where id = ${grantId}`.execute(tx)
}
