import { sql } from 'kysely'
import type { CardStatus } from '@anye/codes/card-status'
import type { LineState } from '@anye/contract/cards/line-states'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarMonth } from '@anye/kernel/calendar-month'
import { rows, type Tx } from '../../../platform/db.ts'
import { listFailedCalls, type FailedCalls } from '../calls/failed-call.store.ts'
import { knownOf } from '../lines/known.query.ts'
import { contactNameOn } from '../../registry/registry.api.ts'
import { LIVE } from '../paper/card.store.ts'

export type HouseholdRecord = {
  id: string; division: string; place: string; group_name: string | null; grid_name: string | null; head_name: string | null; hh_no: string | null
  site: string | null; room: string | null; phone_sealed: Buffer | null; contact_name: string | null; card_token: string | null; version: number; segments: string[]
}

export type MemberRecord = {
  id: string; household_id: string; name: string; name_initials: string; sex: string; birth: CalendarDate | null; relation: string; id_no_sealed: Buffer | null
  exempt_until: CalendarDate | null; known_status: CardStatus | null; job: string | null; employer_raw: string | null; place_raw: string | null; start_on: CalendarDate | null
  wage_monthly: number | null; evidence_on: CalendarDate | null; contract_to: CalendarDate | null; job_version: number | null; left_on: CalendarDate | null
}

export type LineRecord = {
  person_id: string; month: CalendarMonth; state: LineState; status: CardStatus | null; known_status: CardStatus | null; months_without_contact: number
  review_note: string | null; in_dispute: boolean; version: number
}

export type NeedRecord = { id: string; household_id: string; person_id: string; kind: string; due_on: CalendarDate; owner_name: string | null; state: string }

export type HouseholdRecords = { households: HouseholdRecord[]; members: MemberRecord[]; lines: LineRecord[]; needs: NeedRecord[]; failedCalls: FailedCalls[] }

/** How long a job that ended is told: the household may have come back. */
const LEFT_DAYS = 90

/** Everything that the documents of some households are made of, in one read each. `since` is the oldest month they tell, `month` the one worked on. */
export async function readHouseholds(
  tx: Tx, ids: readonly string[], day: CalendarDate, { since, month }: { since: CalendarMonth; month: CalendarMonth },
): Promise<HouseholdRecords> {
  const households = await rows(tx, sql<HouseholdRecord>`
    select h.id, h.division, v.township_name || v.name as place, h.group_name, h.grid_name, h.head_name, h.hh_no, h.site, h.room, h.phone_sealed,
      ${contactNameOn(sql`h.id`, day)} as contact_name, (select c.token from cards.card c where c.household_id = h.id and c.state in ${LIVE}) as card_token, h.version, array(select distinct s.kind from registry.pub_segment s
        where s.household_id = h.id and s.from_on <= ${day} and (s.to_on is null or s.to_on >= ${day}) order by 1) as segments
    from registry.pub_household h join organization.pub_village v on v.code = h.division
    where h.id = any (${ids}::uuid[]) and h.status = 'active' order by h.id`)
  const members = await readMembers(tx, households.map(({ id }) => id), day)
  const lines = await rows(tx, sql<LineRecord>`
    select person_id, month, state, status, known_status, months_without_contact, review_note, in_dispute, version from cards.line
    where person_id = any (${members.map(({ id }) => id)}::uuid[]) and month >= ${since} order by month`)
  const needs = await rows(tx, sql<NeedRecord>`
    select d.id, q.household_id, d.person_id, d.kind, d.due_on, d.owner_name, d.state from cards.need d join registry.pub_person q on q.id = d.person_id
    where d.person_id = any (${members.map(({ id }) => id)}::uuid[]) and d.state <> 'closed' order by d.due_on, d.id`)
  return { households, members, lines, needs, failedCalls: await listFailedCalls(tx, month, members.map(({ id }) => id)) }
}

async function readMembers(tx: Tx, households: readonly string[], day: CalendarDate): Promise<MemberRecord[]> {
  // Persons and exemptions are read once, whole: looked up for each person again and again they were a third of a page.
  return rows(tx, sql<MemberRecord>`
    with own as materialized (
      select id, household_id, name, sex, birth, relation, id_no_sealed, is_head, seq from registry.pub_person
      where household_id = any (${households}::uuid[]) and status = 'active'),
    known as materialized (${knownOf(sql`own`, sql`${day}::date`)}),
    exempt as materialized (
      select m.person_id, max(m.until_on) as until_on from registry.pub_exemption m
      where m.person_id = any (array(select id from own)) and m.approved_at is not null and ${day} between m.from_on and m.until_on group by m.person_id)
    select q.id, q.household_id, q.name, i.name_initials, q.sex, q.birth, q.relation, q.id_no_sealed, x.until_on as exempt_until,
      k.status as known_status, k.job, e.employer_raw, e.place_raw, e.start_on, e.wage_monthly, k.evidence_on, e.contract_to, e.version as job_version,
      case when k.job is null then (select max(o.end_on) from registry.pub_episode o
        where o.person_id = q.id and not o.voided and o.end_on between ${addDays(day, -LEFT_DAYS)} and ${day}) end as left_on
    from own q join known k on k.person_id = q.id join registry.pub_person_initials i on i.id = q.id
    left join registry.pub_episode e on e.id = k.job
    left join exempt x on x.person_id = q.id
    order by q.household_id, q.is_head desc, q.seq nulls last, q.id`)
}
