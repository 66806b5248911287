import { sql } from 'kysely'
import type { IndicatorParameters } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { shiftMonth, type CalendarMonth } from '@anye/kernel/calendar-month'
import { rows, type Tx } from '../../../platform/db.ts'
import { knownOf } from '../lines/known.query.ts'

/** Villages with households whose lines of the month were not completed on this day yet, those without any first. */
export async function listVillagesToOpen(tx: Tx, month: CalendarMonth, day: CalendarDate, most: number): Promise<string[]> {
  const due = await rows(tx, sql<{ code: string }>`
    select v.code from organization.pub_village v
    left join cards.village_month m on m.month = ${month} and m.division = v.code
    where (m.completed_on is null or (m.completed_on < ${day} and m.village_closed_at is null))
      and exists (select 1 from registry.pub_household h where h.division = v.code)
    order by m.completed_on is not null, v.code limit ${most}`)
  return due.map(({ code }) => code)
}

export type Opening = {
  villages: readonly string[]; month: CalendarMonth; day: CalendarDate; asOf: CalendarDate; dueOn: CalendarDate; labour: IndicatorParameters; at: number
}

/**
 * Gives every labourer of some villages who has none yet a line for the month, prefilled with what the register knows and what
 * the month before said of somebody without a job.
 */
export async function openVillages(tx: Tx, { villages, month, day, asOf, dueOn, labour, at }: Opening): Promise<void> {
  const codes = sql`${[...villages]}::text[]`
  const labourers = sql`registry.pub_labourers(${day}::date, ${codes}, ${JSON.stringify(labour)}::jsonb)`
  await sql`
    with known as materialized (${knownOf(sql`(select id from ${labourers})`, sql`${day}::date`)}),
    added as (
      insert into cards.line (month, person_id, household_id, division, known_status, known_job, evidence_on, months_without_contact, months_unchanged)
      select ${month}, q.id, q.household_id, q.division,
        -- Who had no job keeps last month's word, unless that was about a job.
        coalesce(k.status, case when k.job is null and l.status in ('20', '30', '40', '50') then l.status end), k.job, k.evidence_on,
        case when l.check_id is null then coalesce(l.months_without_contact, 0)
          when l.method in ('visit', 'video', 'phone') then 0 else l.months_without_contact + 1 end,
        case when l.no_change then l.months_unchanged + 1 else 0 end
      from registry.pub_person q join known k on k.person_id = q.id
      left join cards.line l on l.month = ${shiftMonth(month, -1)} and l.person_id = q.id
      on conflict (month, person_id) do nothing returning division)
    insert into cards.village_month (month, division, as_of, due_on, lines, opened_at, completed_on)
    select ${month}, v.code, ${asOf}::date, ${dueOn}::date, (select count(*) from added a where a.division = v.code), ${new Date(at)}::timestamptz, ${day}::date
    from unnest(${codes}) v(code)
    on conflict (month, division) do update set lines = cards.village_month.lines + excluded.lines, completed_on = excluded.completed_on`.execute(tx)
}
