import { sql, type RawBuilder } from 'kysely'
import { DAYS_AHEAD, type TaskDetail, type TaskKind } from '@anye/contract/command/tasks/task'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { addWorkdays } from '../../../platform/workdays.rules.ts'
import { getParametersOn } from '../../indicators/indicators.api.ts'
import { contactNameOn } from '../../registry/registry.api.ts'

/** A task as facts make it, before anybody sees it. */
export type DerivedTask = {
  kind: TaskKind; subject: string; household: string; person: string | null; due: CalendarDate | null; detail: TaskDetail; owner: string | null
}

type Raw = DerivedTask & { since: CalendarDate | null }

/**
 * What a village has to do on a day, from facts alone (S17): lines to be checked, needs that fall due or wait to be closed,
 * households without employment, and what runs out soon: evidence, exemptions, contracts.
 */
export async function tasksOf(tx: Tx, village: string, day: CalendarDate): Promise<DerivedTask[]> {
  const { parameters } = await getParametersOn(tx, day)
  const found = await rows(tx, sql<Raw>`
    select t.kind, t.subject, t.household, t.person, t.due, t.since, t.detail, coalesce(t.owner, ${contactNameOn(sql`h.id`, day)}) as owner
    from (${sql.join([
      checksDue(village, day), needs(village, day), zeroCases(village), evidenceAging(village, day, parameters.evidenceDays),
      exemptionsEnding(village, day), contractsEnding(village, day),
    ], sql` union all `)}) t
    join registry.pub_household h on h.id = t.household and h.status = 'active'`)
  return found.map(({ since, ...task }) => ({
    ...task, due: since === null ? task.due : addWorkdays(since, parameters.zeroClearDays),
  }))
}

// A household is one visit: its lines of all open months are one task.
const checksDue = (village: string, day: CalendarDate): RawBuilder<unknown> => sql`
  select 'check' as kind, l.household_id as subject, l.household_id as household, null::uuid as person, min(m.due_on) as due, null::date as since,
    jsonb_build_object('lines', count(distinct l.person_id), 'returned', count(distinct l.person_id) filter (where l.state = 'returned'),
      'note', max(l.review_note)) as detail, null::text as owner
  from cards.pub_line l join cards.pub_village_month m on m.month = l.month and m.division = l.division
  where l.division = ${village} and l.state in ('due', 'returned', 'reopened') and m.county_closed_at is null and m.month <= to_char(${day}::date, 'YYYY-MM')
  group by l.household_id`

const needs = (village: string, day: CalendarDate): RawBuilder<unknown> => sql`
  select case n.state when 'open' then 'need' else 'need_close' end, n.id, n.household_id, n.person_id, n.due_on, null,
    jsonb_build_object('code', n.kind, 'note', n.note), n.owner_name
  from cards.pub_need n
  where n.division = ${village} and (n.state = 'served' or (n.state = 'open' and n.due_on <= ${addDays(day, DAYS_AHEAD.need)}))`

// Once somebody works, the village's part is to say so.
const zeroCases = (village: string): RawBuilder<unknown> => sql`
  select case when coalesce(s.employed, 0) > 0 then 'zero_close' else 'zero' end, c.household_id, c.household_id, null, null, c.zero_since,
    jsonb_build_object('since', c.zero_since), c.owner_name
  from command.zero_case c left join indicators.pub_household_state s on s.household_id = c.household_id
  where c.division = ${village} and c.state = 'open'`

const evidenceAging = (village: string, day: CalendarDate, evidenceDays: number): RawBuilder<unknown> => sql`
  select 'evidence', j.id, j.household_id, j.person_id, j.last + ${evidenceDays}::int, null,
    jsonb_build_object('employer', j.employer_raw, 'since', j.last), null
  from (
    select distinct on (e.person_id) e.id, e.household_id, e.person_id, e.employer_raw, x.last
    from registry.pub_episode e
    join registry.pub_person q on q.id = e.person_id and q.status = 'active'
    join lateral (select max(v.on_date) as last from registry.pub_evidence v where v.episode_id = e.id) x on x.last is not null
    where e.division = ${village} and not e.voided and e.start_on <= ${day} and (e.end_on is null or e.end_on >= ${day})
    order by e.person_id, x.last desc, e.id) j
  where j.last + ${evidenceDays}::int between ${day}::date and ${addDays(day, DAYS_AHEAD.evidence)}::date`

const exemptionsEnding = (village: string, day: CalendarDate): RawBuilder<unknown> => sql`
  select 'exemption', x.id, q.household_id, x.person_id, x.until_on, null, jsonb_build_object('code', x.reason), null
  from registry.pub_exemption x join registry.pub_person q on q.id = x.person_id and q.status = 'active'
  where x.division = ${village} and x.state = 'approved' and x.ended_at is null
    and x.until_on between ${day}::date and ${addDays(day, DAYS_AHEAD.exemption)}::date
    -- Asked for anew, or at work by now: somebody has seen to it.
    and not exists (select 1 from registry.pub_exemption y where y.person_id = x.person_id and y.state <> 'declined' and y.until_on > x.until_on)
    and not exists (select 1 from registry.pub_episode e where e.person_id = x.person_id and not e.voided and e.end_on is null and e.start_on > x.from_on)`

const contractsEnding = (village: string, day: CalendarDate): RawBuilder<unknown> => sql`
  select 'contract', e.id, e.household_id, e.person_id, e.contract_to, null, jsonb_build_object('employer', e.employer_raw), null
  from registry.pub_episode e join registry.pub_person q on q.id = e.person_id and q.status = 'active'
  where e.division = ${village} and not e.voided and (e.end_on is null or e.end_on > ${day})
    and e.contract_to between ${day}::date and ${addDays(day, DAYS_AHEAD.contract)}::date`
