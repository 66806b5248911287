import { sql } from 'kysely'
import { must } from '@anye/kernel/assert'
import { firstRow, rows, type Database, type Tx } from '../db.ts'

/** Failures in a row that lock a name, and for how long (GB/T 22239-2019 8.1.4.1). */
export const LOCK = { failures: 5, minutes: 15 } as const

/**
 * Counts an attempt before the password is checked, so that many attempts at the same moment are five as
 * well. Names that do not exist are counted alike: a lock betrays no account.
 * @returns false when the name is locked
 */
export async function beginAttempt(db: Database, userName: string, now: number): Promise<boolean> {
  const at = new Date(now)
  const row = must(
    await firstRow(db, sql<{ failures: number; locked: boolean }>`
    insert into auth.log_in_failure as f (user_name, failures, last_at) values (${userName}, 1, ${at})
    on conflict (user_name) do update set
      failures = case
        when f.locked_until > ${at} then f.failures
        when f.locked_until is not null or f.last_at < ${at}::timestamptz - interval '1 day' then 1
        else f.failures + 1 end,
      locked_until = case when f.locked_until > ${at} then f.locked_until end,
      last_at = ${at}
    returning failures, locked_until is not null as locked`),
    'an upsert returns its row',
  )
  if (row.failures > LOCK.failures && !row.locked) await lockName(db, userName, now)
  return !row.locked && row.failures <= LOCK.failures
}

/** After a failed attempt: locks the name when it was the fifth in a row. Returns true when it locked. */
export async function failAttempt(db: Database, userName: string, now: number): Promise<boolean> {
  await sql`delete from auth.log_in_failure where last_at < ${new Date(now - 86_400_000)}`.execute(db)
  return lockName(db, userName, now)
}

/**
 * After a success, or by the security administrator. Returns true when the name was locked or had failures.
 */
export async function clearFailures(db: Database | Tx, userName: string): Promise<boolean> {
  return (
    (await rows(db, sql`delete from auth.log_in_failure where user_name = ${userName} returning 1`)).length >
    0
  )
}

async function lockName(db: Database, userName: string, now: number): Promise<boolean> {
  const locked = await rows(db, sql`
    update auth.log_in_failure set locked_until = ${new Date(now + LOCK.minutes * 60_000)}
    where user_name = ${userName} and failures >= ${LOCK.failures} and locked_until is null returning 1`)
  return locked.length > 0
}
