import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openDatabase } from './db.ts'

it('outlives a connection that the server ends while it is lent out', async () => {
  const database = await testDatabase()
  const handle = openDatabase(database.appUrl, 2)
  try {
    const lent = await handle.pool.connect()
    const ended = new Promise((resolve) => lent.once('end', resolve))
    const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid')
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(handle.db)
    await ended
    await expect(lent.query('select 1')).rejects.toThrow(/terminat|closed|not queryable/i)
    lent.release(true)
    expect((await sql<{ one: number }>`select 1 as one`.execute(handle.db)).rows).toEqual([{ one: 1 }])
  } finally {
    await handle.close()
    await database.close()
  }
})
