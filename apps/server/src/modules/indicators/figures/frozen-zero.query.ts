import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { villagesOf, type Place } from '../../organization/organization.api.ts'
import { contactNameOn } from '../../registry/registry.api.ts'
import { zeroTier } from './zero.query.ts'

/** A zero-employment household as the books of a day hold it; names are unmasked, the reader's side masks them. */
export type FrozenZero = {
  householdId: string; place: string; villageCode: string; headName: string | null; type: string
  since: CalendarDate; contactName: string | null
}

/** The zero-employment households frozen with a closed day (S23) in the order to call them, and how many there are. */
export async function listFrozenZero(
  tx: Tx, place: Place, day: CalendarDate, most: number,
): Promise<{ rows: FrozenZero[]; total: number }> {
  const frozen = sql`from indicators.frozen_household s join organization.pub_village v on v.code = s.division
    where s.zero and s.from_day <= ${day} and (s.to_day is null or s.to_day > ${day}) and ${villagesOf(place)}`
  const listed = await rows(tx, sql<FrozenZero>`
    select z.household_id as "householdId", z.place, z.division as "villageCode", h.head_name as "headName", h.type,
      z.since, ${contactNameOn(sql`h.id`, day)} as "contactName"
    from (
      select s.household_id, s.division, v.township_name || v.name as place, coalesce(s.zero_since, s.from_day) as since, ${zeroTier} as tier ${frozen}
      order by 5, 4, 1 limit ${most}
    ) z join registry.pub_household h on h.id = z.household_id order by z.tier, z.since, z.household_id`)
  const counted = await firstRow(tx, sql<{ total: number }>`select count(*)::int as total ${frozen}`)
  return { rows: listed, total: counted?.total ?? 0 }
}
