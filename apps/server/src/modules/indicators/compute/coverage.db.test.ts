import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { A_VILLAGE, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { inScope, openDatabase, type DatabaseHandle, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { countersAsOf } from './compute-villages.store.ts'

const DAY = '2026-04-01'
let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 2)
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

/** Runs over facts that are taken back afterwards; answers the counters of the village. */
async function countersOf(facts: (tx: Tx) => Promise<unknown>): Promise<Record<string, number>> {
  let counted: Record<string, number> = {}
  await inScope(handle.db, EVERYWHERE, async (tx) => {
    await facts(tx)
    const rows = await countersAsOf(tx, { villages: [A_VILLAGE], day: DAY, parameters: DEFAULT_PARAMETERS })
    counted = Object.fromEntries(rows.map(({ key, value }) => [key, value]))
    await sql`select 1 / 0`.execute(tx)
  }).catch((error: unknown) => {
    if (!String(error).includes('division by zero')) throw error
  })
  return counted
}

/** A household of one segment with one labourer, at work since a day when one is given. */
async function aLabourHousehold(tx: Tx, kind: string, since?: string): Promise<void> {
  const household = await aHousehold(tx, { segments: [[kind, '2019-01-01']] })
  const person = await aPerson(tx, household)
  if (since !== undefined) await anEpisode(tx, household, person, { start: since, evidence: [['visit', '2026-03-20']] })
}

it('S21 counts a poor household only with a stable job', async () => {
  const counters = await countersOf(async (tx) => {
    await aLabourHousehold(tx, 'poor', '2026-03-01')
    await aLabourHousehold(tx, 'poor', '2025-06-01')
    await aLabourHousehold(tx, 'poor')
  })
  expect(counters).toMatchObject({ 'hh.poor.labour': 3, 'hh.poor.stable': 1, 'hh.poor.uncovered': 2 })
})

it('S22 counts a resettled household with any job, stable or not', async () => {
  const counters = await countersOf(async (tx) => {
    await aLabourHousehold(tx, 'resettled', '2026-03-01')
    await aLabourHousehold(tx, 'resettled')
  })
  expect(counters).toMatchObject({ 'hh.resettled.labour': 2, 'hh.resettled.employed': 1, 'hh.resettled.uncovered': 1 })
})

it('S3 covers a household as long as one labourer works, and opens it again when the job ends', async () => {
  const working = await countersOf((tx) => aLabourHousehold(tx, 'ordinary', '2026-03-01'))
  expect(working).toMatchObject({ 'hh.labour': 1, 'hh.labour.covered': 1 })
  const ended = await countersOf(async (tx) => {
    await aLabourHousehold(tx, 'ordinary', '2026-03-01')
    await sql`update registry.episode set end_on = '2026-03-31'`.execute(tx)
  })
  expect(ended).toMatchObject({ 'hh.labour': 1, 'hh.zero': 1 })
  expect(ended['hh.labour.covered']).toBeUndefined()
})
