import { sql } from 'kysely'
import type { CheckForm } from '@anye/contract/cards/check'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import type { LineRecord } from '../lines/line.store.ts'
import type { CheckTime } from './check-time.rules.ts'

export type NewCheck = {
  id: string; form: CheckForm; line: LineRecord; time: CheckTime; deviceAt: number; receivedAt: number
  skewSeconds: number | null; deviceId: string | null; by: string; applied: boolean
  /** Author of late work that `by` took over. */
  onBehalf: string | null
}

/** Appends the fact. */
export async function insertCheck(tx: Tx, { id, form, line, time, deviceAt, receivedAt, skewSeconds, deviceId, by, applied, onBehalf }: NewCheck): Promise<void> {
  await sql`insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, skew_seconds, clock_wrong, late,
      method, place, status, no_change, job, applied, services, note, checked_by, device_id, on_behalf)
    values (${id}, ${line.month}, ${line.person_id}, ${line.household_id}, ${line.division}, ${new Date(time.observed)}, ${new Date(deviceAt)}, ${new Date(receivedAt)},
      ${skewSeconds}, ${time.clockWrong}, ${time.late}, ${form.method}, ${form.place === null ? null : JSON.stringify(form.place)}::jsonb, ${form.status},
      ${form.noChange}, ${JSON.stringify(form.job)}::jsonb, ${applied}, ${JSON.stringify(form.services)}::jsonb, ${form.note}, ${by}, ${deviceId}, ${onBehalf})`.execute(tx)
}

export type NewNeed = {
  id: string; line: Pick<LineRecord, 'person_id' | 'household_id' | 'division'>; kind: string; note: string | null
  raisedOn: CalendarDate; dueOn: CalendarDate; by: string; owner: { id: string | null; name: string }; checkId: string | null
}

/** A need becomes a task of whoever heard of it, until somebody else takes it over (S80). */
export async function insertNeed(tx: Tx, { id, line, kind, note, raisedOn, dueOn, by, owner, checkId }: NewNeed): Promise<void> {
  await sql`insert into cards.need (id, person_id, household_id, division, kind, note, raised_on, raised_by, check_id, owner_id, owner_name, due_on)
    values (${id}, ${line.person_id}, ${line.household_id}, ${line.division}, ${kind}, ${note}, ${raisedOn}, ${by}, ${checkId}, ${owner.id}, ${owner.name}, ${dueOn})`.execute(tx)
}

/** A service given at a check answers the need it names. */
export async function serveNeed(
  tx: Tx, served: { needId: string; personId: string; service: string; note: string | null; on: CalendarDate; by: string },
): Promise<void> {
  await sql`update cards.need set state = 'served', service = ${served.service}, service_note = ${served.note}, served_on = ${served.on},
      served_by = ${served.by}, version = version + 1
    where id = ${served.needId} and person_id = ${served.personId} and state = 'open'`.execute(tx)
}
