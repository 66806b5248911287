import { sql } from 'kysely'
import { ROLE_CODES, ROLES, type Permission } from '@anye/contract/access'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

const MOST = 100

type Wanted = { permission: Permission; village: string; on: CalendarDate; userId?: string }

/** Active accounts that hold a permission over a village on a day, the nearest first: the smaller the area, the closer the person. */
export async function listPeopleWith(tx: Tx, { permission, village, on, userId }: Wanted): Promise<{ userId: string; name: string }[]> {
  const roles = ROLE_CODES.filter((role) => (ROLES[role].permissions as readonly Permission[]).includes(permission))
  return rows(tx, sql<{ userId: string; name: string }>`
    select "userId", name from (
      select distinct on (u.id) u.id as "userId", u.name, length(a.prefix) as width
      from organization.user_account u
      join organization.role_grant g on g.user_id = u.id and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
      cross join unnest(g.scope) a(prefix)
      where u.state = 'active' and g.role = any (${roles}::text[]) and starts_with(${village}, a.prefix)
        and (${userId ?? null}::uuid is null or u.id = ${userId ?? null}::uuid)
      order by u.id, length(a.prefix) desc) found
    order by width desc, name, "userId" limit ${MOST}`)
}
