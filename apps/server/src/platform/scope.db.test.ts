import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { aHousehold } from '../../test/builders/registry.ts'
import { inScope, openDatabase, rows, type DatabaseHandle } from './db.ts'
import { EVERYWHERE, NOWHERE, scopeOf, type Scope } from './scope.ts'

const VILLAGES = ['522301001001', '522301112204', '522301112205', '522326001001', '522328103001'] as const
let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 2)
  await inScope(handle.db, EVERYWHERE, async (tx) => { for (const division of VILLAGES) await aHousehold(tx, { division }) })
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

const seen = async (scope: Scope) => inScope(handle.db, scope, async (tx) =>
  (await rows(tx, sql<{ division: string }>`select division from registry.household order by division`)).map((row) => row.division))
const planOf = (scope: Scope) => inScope(handle.db, scope, async (tx) => {
  await sql`set local enable_seqscan = off`.execute(tx)
  return (await rows(tx, sql<{ 'QUERY PLAN': string }>`explain select id from registry.household`)).map((row) => row['QUERY PLAN']).join('\n')
})

describe('row-level security by scope', () => {
  it.each([
    [['5223'], [...VILLAGES]],
    [['522301'], VILLAGES.slice(0, 3)],
    [['522301112', '522328103'], [VILLAGES[1], VILLAGES[2], VILLAGES[4]]],
    [['522301112204', '522326001001'], [VILLAGES[1], VILLAGES[3]]],
    [['52230111220'], [VILLAGES[1], VILLAGES[2]]],
  ])('of %j shows exactly the villages below it', async (prefixes, villages) => {
    expect(await seen(scopeOf(prefixes))).toEqual(villages)
  })
  it('shows nothing to nobody, nor to a connection that set no scope', async () => {
    expect(await seen(NOWHERE)).toEqual([])
    expect(await rows(handle.db, sql`select 1 from registry.household`)).toEqual([])
  })
  it('is part of the plan, so that the index on division serves it, with one prefix and with a list', async () => {
    for (const scope of [scopeOf(['522326001001']), scopeOf(['522301112', '522328103'])]) {
      const plan = await planOf(scope)
      expect(plan).toMatch(/Index Cond: .*anye\.scope_lo/)
      expect(plan).not.toContain('in_scope')
    }
  })
})
