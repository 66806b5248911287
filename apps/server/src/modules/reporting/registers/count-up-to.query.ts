import { sql, type RawBuilder } from 'kysely'
import { firstRow, type Tx } from '../../../platform/db.ts'

const MOST = 20_000

/** How many rows a relation has, null beyond 20,000: counting millions would cost more than the page itself. */
export async function countUpTo(tx: Tx, relation: RawBuilder<unknown>): Promise<number | null> {
  const counted = await firstRow(tx, sql<{ count: number }>`
    select count(*)::int as count from (select 1 from ${relation} limit ${MOST + 1}) first_rows`)
  const count = counted?.count ?? 0
  return count > MOST ? null : count
}
