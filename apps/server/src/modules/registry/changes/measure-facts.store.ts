import { sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'

/** Tells the planner how much the register holds now: after a load that filled it at once. */
export async function measureFacts(tx: Tx): Promise<void> {
  await sql`select registry.measure_facts()`.execute(tx)
}
