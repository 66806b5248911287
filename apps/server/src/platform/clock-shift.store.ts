import { sql } from 'kysely'
import { firstRow, type Database, type Tx } from './db.ts'

const KEY = 'platform.clock_shift_days'

/** Whole days by which this installation runs ahead of the world (negative: behind it); 0 for every real one. */
export async function findClockShift(db: Database | Tx): Promise<number> {
  const row = await firstRow(db, sql<{ days: number }>`select value::int as days from platform.setting where key = ${KEY} limit 1`)
  return row?.days ?? 0
}

/** Sets the shift of an installation that has lived no day yet. */
export async function saveClockShift(db: Database | Tx, days: number): Promise<void> {
  await sql`insert into platform.setting (key, valid_from, value, document)
    values (${KEY}, 'epoch', ${String(days)}::jsonb, 'anye demo') on conflict (key, valid_from) do update set value = excluded.value`.execute(db)
}
