import { sql } from 'kysely'
import type { Exemption } from '@anye/contract/registry/persons/person'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

export async function insertExemption(
  tx: Tx, asked: { id: string; personId: string; division: string; reason: string; fromOn: CalendarDate; untilOn: CalendarDate; askedBy: string },
): Promise<void> {
  await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, asked_by)
    values (${asked.id}, ${asked.personId}, ${asked.division}, ${asked.reason}, ${asked.fromOn}, ${asked.untilOn}, ${asked.askedBy})`.execute(tx)
}

export type ExemptionState = {
  division: string; from_on: CalendarDate; until_on: CalendarDate; asked_by: string | null; approved_at: Date | null; ended_at: Date | null; version: number
}

export async function lockExemption(tx: Tx, id: string): Promise<ExemptionState | undefined> {
  return firstRow(tx, sql<ExemptionState>`
    select division, from_on, until_on, asked_by, approved_at, ended_at, version from registry.exemption where id = ${id} for update`)
}

export async function approveIt(tx: Tx, id: string, by: string, at: number): Promise<void> {
  await sql`update registry.exemption set approved_by = ${by}, approved_at = ${new Date(at)}, version = version + 1
    where id = ${id}`.execute(tx)
}

export async function endIt(
  tx: Tx, ended: { id: string; untilOn: CalendarDate; reason: string; by: string; at: number },
): Promise<void> {
  await sql`update registry.exemption set until_on = ${ended.untilOn}, ended_by = ${ended.by}, ended_at = ${new Date(ended.at)},
    end_note = ${ended.reason}, version = version + 1 where id = ${ended.id}`.execute(tx)
}

export type ExemptionRow = Omit<Exemption, 'personName'> & { name: string; place: string }
type Wanted = {
  place?: string | undefined; state?: 'asked' | 'approved' | undefined; after: (string | number | null)[] | undefined; limit: number
}

/** Exemptions in scope from the latest start on; `after` is the start and id of the last row shown. */
export async function listExemptionRows(tx: Tx, { place, state, after, limit }: Wanted): Promise<ExemptionRow[]> {
  return rows(tx, sql<ExemptionRow>`
    select x.id, x.person_id as "personId", q.name, x.reason, x.from_on as "fromOn", x.until_on as "untilOn",
      x.state, a.name as "askedBy", b.name as "approvedBy",
      v.township_name || v.name as place
    from registry.pub_exemption x join registry.person q on q.id = x.person_id
    join organization.pub_village v on v.code = x.division
    left join organization.pub_user a on a.id = x.asked_by left join organization.pub_user b on b.id = x.approved_by
    where (${place ?? null}::text is null or starts_with(x.division, ${place ?? ''}) or v.unit_code = ${place ?? null})
      and (${state ?? null}::text is null or x.state = ${state ?? null})
      and (${after === undefined} or (x.from_on, x.id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by x.from_on desc, x.id desc limit ${limit}`)
}
