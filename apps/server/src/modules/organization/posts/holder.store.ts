import { sql } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, joiningByHash, rows, type Database, type Tx } from '../../../platform/db.ts'
import type { BodyArea } from './area.rules.ts'

export type HolderRow = {
  id: string
  post_id: string
  user_id: string | null
  name: string
  duty: string | null
  phone_sealed: Buffer | null
  term_from: CalendarDate
  term_to: CalendarDate | null
  version: number
}

/** A post with the area of its body, locked: two appointments to one post queue. */
export async function lockPost(tx: Tx, id: string): Promise<({ id: string; title: string } & BodyArea) | undefined> {
  return firstRow(tx, sql<{ id: string; title: string } & BodyArea>`
    select p.id, p.title, p.division, o.unit_code as unit
    from organization.post p join organization.organisation o on o.id = p.organisation_id
    where p.id = ${id} for update of p`)
}

/** The first term of a post that overlaps the days given; an open end overlaps everything after its start. */
export async function findOverlap(
  tx: Tx, postId: string, from: CalendarDate, to: CalendarDate | null,
): Promise<HolderRow | undefined> {
  return firstRow(tx, sql<HolderRow>`
    select * from organization.holder
    where post_id = ${postId} and (term_to is null or term_to >= ${from})
      and (${to}::date is null or term_from <= ${to}::date)
    order by term_from limit 1`)
}

export async function lockHolder(tx: Tx, id: string): Promise<HolderRow | undefined> {
  return firstRow(tx, sql<HolderRow>`select * from organization.holder where id = ${id} for update`)
}

export async function insertHolder(tx: Tx, holder: HolderRow): Promise<void> {
  await sql`
    insert into organization.holder (id, post_id, user_id, name, duty, phone_sealed, term_from, term_to, version)
    values (${holder.id}, ${holder.post_id}, ${holder.user_id}, ${holder.name}, ${holder.duty},
      ${holder.phone_sealed}, ${holder.term_from}, ${holder.term_to}, ${holder.version})`.execute(tx)
}

/** Ends a term and counts the version up. */
export async function saveTermEnd(
  tx: Tx, end: { id: string; lastDay: CalendarDate; reason: string; version: number },
): Promise<HolderRow | undefined> {
  return firstRow(tx, sql<HolderRow>`
    update organization.holder set term_to = ${end.lastDay}, ended_reason = ${end.reason}, version = version + 1
    where id = ${end.id} and version = ${end.version} returning *`)
}

/** True when the account exists; a post may be held by somebody without one. */
export async function hasAccount(tx: Tx, userId: string): Promise<boolean> {
  return (await rows(tx, sql`select 1 from organization.user_account where id = ${userId}`)).length > 0
}

/** A holder to be matched to a post by place and kind. */
type InitialRow = {
  id: string
  place: string
  kind: string
  name: string
  phone: string | null
  from: CalendarDate
}

/** Holders of posts that nobody ever held; `phone` is the sealed number in hexadecimal. Returns how many fitted. */
export async function insertInitialHolders(
  tx: Tx | Database,
  holders: readonly InitialRow[],
): Promise<number> {
  const result = await joiningByHash(tx, () => sql`
    insert into organization.holder (id, post_id, user_id, name, duty, phone_sealed, term_from)
    select distinct on (p.id) n.id, p.id, n."userId", n.name, n.duty, decode(n.phone, 'hex'), n."from"
    from jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) as n
      (id uuid, place text, kind text, name text, duty text, "userId" uuid, phone text, "from" date)
    join organization.organisation o on coalesce(o.unit_code, o.division) = n.place and o.valid_to is null
    join organization.post p on p.organisation_id = o.id and p.kind = n.kind
    where not exists (select 1 from organization.holder h where h.post_id = p.id)
    order by p.id, n.id`.execute(tx))
  return Number(result.numAffectedRows ?? 0n)
}
