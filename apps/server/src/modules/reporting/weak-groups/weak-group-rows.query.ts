import { sql, type RawBuilder } from 'kysely'
import type { WeakGroupRow } from '@anye/contract/organization/weak-groups/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

/**
 * Relation with a row per weak group: `w` the group, `v` its village, `n` what its labourers do today (S75), `c` its cadres.
 * Who is employed today and had no job on the day of listing found work since.
 */
export const weakGroupSource = (today: CalendarDate): RawBuilder<unknown> => sql`organization.pub_weak_group w
  join organization.pub_village v on v.code = w.division
  cross join lateral (
    select count(*)::int as labourers, count(*) filter (where s.employed)::int as employed,
      count(*) filter (where s.available and not s.employed)::int as unemployed,
      count(*) filter (where s.employed and not exists (select 1 from registry.pub_episode e
        where e.person_id = s.person_id and not e.voided and e.start_on <= w.listed_on and (e.end_on is null or e.end_on >= w.listed_on)))::int as found
    from indicators.pub_person_state s join registry.pub_household h on h.id = s.household_id
    where s.division = w.division and h.group_name = w.group_name) n
  cross join lateral (
    select count(*) filter (where d.closed_on is null and d.term_from <= ${today} and d.term_to >= ${today})::int as serving,
      count(*) filter (where d.closed_on is null and d.term_to < ${today})::int as over
    from organization.pub_weak_group_cadre d where d.weak_group_id = w.id) c`

/** What somebody has to settle: a term over without a result before a group to which nobody is sent. */
export const WEAK_GROUP_ALERT: RawBuilder<string | null> = sql<string | null>`case when w.delisted_on is not null then null
  when c.over > 0 then 'term_over' when c.serving = 0 then 'no_cadre' end`

type Row = WeakGroupRow & { note: string | null; delistNote: string | null; version: number }

/** Rows of the relation by what follows `from`. */
export async function weakGroupRows(tx: Tx, today: CalendarDate, tail: RawBuilder<unknown>): Promise<Row[]> {
  return rows(tx, sql<Row>`
    select w.id, w.division as village, v.township_name || v.name as place, w.group_name as "groupName", w.criteria,
      w.listed_on as "listedOn", w.delisted_on as "delistedOn", w.base_labourers as "baseLabourers", w.base_unemployed as "baseUnemployed",
      n.labourers, n.employed, n.unemployed, n.found as "foundWork", c.serving as cadres, c.over as "termsOver", ${WEAK_GROUP_ALERT} as alert,
      (select count(*)::int from organization.pub_party_group p
        where p.weak_group_id = w.id and (p.to_on is null or p.to_on >= ${today})) as "partyGroups",
      w.note, w.delist_note as "delistNote", w.version
    from ${weakGroupSource(today)} ${tail}`)
}
