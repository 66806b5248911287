import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

/** Who writes contacts, from where and when. */
export type ContactStamp = { source: 'roster' | 'form' | 'handover'; by: string; at: Date; importId?: string }

/**
 * Puts contacts in force. `wanted` yields household_id, division, user_id, name, phone_sealed, from_on, to_on with a
 * household once. Who held before ends the day before; who was to begin during the new term gives way (voided).
 * @returns how many households have a new contact
 */
export async function replaceContacts(tx: Tx, wanted: RawBuilder<unknown>, { source, by, at, importId }: ContactStamp): Promise<number> {
  const written = await rows(tx, sql<{ n: number }>`
    with wanted as materialized (${wanted}),
    ended as (
      update registry.contact c set version = c.version + 1,
        to_on = case when c.from_on < w.from_on then w.from_on - 1 else c.to_on end,
        voided_at = case when c.from_on < w.from_on then null else ${at}::timestamptz end
      from wanted w
      where c.household_id = w.household_id and c.voided_at is null and (c.to_on is null or c.to_on >= w.from_on)
        and (w.to_on is null or c.from_on <= w.to_on)
      returning 1),
    -- Counting them makes the database end the former ones before it writes the new, which take their place in the index.
    former as (select count(*) as n from ended),
    put as (
      insert into registry.contact (household_id, division, user_id, name, phone_sealed, from_on, to_on, source, recorded_at, recorded_by, import_id)
      select w.household_id, w.division, w.user_id, w.name, w.phone_sealed, w.from_on, w.to_on, ${source}, ${at}::timestamptz, ${by}::uuid,
        ${importId ?? null}::uuid
      from former cross join wanted w returning 1)
    select count(*)::int as n from put`)
  return written[0]?.n ?? 0
}

/** Locks the active households of a relation (id) in one order, so that two commands over them queue; answers their ids. */
export async function lockHouseholds(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<{ id: string; division: string }[]> {
  return rows(tx, sql<{ id: string; division: string }>`
    select h.id, h.division from registry.household h
    where h.status = 'active' and ${where} order by h.id limit ${most} for update`)
}

export type ContactRecord = {
  id: string; household_id: string; division: string; name: string; from_on: CalendarDate; to_on: CalendarDate | null; version: number
}

export async function lockContact(tx: Tx, id: string): Promise<ContactRecord | undefined> {
  return firstRow(tx, sql<ContactRecord>`
    select id, household_id, division, name, from_on, to_on, version from registry.contact where id = ${id} and voided_at is null for update`)
}

export async function endContactOn(tx: Tx, end: { id: string; lastDay: CalendarDate; reason: string }): Promise<void> {
  await sql`update registry.contact set to_on = ${end.lastDay}, ended_note = ${end.reason}, version = version + 1 where id = ${end.id}`.execute(tx)
}

/** Ends what holds or is to hold of a household from a day on: it was merged away, or its form says that there is none. */
export async function endContactsOf(tx: Tx, household: string, from: CalendarDate, at: number): Promise<void> {
  await sql`update registry.contact set version = version + 1,
      to_on = case when from_on < ${from} then ${from}::date - 1 else to_on end,
      voided_at = case when from_on < ${from} then null else ${new Date(at)}::timestamptz end
    where household_id = ${household} and voided_at is null and (to_on is null or to_on >= ${from})`.execute(tx)
}

/** Gives a household split off the contact of the one it comes from. */
export async function copyContact(tx: Tx, from: string, to: string, day: CalendarDate, by: string): Promise<void> {
  await sql`insert into registry.contact (household_id, division, user_id, name, phone_sealed, from_on, to_on, source, recorded_by)
    select ${to}, division, user_id, name, phone_sealed, ${day}, to_on, source, ${by} from registry.contact
    where household_id = ${from} and voided_at is null and from_on <= ${day} and (to_on is null or to_on >= ${day})`.execute(tx)
}
