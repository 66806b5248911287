import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'

/** All villages that were ever computed. */
export async function listComputedVillages(tx: Tx): Promise<string[]> {
  const found = await rows(tx, sql<{ division: string }>`select division from indicators.village_computed order by division`)
  return found.map((row) => row.division)
}
