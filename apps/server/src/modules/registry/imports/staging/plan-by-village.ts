import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db.ts'

/**
 * For transactions that go village by village. Their statements are the same for every village, and small beside the work
 * of planning them: plans are made once and kept. They go by index whatever the tables hold when the plan is made, which
 * on a first load is nothing. And no village waits for the disk: the last transaction of the import does, for all before
 * it; a village that a crash takes back is written again.
 */
export async function planByVillage(tx: Tx): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('synchronous_commit', 'off', true)`.execute(tx)
}
