import { sql } from 'kysely'
import { rows, type Database, type Tx } from '../db.ts'

export type SessionRow = {
  id: string
  created_at: Date
  seen_at: Date
  ip_address: string | null
  user_agent: string | null
}

/** Open sessions of a user, the one used last first. */
export async function listSessions(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  return rows(tx, sql<SessionRow>`
    select id, created_at, seen_at, ip_address, user_agent from auth.session
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

/** Removes sessions past their absolute end; they let nobody in, but nobody should have to read them. */
export async function sweepSessions(db: Database, now: Date): Promise<void> {
  await sql`delete from auth.session where expires_at < ${now}`.execute(db)
}

/** Notes that a session was used; at most once a minute, so that reading pages does not write. */
export async function touchSession(db: Database, sessionId: string, now: Date): Promise<void> {
  await sql`update auth.session set seen_at = ${now} where id = ${sessionId} and seen_at < ${now}`.execute(db)
}
