/** Started by start-postgres.db.test.ts: commits numbered rows and sends each number once its commit was acknowledged. */
import { Client } from 'pg'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'

const dir = process.argv[2]
if (!dir) throw new Error('usage: committing-writer.ts DIR')

const { url } = await startPostgres({ dir, log: () => undefined })
const client = new Client({ connectionString: url })
client.on('error', () => process.exit(1))
await client.connect()
await client.query('create table written (n integer primary key)')
try {
  for (let n = 1; ; n += 1) {
    await client.query('insert into written values ($1)', [n])
    process.send?.(n)
  }
} catch {
  // The test killed the server: that insert was never acknowledged.
  process.exit(1)
}
