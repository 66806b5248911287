import { sql, type RawBuilder } from 'kysely'
import type { LineFilter } from '@anye/contract/cards/lines/endpoints'
import type { LineRow } from '@anye/contract/cards/lines/line'
import type { LineState } from '@anye/contract/cards/line-states'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { contactNameOn } from '../../registry/registry.api.ts'

/** Relation `l` with one row per line, ready to be filtered, sorted and cut. */
export const LINE_SOURCE: RawBuilder<unknown> = sql`cards.line l
  join registry.pub_person q on q.id = l.person_id
  join registry.pub_household h on h.id = l.household_id
  join organization.pub_village v on v.code = l.division
  left join registry.pub_episode e on e.id = l.known_job
  left join organization.pub_user u on u.id = l.checked_by
  left join organization.pub_user w on w.id = l.reviewed_by`

/** LINE_SOURCE with no more than what the conditions of a filter ask, for a count. */
export function linesToCount({ groupName }: Pick<LineFilter, 'groupName'>): RawBuilder<unknown> {
  return sql`cards.line l join organization.pub_village v on v.code = l.division
    ${groupName === undefined ? sql`` : sql`join registry.pub_household h on h.id = l.household_id`}`
}

type LineRecord = {
  month: string; person_id: string; household_id: string; division: string; place: string; group_name: string | null; name: string
  head_name: string | null; contact_name: string | null; state: LineState; known_status: string | null; status: string | null; employer_raw: string | null
  place_raw: string | null; known_job: string | null; evidence_on: CalendarDate | null; months_unchanged: number; months_without_contact: number; method: string | null
  no_change: boolean | null; checked_by: string | null; checker: string | null; checked_at: Date | null; late: boolean | null; in_dispute: boolean
  review_note: string | null; reviewer: string | null; reviewed_at: Date | null; exception: string | null; version: number
}

/** Lines of LINE_SOURCE as this viewer may see them, in the order of `tail`. */
export async function lineRows(ctx: Pick<Ctx, 'tx' | 'fieldLevel' | 'today'>, tail: RawBuilder<unknown>): Promise<LineRow[]> {
  const found = await rows(ctx.tx, sql<LineRecord>`
    select l.month, l.person_id, l.household_id, l.division, v.township_name || v.name as place, h.group_name, q.name, h.head_name, ${contactNameOn(sql`h.id`, ctx.today)} as contact_name,
      l.state, l.known_status, l.status, e.employer_raw, e.place_raw, l.known_job, l.evidence_on, l.months_unchanged, l.months_without_contact, l.method, l.no_change,
      l.checked_by, u.name as checker, l.checked_at, l.late, l.in_dispute, l.review_note, w.name as reviewer, l.reviewed_at,
      l.exception, l.version
    from ${LINE_SOURCE} ${tail}`)
  return found.map((record) => lineRow(ctx, record))
}

function lineRow({ fieldLevel }: Pick<Ctx, 'fieldLevel'>, record: LineRecord): LineRow {
  const named = (name: string | null) => maskFor(fieldLevel, 'name', name) ?? '—'
  return {
    month: record.month, personId: record.person_id, householdId: record.household_id, villageCode: record.division, place: record.place,
    groupName: record.group_name, name: named(record.name), headName: named(record.head_name), contactName: record.contact_name, state: record.state,
    knownStatus: record.known_status, status: record.status, employer: record.employer_raw, workPlace: record.place_raw, jobId: record.known_job, evidenceOn: record.evidence_on,
    monthsUnchanged: record.months_unchanged, monthsWithoutContact: record.months_without_contact, method: record.method, noChange: record.no_change,
    checkedBy: record.checker, checkedById: record.checked_by, checkedAt: record.checked_at?.toISOString() ?? null, late: record.late,
    inDispute: record.in_dispute, reviewNote: record.review_note, reviewedBy: record.reviewer, reviewedAt: record.reviewed_at?.toISOString() ?? null,
    exception: record.exception, version: record.version,
  }
}
