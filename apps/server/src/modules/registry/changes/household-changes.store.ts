import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/** Forgets which households changed before so many seconds: no phone asks for that any more. Answers how many rows went. */
export async function forgetHouseholdChanges(tx: Tx, olderThanSeconds: number): Promise<number> {
  const [gone] = await rows(tx, sql<{ count: number }>`
    with gone as (delete from registry.household_change where at < now() - make_interval(secs => ${olderThanSeconds}) returning 1)
    select count(*)::int as count from gone`)
  return gone?.count ?? 0
}
