import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { A_VILLAGE, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { inScope, openDatabase, type DatabaseHandle } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { moveMergedDivisions } from './move-merged-division.store.ts'

let database: TestDatabase
let handle: DatabaseHandle
beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl)
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

it('D3.3-14 moves the facts of a merged village to its successor, once per event', () => inScope(handle.db, EVERYWHERE, async (tx) => {
  const successor = '522326001002'
  const household = await aHousehold(tx)
  const person = await aPerson(tx, household, { hukou: A_VILLAGE })
  const away = await aHousehold(tx, { division: '522327001001', hukou: A_VILLAGE })
  await anEpisode(tx, household, person, { start: '2026-01-01', evidence: [['visit', '2026-03-01']] })
  await sql`insert into platform.event (type, payload)
    values ('DivisionMerged', ${JSON.stringify({ code: A_VILLAGE, successorCode: successor, lastDay: '2026-03-31' })}::jsonb)`.execute(tx)
  expect(await moveMergedDivisions(tx)).toBe(1)
  expect(await moveMergedDivisions(tx)).toBe(0)
  for (const table of ['household', 'person', 'segment', 'episode', 'evidence']) {
    const left = await sql<{ division: string }>`select distinct division from ${sql.table(`registry.${table}`)}`.execute(tx)
    expect(left.rows.filter(({ division }) => division !== '522327001001')).toEqual([{ division: successor }])
  }
  // Who was registered there, wherever they live, is registered in the successor: nobody becomes a resident member by a merger.
  const registered = await sql<{ register_division: string }>`select register_division from registry.person where id = ${person}
    union all select register_division from registry.household where id = ${away}`.execute(tx)
  expect(registered.rows).toEqual([{ register_division: successor }, { register_division: successor }])
}))
