import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { closeDayBooks } from '../days/close-day.ts'
import { reconstructDay } from '../days/reconstruct-days.ts'
import { goTo, YILONG_VILLAGE } from '../testing/closed-days.ts'
import { listComputedVillages } from './computed-villages.query.ts'

// Thursday and Friday of a summer without holidays, and a day on which nobody closed.
const [CLOSED, TODAY, UNCLOSED] = ['2026-08-27', '2026-08-28', '2026-08-20']
type Value = { key: string; value: number | null; numerator: number; denominator: number | null }
type Coverage = { total: Record<string, number>; rows: { place: { code: string }; counters: Record<string, number>; values: Value[] }[] }
type Members = { rows: { householdId: string; villageCode: string; zeroSince: string | null; employed: number | null }[]; total: number }

let api: RegistryApp
let cleared: string
/** Those not cleared in time. */
const late: Record<string, string> = {}

/** A household whose last job ended on 10 July, with one that began in August where a day is given on which it was seen. */
async function aHome(division: string, seen?: string): Promise<string> {
  return api.asSystem(async (tx) => {
    const home = await aHousehold(tx, { division })
    await sql`update registry.household set known_since = '2020-01-01' where id = ${home}`.execute(tx)
    const person = await aPerson(tx, home, { division })
    await anEpisode(tx, home, person, { division, start: '2026-01-05', end: '2026-07-10', evidence: [['visit', '2026-06-20']] })
    if (seen !== undefined) await anEpisode(tx, home, person, { division, start: '2026-08-03', evidence: [['visit', seen]] })
    return home
  })
}

beforeAll(async () => {
  api = await startRegistryApp()
  goTo(api, CLOSED)
  for (const seen of ['2026-08-04', '2026-08-05', '2026-08-06']) await aHome(VILLAGE, seen)
  late.open = await aHome(VILLAGE)
  cleared = await aHome(NEXT_VILLAGE, '2026-08-07')
  late.working = await aHome(NEXT_VILLAGE, '2026-08-25')
  await aHome(YILONG_VILLAGE, '2026-08-07')
  late.far = await aHome(FAR_VILLAGE)
  await api.recompute()
  await api.asSystem(async (tx) => reconstructDay(tx, UNCLOSED, await listComputedVillages(tx), api.clock.now()))
  goTo(api, CLOSED, '22:00')
  await api.asSystem((tx) => closeDayBooks(tx, CLOSED, api.clock.now(), null))
  goTo(api, TODAY)
  await api.recompute()
})
afterAll(() => api.close())

const coverageOf = async (person: TestPerson, ask: Record<string, string>) => (await api.get(person, '/indicators/coverage', ask)).body as Coverage
const missed = async (person: TestPerson, ask: Record<string, string>) =>
  (await api.get(person, '/indicators/members', { counter: 'hh.clock.missed', ...ask })).body as Members
const rateIn = (values: Value[]) => values.find(({ key }) => key === 'clearRate')

describe('S23 the clear rate', () => {
  it('is the households cleared in time over those whose clock ran out, on the wall chart with its trend', async () => {
    const { figures } = (await api.get('office', '/indicators/overview')).body as { figures: (Value & { trend: { day: string; value: number | null }[] })[] }
    const rate = figures.find(({ key }) => key === 'clearRate')
    expect(rate).toMatchObject({ numerator: 5, denominator: 8, value: 62.5 })
    // On the unclosed day the job that was seen on the 25th was not known to be worked yet; its household was late already.
    expect(rate?.trend).toEqual([{ day: UNCLOSED, value: 62.5 }, { day: CLOSED, value: 62.5 }])
  })

  it('has no value where no clock ran out', async () => {
    const { rows } = await coverageOf('office', {})
    const none = rows.find(({ place }) => place.code === '522302')
    expect(rateIn(none?.values ?? [])).toMatchObject({ value: null, numerator: 0, denominator: 0 })
  })

  const days: Record<string, string>[] = [{}, { day: CLOSED }, { day: UNCLOSED }]
  it.each(days)('sums to the prefecture over both trees and opens to as many households as it misses, %o', async (day) => {
    for (const tree of ['unit', 'gb']) {
      const { total, rows } = await coverageOf('office', { ...day, tree })
      expect([total['hh.clock'], total['hh.clock.cleared'], total['hh.clock.missed']]).toEqual([8, 5, 3])
      for (const key of ['hh.clock', 'hh.clock.cleared', 'hh.clock.missed']) {
        expect(rows.reduce((sum, { counters }) => sum + (counters[key] ?? 0), 0), `${tree} ${key}`).toBe(total[key])
      }
      for (const { place, counters } of rows.filter((row) => (row.counters['hh.clock.missed'] ?? 0) > 0)) {
        const list = await missed('office', { ...day, tree, place: place.code })
        expect([list.total, list.rows.length], place.code).toEqual([counters['hh.clock.missed'], counters['hh.clock.missed']])
      }
    }
    expect((await missed('office', day)).rows.map(({ householdId }) => householdId).sort()).toEqual(Object.values(late).sort())
  })

  it('lists since when a household was without work, though somebody works there since', async () => {
    const { rows } = await missed('office', {})
    expect(rows.map(({ zeroSince }) => zeroSince)).toEqual(['2026-07-11', '2026-07-11', '2026-07-11'])
    expect(rows.find(({ householdId }) => householdId === late.working)).toMatchObject({ employed: 1 })
  })

  it('shows a viewer the households of the own place and refuses those of another', async () => {
    expect((await missed('village', {})).rows.map(({ householdId }) => householdId)).toEqual([late.open])
    expect((await missed('county', {})).rows.map(({ householdId }) => householdId)).toEqual([late.open, late.working])
    expect(codeOf(await api.get('county', '/indicators/members', { counter: 'hh.clock.missed', place: '522323' }))).toBe('not_found')
  })

  it('keeps its list with the closed day when a job turns out to be none', async () => {
    await api.asSystem((tx) => sql`update registry.episode set voided = true where household_id = ${cleared} and end_on is null`.execute(tx))
    await api.recompute()
    expect((await coverageOf('office', {})).total['hh.clock.missed']).toBe(4)
    expect((await missed('office', {})).rows.map(({ householdId }) => householdId)).toContain(cleared)
    expect((await coverageOf('office', { day: CLOSED })).total['hh.clock.missed']).toBe(3)
    expect((await missed('office', { day: CLOSED })).rows.map(({ householdId }) => householdId).sort()).toEqual(Object.values(late).sort())
  })
})
