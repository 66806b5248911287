import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'

/** Labourers of a village group, and those of them who are available and not employed. */
export type GroupMeasure = { village: string; groupName: string; labourers: number; unemployed: number }

/** Counts the labourers of the groups of some villages on a day, by the definitions in force then (S72). */
export async function measureGroups(tx: Tx, villages: readonly string[], day: CalendarDate): Promise<GroupMeasure[]> {
  const { parameters } = await getParametersOn(tx, day)
  return rows(tx, sql<GroupMeasure>`
    select s.division as village, h.group_name as "groupName", count(*)::int as labourers,
      count(*) filter (where s.available and not s.employed)::int as unemployed
    from indicators.person_states(${day}, ${villages}::text[], ${JSON.stringify(parameters)}::jsonb) s
    join registry.pub_household h on h.id = s.household_id
    where h.group_name is not null group by 1, 2 order by 1, 2`)
}
