import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRegistryApp, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import { reconstructDay } from '../days/reconstruct-days.ts'
import { closeFourDays, FIRST, FOURTH, goTo, SECOND, THIRD } from '../testing/closed-days.ts'
import { listComputedVillages } from './computed-villages.query.ts'

const UNCLOSED = '2026-11-28'
const NOW = '2026-11-30'
type Counters = Record<string, number>
type Coverage = { place: { code: string }; total: Counters; rows: { place: { code: string }; counters: Counters }[]; fresh: { live: boolean; reconstructed: boolean } }
type Members = { rows: { householdId: string; personId: string | null }[]; nextCursor: string | null; total: number }
type Zero = { rows: { householdId: string; since: string; daysLeft: number }[]; total: number }

let api: RegistryApp
beforeAll(async () => {
  api = await startRegistryApp()
  await closeFourDays(api)
  goTo(api, NOW)
  await api.recompute()
  await inScope(api.services.database.db, EVERYWHERE, async (tx) =>
    reconstructDay(tx, UNCLOSED, await listComputedVillages(tx), api.clock.now()))
})
afterAll(() => api.close())

const query = (given: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Walks a list to its end in pages of two; answers how many different rows it showed, and the total it said. */
async function lengthOf(person: TestPerson, ask: Record<string, string | undefined>): Promise<{ shown: number; said: number }> {
  const ids = new Set<string>()
  let page: Members
  let cursor: string | null = null
  do {
    page = (await api.get(person, '/indicators/members', query({ ...ask, limit: '2', cursor: cursor ?? undefined }))).body as Members
    for (const row of page.rows) ids.add(row.personId ?? row.householdId)
    cursor = page.nextCursor
  } while (cursor !== null)
  return { shown: ids.size, said: page.total }
}

async function expectCellsToOpen(person: TestPerson, ask: { place?: string; tree: string; day: string | undefined }): Promise<number> {
  const coverage = (await api.get(person, '/indicators/coverage', query(ask))).body as Coverage
  const cells = [...coverage.rows.filter(({ counters }) => Object.keys(counters).length > 0), { place: coverage.place, counters: coverage.total }]
  for (const { place, counters } of cells) {
    for (const [counter, value] of Object.entries(counters)) {
      const length = await lengthOf(person, { ...ask, counter, place: place.code })
      expect(length, `${place.code} ${counter} ${ask.tree} ${ask.day ?? 'live'}`).toEqual({ shown: value, said: value })
    }
  }
  return cells.length
}

describe('every cell of a table', () => {
  it.each([undefined, FIRST, SECOND, THIRD, FOURTH, UNCLOSED])('opens to as many rows as it says, in both trees, on %s', async (day) => {
    const walked = [
      await expectCellsToOpen('office', { tree: 'unit', day }), await expectCellsToOpen('office', { tree: 'gb', day }),
      await expectCellsToOpen('office', { tree: 'gb', place: '522301', day }), await expectCellsToOpen('county', { tree: 'unit', day }),
    ]
    expect(Math.min(...walked)).toBeGreaterThan(1)
  })

  it('of 兴义市 differs between the trees, and so does its list', async () => {
    // The only facts of 522301 lie in a township of 义龙新区: in the county by GB code, not in the unit of that name.
    expect(await lengthOf('office', { counter: 'hh.all', place: '522301', tree: 'gb' })).toEqual({ shown: 1, said: 1 })
    expect(await lengthOf('office', { counter: 'hh.all', place: '522301', tree: 'unit' })).toEqual({ shown: 0, said: 0 })
  })
})

describe('the wall chart', () => {
  it('S26 shows one sheet per level: prefecture, unit, township, village, each with figures, places below, zero households and data time', async () => {
    type Sheet = { place: { code: string; level: string }; children: { place: { code: string; level: string } }[]; figures: { key: string; trend: unknown[] }[]; zero: { open: number }; fresh: { computedAt: string } }
    const sheetOf = async (place: string) => (await api.get('office', '/indicators/overview', { place })).body as Sheet
    const sheets = [await sheetOf('5223'), await sheetOf('522326'), await sheetOf('522326001'), await sheetOf('522326001001')]
    expect(sheets.map(({ place, children }) => [place.level, children[0]?.place.level])).toEqual([
      ['prefecture', 'unit'], ['unit', 'township'], ['township', 'village'], ['village', undefined],
    ])
    expect(sheets[0]?.children).toHaveLength(9)
    for (const { figures, zero, fresh } of sheets) {
      expect(figures.map(({ key }) => key)).toEqual(['A', 'B', 'zero', 'clearRate', 'coverage', 'employment', 'toVerify'])
      expect(figures[0]?.trend.length).toBeGreaterThanOrEqual(4)
      expect(zero.open).toBeGreaterThanOrEqual(0)
      expect(Date.parse(fresh.computedAt)).toBeGreaterThan(0)
    }
  })
})

describe('an earlier day', () => {
  it('shows its zero-employment households as they were, with the days that were left then', async () => {
    const zeroOn = async (day?: string) => (await api.get('office', '/indicators/zero-households', query({ day }))).body as Zero
    const [then, now] = [await zeroOn(SECOND), await zeroOn()]
    expect(then.total).toBe(then.rows.length)
    // A late fact may move the start of a clock; the others run on by the days between.
    const pairs = then.rows.flatMap((row) => now.rows.filter(({ householdId, since }) => householdId === row.householdId && since === row.since)
      .map(({ daysLeft }) => row.daysLeft - daysLeft))
    expect(pairs.length).toBeGreaterThan(0)
    expect(new Set(pairs)).toEqual(new Set([5]))
    const overview = (await api.get('office', '/indicators/overview', { day: SECOND })).body as { zero: { open: number }; counters: Counters }
    expect(overview.zero.open).toBe(overview.counters['hh.zero'])
  })

  it('that was never closed says so and gives sums and worked-out lists, but no list with a clock', async () => {
    const overview = (await api.get('office', '/indicators/overview', { day: UNCLOSED })).body as Coverage & { zero: { open: number; overdue: null; first: [] } }
    expect(overview.fresh).toMatchObject({ live: false, reconstructed: true })
    expect(overview.zero).toMatchObject({ overdue: null, first: [] })
    expect((await api.get('office', '/indicators/zero-households', { day: UNCLOSED })).body).toMatchObject({ code: 'day_not_frozen' })
    expect((await api.get('office', '/indicators/coverage', { day: '2026-10-01' })).status).toBe(404)
  })
})
