import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysBetween } from '@anye/kernel/calendar-date'
import { A_VILLAGE, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { inScope, openDatabase, rows, type DatabaseHandle, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { recordEarlierChecks } from './earlier-checks.store.ts'

const STAMP = { by: '00000000-0000-7000-8000-000000000001', at: Date.parse('2026-04-01T12:00:00+08:00') }
const EVERY_MONTH = [0, 0, 0]
let database: TestDatabase
let handle: DatabaseHandle
beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 2)
})
beforeEach(() => everywhere(async (tx) => {
  await sql`update registry.episode set voided = true`.execute(tx)
}))
afterAll(async () => {
  await handle.close()
  await database.close()
})

const everywhere = <T>(work: (tx: Tx) => Promise<T>) => inScope(handle.db, EVERYWHERE, work)
const record = (missed: readonly number[]) => everywhere((tx) => recordEarlierChecks(tx, [A_VILLAGE], missed, STAMP))
const checksOf = (episode: string) => everywhere(async (tx) => (await rows(tx, sql<{ day: string; kind: string }>`
  select on_date as day, kind from registry.evidence where episode_id = ${episode} order by on_date desc`)))

const aCheckedJob = (start: string) => everywhere(async (tx) => {
  const household = await aHousehold(tx)
  return anEpisode(tx, household, await aPerson(tx, household), { start, evidence: [['phone', '2026-03-20']] })
})

describe('the checks before the last one', () => {
  it('lie about a month apart, are of its kind, and come once however often it runs', async () => {
    const job = await aCheckedJob('2025-06-01')
    expect(await record(EVERY_MONTH)).toBe(3)
    const checks = await checksOf(job)
    expect(checks.map(({ kind }) => kind)).toEqual(['phone', 'phone', 'phone', 'phone'])
    checks.slice(1).forEach(({ day }, index) => {
      expect(Math.abs(daysBetween(day, '2026-03-20') - 30 * (index + 1))).toBeLessThanOrEqual(4)
    })
    expect(await record(EVERY_MONTH)).toBe(0)
    expect(await checksOf(job)).toEqual(checks)
  })
  it('never lie before the job began, and none is made up for a job nobody checked', async () => {
    const young = await aCheckedJob('2026-02-10')
    const unseen = await everywhere(async (tx) => {
      const household = await aHousehold(tx)
      return anEpisode(tx, household, await aPerson(tx, household), { start: '2025-06-01' })
    })
    expect(await record(EVERY_MONTH)).toBe(1)
    expect((await checksOf(young)).every(({ day }) => day >= '2026-02-10')).toBe(true)
    expect(await checksOf(unseen)).toEqual([])
  })
  it('are missing where the village missed them', async () => {
    const job = await aCheckedJob('2025-06-01')
    expect(await record([1, 0, 1])).toBe(1)
    const [, check] = await checksOf(job)
    expect(Math.abs(daysBetween(check?.day ?? '', '2026-03-20') - 60)).toBeLessThanOrEqual(4)
  })
  it('leave the planner as they found it', () => everywhere(async (tx) => {
    await recordEarlierChecks(tx, [A_VILLAGE], EVERY_MONTH, STAMP)
    expect(await rows(tx, sql`show enable_nestloop`)).toEqual([{ enable_nestloop: 'on' }])
  }))
})
