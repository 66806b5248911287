import { sql } from 'kysely'
import { rows, type Database, type Tx } from '../db.ts'

export type SessionRow = {
  id: string
  created_at: Date
  seen_at: Date
  ip_address: string | null
  user_agent: string | null
  on_phone: boolean
}

/** Open sessions of a user, the one used last first. */
export async function listSessions(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  return rows(tx, sql<SessionRow>`
    select id, created_at, seen_at, ip_address, user_agent, field_device_id is not null as on_phone from auth.session
    where user_id = ${userId} and expires_at > ${now}
    order by seen_at desc`)
}

/** Ends sessions of a user: one, or all but one. Returns how many were open. */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { only: string } | { allBut: string | null },
): Promise<number> {
  const condition = 'only' in which ? sql`id = ${which.only}` : sql`id is distinct from ${which.allBut}::uuid`
  const ended = await rows(tx, sql`delete from auth.session where user_id = ${userId} and ${condition}
    returning id`)
  return ended.length
}

/** Ends sessions like `endSessions` because somebody ordered it: phones among them forget their pack at the next contact. */
export async function revokeSessions(tx: Tx, userId: string, which: { only: string } | { allBut: string | null }, at: Date): Promise<number> {
  const condition = 'only' in which ? sql`s.id = ${which.only}` : sql`s.id is distinct from ${which.allBut}::uuid`
  await sql`update auth.field_device d set wipe_asked_at = ${at}, wiped_at = null from auth.session s
    where s.field_device_id = d.id and s.user_id = ${userId} and ${condition}`.execute(tx)
  return endSessions(tx, userId, which)
}

/** Every phone of a person forgets its pack at the next contact, signed in or not. */
export async function wipePhones(tx: Tx, userId: string, at: Date): Promise<void> {
  await sql`update auth.field_device set wipe_asked_at = ${at}, wiped_at = null where user_id = ${userId}`.execute(tx)
}

/** Removes sessions past their absolute end; they let nobody in, but nobody should have to read them. */
export async function sweepSessions(db: Database, now: Date): Promise<void> {
  await sql`delete from auth.session where expires_at < ${now}`.execute(db)
}

/** Notes that a session was used; at most once a minute, so that reading pages does not write. */
export async function touchSession(db: Database, sessionId: string, now: Date): Promise<void> {
  await sql`update auth.session set seen_at = ${now} where id = ${sessionId} and seen_at < ${now}`.execute(db)
}
