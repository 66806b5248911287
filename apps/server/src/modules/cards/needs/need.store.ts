import { sql } from 'kysely'
import type { NeedState } from '@anye/contract/cards/needs/need'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, type Tx } from '../../../platform/db.ts'

/** A need as commands look at it. */
export type NeedRecord = {
  id: string; person_id: string; division: string; kind: string; state: NeedState; version: number; raised_on: CalendarDate
  owner_id: string | null; owner_name: string | null; served_by: string | null
}

export async function lockNeed(tx: Tx, id: string): Promise<NeedRecord | undefined> {
  return firstRow(tx, sql<NeedRecord>`
    select id, person_id, division, kind, state, version, raised_on, owner_id, owner_name, served_by from cards.need where id = ${id} for update`)
}

export type Owner = { id: string | null; name: string }

export async function giveNeed(tx: Tx, id: string, owner: Owner, on: CalendarDate): Promise<void> {
  await sql`update cards.need set owner_id = ${owner.id}, owner_name = ${owner.name}, handed_on = ${on}, version = version + 1 where id = ${id}`.execute(tx)
}

type Closing = { id: string; note: string | null; on: CalendarDate; by: string }

export async function closeIt(tx: Tx, { id, note, on, by }: Closing): Promise<void> {
  await sql`update cards.need set state = 'closed', closed_on = ${on}, closed_by = ${by}, close_note = ${note}, version = version + 1
    where id = ${id}`.execute(tx)
}

/** Opens it again; what was done stays to be read in the audit, not in the row. */
export async function reopenIt(tx: Tx, { id, note, on, by }: Closing): Promise<void> {
  await sql`update cards.need set state = 'open', reopened_on = ${on}, reopened_by = ${by}, reopen_note = ${note}, service = null, service_note = null,
      served_on = null, served_by = null, closed_on = null, closed_by = null, close_note = null, version = version + 1
    where id = ${id}`.execute(tx)
}
