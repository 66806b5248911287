import { sql, type RawBuilder } from 'kysely'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

export type HandoverState = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'expired'

/** An offer with the names around it, as it is stored: `state` does not yet know that time ran out. */
export type HandoverRow = {
  id: string; gridId: string; gridName: string; village: string; place: string; groups: string[]; postId: string
  fromHolderId: string; fromUserId: string | null; fromName: string; toUserId: string; toName: string; fromOn: CalendarDate
  note: string | null; state: HandoverState; onBehalf: boolean; offeredById: string; offeredBy: string; offeredAt: Date
  expiresAt: Date; answer: string | null; beginsOn: CalendarDate | null; version: number
}

const SELECT = sql`
  select o.id, o.grid_id as "gridId", g.name as "gridName", o.division as village,
    coalesce(v.township_name || v.name, o.division) as place, g.groups, g.post_id as "postId", o.from_holder_id as "fromHolderId",
    h.user_id as "fromUserId", h.name as "fromName", o.to_user_id as "toUserId", t.name as "toName", o.from_on as "fromOn",
    o.note, o.state, o.on_behalf as "onBehalf", o.offered_by as "offeredById", b.name as "offeredBy",
    o.offered_at as "offeredAt", o.expires_at as "expiresAt", o.answer, o.begins_on as "beginsOn", o.version
  from organization.handover o
  join organization.grid g on g.id = o.grid_id
  join organization.holder h on h.id = o.from_holder_id
  join organization.user_account t on t.id = o.to_user_id
  join organization.user_account b on b.id = o.offered_by
  left join organization.village v on v.code = o.division`

async function select(tx: Tx, tail: RawBuilder<unknown>): Promise<HandoverRow[]> {
  return rows(tx, sql<HandoverRow>`${SELECT} ${tail}`)
}

/** An offer, locked: two answers to one offer queue. */
export async function lockHandover(tx: Tx, id: string): Promise<HandoverRow | undefined> {
  return (await select(tx, sql`where o.id = ${id} for update of o`))[0]
}

/** Offers of the grids of a village that wait for their answer. */
export async function listOpenOffers(tx: Tx, village: string, now: number): Promise<HandoverRow[]> {
  return select(tx, sql`where o.division = ${village} and o.state = 'offered' and o.expires_at > ${new Date(now)}`)
}

/** The latest offers to a person, by a person, or of what a person held. */
export async function listOffersOf(tx: Tx, userId: string, most: number): Promise<HandoverRow[]> {
  return select(tx, sql`where o.to_user_id = ${userId} or o.offered_by = ${userId} or h.user_id = ${userId}
    order by o.offered_at desc, o.id desc limit ${most}`)
}

type NewOffer = {
  id: string; gridId: string; division: string; holderId: string; toUserId: string; fromOn: CalendarDate; note: string | null
  onBehalf: boolean; by: string; at: Date; expiresAt: Date
}

export async function insertOffer(tx: Tx, offer: NewOffer): Promise<void> {
  await sql`
    insert into organization.handover (id, grid_id, division, from_holder_id, to_user_id, from_on, note, state, on_behalf,
      offered_by, offered_at, expires_at)
    values (${offer.id}, ${offer.gridId}, ${offer.division}, ${offer.holderId}, ${offer.toUserId}, ${offer.fromOn}, ${offer.note},
      'offered', ${offer.onBehalf}, ${offer.by}, ${offer.at}, ${offer.expiresAt})`.execute(tx)
}

/** Lets an offer of the grid that ran out make room for a new one. */
export async function expireOffers(tx: Tx, gridId: string, now: number): Promise<void> {
  await sql`
    update organization.handover set state = 'expired', closed_at = expires_at, version = version + 1
    where grid_id = ${gridId} and state = 'offered' and expires_at <= ${new Date(now)}`.execute(tx)
}

/** True while an offer of the grid waits. */
export async function hasOpenOffer(tx: Tx, gridId: string): Promise<boolean> {
  const open = sql`select 1 from organization.handover where grid_id = ${gridId} and state = 'offered'`
  return (await rows(tx, open)).length > 0
}

type Closing = { id: string; state: 'accepted' | 'declined' | 'withdrawn'; by: string; at: Date; answer?: string | undefined; beginsOn?: CalendarDate }

export async function closeOffer(tx: Tx, { id, state, by, at, answer, beginsOn }: Closing): Promise<void> {
  await sql`
    update organization.handover set state = ${state}, closed_by = ${by}, closed_at = ${at}, answer = ${answer ?? null},
      begins_on = ${beginsOn ?? null}, version = version + 1 where id = ${id}`.execute(tx)
}

/** A grid with the post of its member, locked: offers of one grid queue. */
export async function lockGrid(
  tx: Tx, id: string,
): Promise<{ id: string; name: string; division: string; groups: string[]; post_id: string } | undefined> {
  return firstRow(tx, sql<{ id: string; name: string; division: string; groups: string[]; post_id: string }>`
    select id, name, division, groups, post_id from organization.grid where id = ${id} and post_id is not null for update`)
}
