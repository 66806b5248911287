import { sql } from 'kysely'
import type { Role } from '@anye/contract/access'
import type { UserAccount } from '@anye/contract/access/users/user'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { heldRoles } from './held-roles.query.ts'
import type { GrantRow } from './role-grant.store.ts'

export type UserFilter = {
  cursor?: string | undefined
  limit: number
  text?: string | undefined
  role?: Role | undefined
  state?: string | undefined
}

type Row = {
  id: string
  user_name: string
  name: string
  duty: string | null
  state: 'active' | 'disabled'
  demo: boolean
  must_change_password: boolean
  two_factor: boolean
  locked_until: Date | null
  seen_at: Date | null
  created_at: Date
}

/** Users by user name; the cursor is the last name of the page before. */
export async function listUsers(
  tx: Tx,
  filter: UserFilter,
  now: Date,
  today: CalendarDate,
): Promise<{ rows: UserAccount[]; nextCursor: string | null; total: number }> {
  const condition = sql`
    (${filter.text ?? null}::text is null
      or position(lower(${filter.text ?? ''}) in lower(u.user_name || ' ' || u.name)) > 0)
    and (${filter.state ?? null}::text is null or u.state = ${filter.state ?? null})
    and (${filter.role ?? null}::text is null or exists (select 1 from organization.role_grant g
      where g.user_id = u.id and g.role = ${filter.role ?? null}
      and (g.valid_to is null or g.valid_to >= ${today})))`
  const found = await rows(tx, sql<Row>`
    select u.id, u.user_name, u.name, u.duty, u.state, u.demo, u.must_change_password, u.created_at,
      coalesce(a.two_factor_enabled, false) as two_factor,
      (select f.locked_until from auth.log_in_failure f
        where f.user_name = u.user_name and f.locked_until > ${now}) as locked_until,
      (select max(s.seen_at) from auth.session s where s.user_id = u.id) as seen_at
    from organization.user_account u left join auth."user" a on a.id = u.id
    where ${condition} and (${filter.cursor ?? null}::text is null or u.user_name > ${filter.cursor ?? null})
    order by u.user_name limit ${filter.limit + 1}`)
  const total = await firstRow(tx, sql<{ n: number }>`select count(*) as n from organization.user_account u
    where ${condition}`)
  const page = found.slice(0, filter.limit)
  const roles = await rolesOf(
    tx,
    page.map(({ id }) => id),
    today,
  )
  return {
    rows: page.map((row) => accountOf(row, roles.get(row.id) ?? [])),
    nextCursor: found.length > filter.limit ? (page.at(-1)?.user_name ?? null) : null,
    total: total?.n ?? 0,
  }
}

function accountOf(row: Row, roles: UserAccount['roles']): UserAccount {
  return {
    userId: row.id,
    userName: row.user_name,
    name: row.name,
    duty: row.duty,
    state: row.state,
    demo: row.demo,
    mustChangePassword: row.must_change_password,
    secondFactor: row.two_factor,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    seenAt: row.seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    roles,
  }
}

async function rolesOf(
  tx: Tx,
  userIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, UserAccount['roles']>> {
  const grants = await rows(tx, sql<GrantRow>`
    select id, user_id, role, scope, unit_code, valid_from, valid_to from organization.role_grant
    where user_id = any (${[...userIds]}::uuid[]) and (valid_to is null or valid_to >= ${today})
    order by granted_at, id`)
  const held = await heldRoles(tx, grants, today)
  const byGrant = new Map(held.map((role) => [role.grantId, role]))
  return new Map(
    userIds.map((userId) => [
      userId,
      grants.filter((grant) => grant.user_id === userId).flatMap((grant) => byGrant.get(grant.id) ?? []),
    ]),
  )
}
