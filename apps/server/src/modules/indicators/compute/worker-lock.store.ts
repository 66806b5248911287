import { sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'

// Any constant shared by all processes: whoever holds it writes states, the others wait their turn.
const WORKER_LOCK = 5223_001

/** Takes the lock until the transaction ends, or answers false at once when somebody else computes. */
export async function tryWorkerLock(tx: Tx): Promise<boolean> {
  const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${WORKER_LOCK}) as held`.execute(tx)
  return lock.rows[0]?.held === true
}

/** Waits for the lock: until the transaction ends no other one changes states, so counters and lists read here agree. */
export async function holdWorkerLock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${WORKER_LOCK})`.execute(tx)
}
