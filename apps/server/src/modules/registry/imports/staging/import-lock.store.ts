import { sql } from 'kysely'
import type { Database } from '../../../../platform/db.ts'

/**
 * Runs `work` when no other process is at this import, waiting for it if need be. The lock belongs to a connection of its
 * own, so that it ends with the process that holds it, however that ends.
 */
export async function holdingImport(db: Database, importId: string, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`registry.import:${importId}`}, 0)`
    await sql`select pg_advisory_lock(${key})`.execute(connection)
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
}
