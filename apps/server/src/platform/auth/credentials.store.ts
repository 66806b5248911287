import { sql } from 'kysely'
import { firstRow, type Tx } from '../db.ts'

export type LogInAccount = {
  userId: string
  userName: string
  name: string
  passwordHash: string
  accountId: string
  at: Date
}

/** Opens the log-in half of an account in the caller's transaction, in the form better-auth reads. */
export async function insertCredentials(tx: Tx, account: LogInAccount): Promise<void> {
  const { userId, userName, name, passwordHash, accountId, at } = account
  await sql`insert into auth."user" (id, name, email, username, display_username, created_at, updated_at)
    values (${userId}, ${name}, ${`${userName}@anye.invalid`}, ${userName}, ${userName}, ${at},
    ${at})`.execute(tx)
  await sql`insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (${accountId}, ${userId}, 'credential', ${userId}, ${passwordHash}, ${at}, ${at})`.execute(tx)
}

export async function findPasswordHash(tx: Tx, userId: string): Promise<string | undefined> {
  const row = await firstRow(tx, sql<{ password: string }>`
    select password from auth.account where user_id = ${userId} and provider_id = 'credential'`)
  return row?.password
}

export async function savePasswordHash(
  tx: Tx,
  userId: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await sql`update auth.account set password = ${passwordHash}, updated_at = ${at}
    where user_id = ${userId} and provider_id = 'credential'`.execute(tx)
}

export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const row = await firstRow(tx, sql<{ enabled: boolean | null }>`select two_factor_enabled as enabled
    from auth."user" where id = ${userId}`)
  return row?.enabled ?? false
}

/** Takes the second factor off an account whose owner lost the telephone. */
export async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth.two_factor where user_id = ${userId}`.execute(tx)
  await sql`update auth."user" set two_factor_enabled = false where id = ${userId}`.execute(tx)
}
