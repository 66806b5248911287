import { sql } from 'kysely'
import { ROLE_CODES, ROLES, type Permission, type Role } from '@anye/contract/access'
import type { DutyPerson } from '@anye/contract/organization/people/list-duty-people'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

const MOST = 50
const may = (role: Role, permission: Permission) => (ROLES[role].permissions as readonly Permission[]).includes(permission)
const GRID_ROLES = ROLE_CODES.filter((role) => may(role, 'grid.handover'))
// Who works with households in the field; chiefs, administrators and data officers do not look after one.
const FIELD_ROLES = ROLE_CODES.filter((role) => may(role, 'episode.edit') || role === 'township_lead')

type Wanted = { places: readonly string[]; forGrid: boolean; on: CalendarDate; search?: string | undefined; userId?: string }

/**
 * Active accounts with a role in the field whose area covers the place or lies in it; for a grid, those that cover the
 * village and may take it over. Nearest first: the smaller the area, the closer the person.
 */
export async function listDutyPeople(tx: Tx, { places, forGrid, on, search = '', userId }: Wanted): Promise<DutyPerson[]> {
  return rows(tx, sql<DutyPerson>`
    select "userId", name, duty, place from (
      select distinct on (u.id) u.id as "userId", u.name, u.duty, length(a.prefix) as width,
        coalesce(n.name, d.name, a.prefix) as place
      from organization.user_account u
      join organization.role_grant g on g.user_id = u.id and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
      cross join unnest(g.scope) a(prefix)
      left join organization.reporting_unit n on n.code = g.unit_code
      left join organization.division d on d.code = a.prefix and d.valid_from <= ${on} and (d.valid_to is null or d.valid_to >= ${on})
      where u.state = 'active' and g.role = any(${forGrid ? GRID_ROLES : FIELD_ROLES}::text[])
        and exists (select 1 from unnest(${places}::text[]) w(place)
          where starts_with(w.place, a.prefix) or (${!forGrid} and starts_with(a.prefix, w.place)))
        and (${userId ?? null}::uuid is null or u.id = ${userId ?? null}::uuid)
        and (${search} = '' or position(${search} in u.name) > 0 or position(${search} in coalesce(u.duty, '')) > 0)
      order by u.id, length(a.prefix) desc) found
    order by width desc, name collate "zh-x-icu", "userId" limit ${MOST}`)
}
