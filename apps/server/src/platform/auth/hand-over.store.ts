import { sql } from 'kysely'
import { rows, type Tx } from '../db.ts'

/** Notes that a token was used. @returns false when it was used before */
export async function spendToken(tx: Tx, token: { id: string; issuer: string; expiresAt: Date }, now: Date): Promise<boolean> {
  await sql`delete from auth.hand_over where expires_at < ${now}`.execute(tx)
  const spent = await rows(tx, sql`insert into auth.hand_over (token_id, issuer, expires_at) values (${token.id}, ${token.issuer}, ${token.expiresAt})
    on conflict do nothing returning token_id`)
  return spent.length === 1
}

/** The account of a user name, undefined when there is none; whether it asks for a second factor. */
export async function findHandedOver(tx: Tx, userName: string): Promise<{ id: string; second_factor: boolean } | undefined> {
  const [found] = await rows(tx, sql<{ id: string; second_factor: boolean }>`
    select id, coalesce(two_factor_enabled, false) as second_factor from auth."user" where username = ${userName}`)
  return found
}
