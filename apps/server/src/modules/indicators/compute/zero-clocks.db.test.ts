import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { A_VILLAGE, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { inScope, openDatabase, rows, type DatabaseHandle, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { computeVillages } from './compute-villages.store.ts'

// A Friday of a summer without holidays: clocks of twenty working days that opened on 1 to 30 July ran out in the last 30 days.
const DAY = '2026-08-28'
type Clock = { opened: string; due: string; cleared: string | null }
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

/** Computes the village over facts that are taken back afterwards; answers its clocks and the counters made of them. */
async function clocksOf(facts: (tx: Tx) => Promise<unknown>, zeroClearDays = 20): Promise<{ clocks: Clock[]; counters: Record<string, number> }> {
  let [clocks, counters]: [Clock[], Record<string, number>] = [[], {}]
  await inScope(handle.db, EVERYWHERE, async (tx) => {
    await facts(tx)
    await computeVillages(tx, { villages: [A_VILLAGE], day: DAY, parameters: { ...DEFAULT_PARAMETERS, zeroClearDays } }, Date.parse(DAY))
    clocks = await rows(tx, sql<Clock>`select opened_on as opened, due_on as due, cleared_on as cleared from indicators.clock_state order by opened_on`)
    const counted = await rows(tx, sql<{ key: string; value: number }>`select key, value from indicators.village_counter where key like 'hh.clock%'`)
    counters = Object.fromEntries(counted.map(({ key, value }) => [key, value]))
    await sql`select 1 / 0`.execute(tx)
  }).catch((error: unknown) => {
    if (!String(error).includes('division by zero')) throw error
  })
  return { clocks, counters }
}

type Job = { start?: string; end?: string; seen: string[]; form?: string }

/** A household known since 2020 with a labourer for each list of jobs. */
async function aHome(tx: Tx, ...people: Job[][]): Promise<{ home: string; persons: string[] }> {
  const home = await aHousehold(tx)
  await sql`update registry.household set known_since = '2020-01-01' where id = ${home}`.execute(tx)
  const persons: string[] = []
  for (const jobs of people) {
    const person = await aPerson(tx, home)
    persons.push(person)
    for (const { start = '2026-01-05', end, seen, form } of jobs) {
      await anEpisode(tx, home, person, {
        start, evidence: seen.map((on) => ['visit', on]), ...(end === undefined ? {} : { end }), ...(form === undefined ? {} : { form }),
      })
    }
  }
  return { home, persons }
}
/** A job that ended on a day, proven till then. */
const until = (end: string): Job => ({ end, seen: ['2026-06-20'] })
const after = (start: string, seen: string): Job => ({ start, seen: [seen] })

describe('S23 a clock that ran out', () => {
  it('opens the day after the last job was carried and stays open while nobody works', async () => {
    const { clocks, counters } = await clocksOf((tx) => aHome(tx, [until('2026-07-10')]))
    expect(clocks).toEqual([{ opened: '2026-07-11', due: '2026-08-07', cleared: null }])
    expect(counters).toEqual({ 'hh.clock': 1, 'hh.clock.missed': 1 })
  })
  it('is cleared in time by work that was proven by its last day', async () => {
    const { clocks, counters } = await clocksOf((tx) => aHome(tx, [until('2026-07-10'), after('2026-08-03', '2026-08-07')]))
    expect(clocks).toEqual([{ opened: '2026-07-11', due: '2026-08-07', cleared: '2026-08-07' }])
    expect(counters).toEqual({ 'hh.clock': 1, 'hh.clock.cleared': 1 })
  })
  it('is not cleared in time by work that was proven a day late, though it began before', async () => {
    const { clocks, counters } = await clocksOf((tx) => aHome(tx, [until('2026-07-10'), after('2026-08-03', '2026-08-08')]))
    expect(clocks).toMatchObject([{ cleared: '2026-08-08' }])
    expect(counters).toEqual({ 'hh.clock': 1, 'hh.clock.missed': 1 })
  })
  it('is not cleared by work that nobody has seen, nor by farming without proof of scale', async () => {
    const { counters } = await clocksOf(async (tx) => {
      await aHome(tx, [until('2026-07-10'), { start: '2026-07-20', seen: [] }])
      const { home, persons } = await aHome(tx, [until('2026-07-10')])
      await anEpisode(tx, home, persons[0] ?? '', { start: '2026-07-20', form: '7', evidence: [['village', '2026-07-20']] })
    })
    expect(counters).toEqual({ 'hh.clock': 2, 'hh.clock.missed': 2 })
  })
  it('counts for 30 days after its last one, and not before it', async () => {
    const opened = async (end: string) => (await clocksOf((tx) => aHome(tx, [until(end)]))).clocks.map((clock) => clock.opened)
    expect(await opened('2026-06-29')).toEqual([])
    expect(await opened('2026-06-30')).toEqual(['2026-07-01'])
    expect(await opened('2026-07-29')).toEqual(['2026-07-30'])
    expect(await opened('2026-07-30')).toEqual([])
  })
  it('is as long as the parameter of the day says', async () => {
    const { clocks } = await clocksOf((tx) => aHome(tx, [until('2026-08-03')]), 10)
    expect(clocks).toEqual([{ opened: '2026-08-04', due: '2026-08-18', cleared: null }])
  })
  it('is of a household: it does not open while another member works, and any of them clears it', async () => {
    expect((await clocksOf((tx) => aHome(tx, [until('2026-07-10')], [{ seen: ['2026-06-01', '2026-07-12'] }]))).clocks).toEqual([])
    const { clocks } = await clocksOf((tx) => aHome(tx, [until('2026-07-10')], [until('2026-07-08'), after('2026-07-20', '2026-07-21')]))
    expect(clocks).toEqual([{ opened: '2026-07-11', due: '2026-08-07', cleared: '2026-07-21' }])
  })
  it('opens when the register learns of a household that never worked', async () => {
    const { clocks } = await clocksOf(async (tx) => {
      const { home } = await aHome(tx, [])
      await sql`update registry.household set known_since = '2026-07-15' where id = ${home}`.execute(tx)
    })
    expect(clocks).toEqual([{ opened: '2026-07-15', due: '2026-08-12', cleared: null }])
  })
  it('opens when evidence lapses, unless later evidence bridges the lapse', async () => {
    const lapsed = await clocksOf((tx) => aHome(tx, [{ seen: ['2026-05-20'] }]))
    expect(lapsed.clocks).toMatchObject([{ opened: '2026-07-05', cleared: null }])
    const bridged = await clocksOf((tx) => aHome(tx, [{ seen: ['2026-05-20', '2026-08-25'] }]))
    expect(bridged.clocks).toEqual([])
  })
  it('counts once a household, with the last of its clocks', async () => {
    const { clocks } = await clocksOf((tx) => aHome(tx, [until('2026-07-03'), { start: '2026-07-06', end: '2026-07-10', seen: ['2026-07-06'] }]))
    expect(clocks).toEqual([{ opened: '2026-07-11', due: '2026-08-07', cleared: null }])
  })
  it('is nobody’s where all labourers are exempt or gone', async () => {
    const { clocks } = await clocksOf(async (tx) => {
      const { persons } = await aHome(tx, [until('2026-07-10')])
      await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, approved_at)
        values (gen_random_uuid(), ${persons[0]}, ${A_VILLAGE}, 'illness', '2026-08-01', '2026-09-30', '2026-08-01')`.execute(tx)
      const { persons: gone } = await aHome(tx, [until('2026-07-10')])
      await sql`update registry.person set exit_on = '2026-08-10' where id = ${gone[0]}`.execute(tx)
    })
    expect(clocks).toEqual([])
  })
})
