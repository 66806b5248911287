import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { aHousehold } from '../../test/builders/registry.ts'
import { inScope, openDatabase, rows, type DatabaseHandle, type Tx } from './db.ts'
import { EVERYWHERE, scopeOf } from './scope.ts'

const [NEAR, FAR] = ['522326001001', '522301001001']
let database: TestDatabase
let handle: DatabaseHandle
beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 1)
  await inScope(handle.db, EVERYWHERE, async (tx) => {
    await aHousehold(tx, { division: NEAR })
    await aHousehold(tx, { division: FAR })
  })
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

const seen = (tx: Tx) => rows(tx, sql<{ division: string }>`select division from registry.household order by division`)

it('keeps one plan of a statement for a connection, and every run obeys the scope of its own transaction', async () => {
  for (let turn = 0; turn < 3; turn++) {
    for (const village of [NEAR, FAR]) expect(await inScope(handle.prepared, scopeOf([village]), seen)).toEqual([{ division: village }])
  }
  const kept = await inScope(handle.db, EVERYWHERE, (tx) => rows(tx, sql<{ count: number }>`
    select count(*) as count from pg_prepared_statements where statement like '%from registry.household%'`))
  expect(kept).toEqual([{ count: 1 }])
})

it('gives the connection back and rolls back what fails', async () => {
  const failing = inScope(handle.prepared, EVERYWHERE, async (tx) => {
    await aHousehold(tx, { division: NEAR })
    await sql`select 1 / 0`.execute(tx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(await inScope(handle.db, EVERYWHERE, seen)).toHaveLength(2)
})
