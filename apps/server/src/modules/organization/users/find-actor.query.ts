import { sql } from 'kysely'
import type { Role } from '@anye/contract/access'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { actorOf, type Actor } from '../../../platform/actor.ts'
import { firstRow, type Database } from '../../../platform/db.ts'

type ActorRow = {
  user_name: string
  name: string
  must_change_password: boolean
  grants: { role: Role; scope: string[]; unitCode: string | null }[]
}

/** Who a user is on a day, in one round trip; undefined when the account is disabled or does not exist. */
export async function findActor(db: Database, userId: string, on: CalendarDate): Promise<Actor | undefined> {
  const row = await firstRow(db, sql<ActorRow>`
    select u.user_name, u.name, u.must_change_password, coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'unitCode', g.unit_code)
      order by g.granted_at, g.id)
      from organization.role_grant g
      where g.user_id = u.id and g.valid_from <= ${on}
      and (g.valid_to is null or g.valid_to >= ${on})), '[]') as grants
    from organization.user_account u where u.id = ${userId} and u.state = 'active'`)
  if (row === undefined) return undefined
  return actorOf(
    { userId, userName: row.user_name, name: row.name, mustChangePassword: row.must_change_password },
    row.grants,
  )
}
