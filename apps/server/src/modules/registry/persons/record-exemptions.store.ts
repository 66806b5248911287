import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'

/** An exemption decided before this system kept them: who asked and who approved, found by the hash of the ID number. */
export type DecidedExemption = {
  id: string; idLookup: Buffer; reason: 'carer' | 'pregnancy' | 'nursing' | 'illness' | 'other'
  fromOn: CalendarDate; untilOn: CalendarDate; askedBy: string; approvedBy: string; approvedAt: number
}

/**
 * Takes over exemptions that were decided on paper. A person who has one over the same days is left alone, so that it
 * can run again; an ID number nobody has is skipped.
 * @returns how many were written
 */
export async function recordExemptions(tx: Tx, exemptions: readonly DecidedExemption[]): Promise<number> {
  const given = exemptions.map(({ idLookup, approvedAt, ...exemption }) => ({
    ...exemption, idLookup: `\\x${idLookup.toString('hex')}`, approvedAt: new Date(approvedAt),
  }))
  const written = await rows(tx, sql`
    insert into registry.exemption (id, person_id, division, reason, from_on, until_on, asked_by, approved_by, approved_at)
    select distinct on (p.id) x.id, p.id, p.division, x.reason, x."fromOn", x."untilOn", x."askedBy", x."approvedBy", x."approvedAt"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(id uuid, "idLookup" bytea, reason text, "fromOn" date, "untilOn" date,
      "askedBy" uuid, "approvedBy" uuid, "approvedAt" timestamptz)
    join registry.person p on p.id_no_lookup = x."idLookup" and p.status = 'active'
    where x."askedBy" <> x."approvedBy" and not exists (
      select 1 from registry.exemption e where e.person_id = p.id and e.from_on <= x."untilOn" and e.until_on >= x."fromOn")
    order by p.id, x.id returning 1`)
  return written.length
}
