import { sql } from 'kysely'
import type { LineState } from '@anye/contract/cards/line-states'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarMonth } from '@anye/kernel/calendar-month'
import { firstRow, type Tx } from '../../../platform/db.ts'
import { knownOf } from './known.query.ts'

/** A line with what the register knows of its person today. */
export type LineRecord = {
  month: CalendarMonth; person_id: string; household_id: string; division: string; state: LineState; version: number; due_on: CalendarDate
  check_id: string | null; status: string | null; checked_by: string | null; checked_at: Date | null; in_dispute: boolean
  months_without_contact: number; job: { act: string } | null
  known_status: string | null; known_job: string | null; evidence_on: CalendarDate | null
}

/** The line, locked, so that two checks of one line follow each other. */
export async function lockLine(tx: Tx, month: CalendarMonth, personId: string, today: CalendarDate): Promise<LineRecord | undefined> {
  await sql`select 1 from cards.line where month = ${month} and person_id = ${personId} for update`.execute(tx)
  return firstRow(tx, sql<LineRecord>`
    select l.month, l.person_id, l.household_id, l.division, l.state, l.version, m.due_on, l.check_id, l.status, l.checked_by, l.checked_at, l.in_dispute,
      l.months_without_contact, c.job, coalesce(k.status, case when k.job is null then l.known_status end) as known_status, k.job as known_job, k.evidence_on
    from cards.line l
    join cards.village_month m on m.month = l.month and m.division = l.division
    join (${knownOf(sql`(select ${personId}::uuid as id)`, sql`${today}::date`)}) k on k.person_id = l.person_id
    left join cards.check c on c.id = l.check_id
    where l.month = ${month} and l.person_id = ${personId}`)
}

/** Adds a line for somebody whom the opening of the month passed over, in a village whose month is open. */
export async function addLine(tx: Tx, month: CalendarMonth, personId: string): Promise<void> {
  // In a village that closed the month the line is closed too: the check is kept and writes no job.
  await sql`insert into cards.line (month, person_id, household_id, division, state)
    select m.month, q.id, q.household_id, q.division, case when m.village_closed_at is null then 'due' else 'closed' end
    from registry.pub_person q join cards.village_month m on m.division = q.division and m.month = ${month}
    where q.id = ${personId} and q.status = 'active' on conflict do nothing`.execute(tx)
}

export type CheckedLine = {
  checkId: string; status: string; method: string; noChange: boolean; by: string; at: number; late: boolean; inDispute: boolean
  known: { status: string | null; job: string | null; evidenceOn: CalendarDate | null }
}

/** Shows a check on its line and raises the version. */
export async function showCheck(tx: Tx, line: LineRecord, shown: CheckedLine): Promise<number> {
  await sql`update cards.line set state = 'checked', check_id = ${shown.checkId}, status = ${shown.status}, method = ${shown.method},
      no_change = ${shown.noChange}, checked_by = ${shown.by}, checked_at = ${new Date(shown.at)}, late = ${shown.late}, in_dispute = ${shown.inDispute},
      known_status = ${shown.known.status}, known_job = ${shown.known.job}, evidence_on = ${shown.known.evidenceOn},
      review_note = null, reviewed_by = null, reviewed_at = null, version = version + 1
    where month = ${line.month} and person_id = ${line.person_id}`.execute(tx)
  return line.version + 1
}

/** Two checks stand side by side: the reviewer decides. The line shows neither as reviewed. */
export async function markDispute(tx: Tx, line: LineRecord): Promise<number> {
  await sql`update cards.line set state = 'checked', in_dispute = true, reviewed_by = null, reviewed_at = null, version = version + 1
    where month = ${line.month} and person_id = ${line.person_id}`.execute(tx)
  return line.version + 1
}
