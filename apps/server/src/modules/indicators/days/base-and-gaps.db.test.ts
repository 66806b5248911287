import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'
import { closeAt, FIRST, goTo } from '../testing/closed-days.ts'
import { closeDueDays } from './close-due-days.ts'

let api: RegistryApp
beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())

const live = async () => {
  await api.recompute()
  const found = await api.asSystem((tx) => rows(tx, sql<{ key: string; value: number }>`select key, sum(value)::int as value from indicators.village_counter group by key`))
  return Object.fromEntries(found.map((row) => [row.key, row.value]))
}
const daysKnown = () => api.asSystem((tx) => rows(tx, sql<{ day: string; state: string }>`select day, state from indicators.day order by day`))

describe('the base of a month', () => {
  let household: string
  beforeEach(async () => { await api.recompute() })
  beforeAll(async () => {
    goTo(api, FIRST)
    household = await api.asSystem(async (tx) => {
      const poor = await aHousehold(tx)
      await aPerson(tx, poor)
      return poor
    })
  })
  const freeze = () => api.command('office', 'POST', '/indicators/base')

  it('is not frozen over facts that are still being computed', async () => {
    await api.asSystem((tx) => sql`update registry.household set group_name = '二组' where id = ${household}`.execute(tx))
    expect(codeOf(await freeze())).toBe('busy')
  })
  it('is frozen once a month, by the prefecture only', async () => {
    expect(codeOf(await api.command('county', 'POST', '/indicators/base'))).toBe('forbidden')
    expect((await freeze()).body).toEqual({ month: '2026-11', frozenOn: FIRST, households: 1 })
    expect(codeOf(await freeze())).toBe('already_done')
  })
  it('keeps out households that come later, and keeps the segment that a household had', async () => {
    expect(await live()).toMatchObject({ 'hh.all': 1, 'hh.poor.labour': 1 })
    await api.asSystem(async (tx) => { await aPerson(tx, await aHousehold(tx)) })
    expect(await live()).toMatchObject({ 'hh.all': 2, 'hh.new': 1, 'hh.poor.labour': 1 })
    await api.command('county', 'PATCH', `/registry/households/${household}`, { version: 1, changes: { type: '06' }, reason: '动态调整' })
    expect(await live()).toMatchObject({ 'hh.new': 1, 'hh.poor.labour': 1 })
  })
  it('of the next month takes both in', async () => {
    goTo(api, '2026-12-01')
    expect(await live()).toMatchObject({ 'hh.all': 2, 'hh.poor.labour': 1 })
    expect((await live())['hh.new']).toBeUndefined()
    expect((await freeze()).body).toMatchObject({ month: '2026-12', households: 2 })
  })
})

describe('days on which nothing ran', () => {
  it('are reconstructed from facts and still open where the day before closed, a village that lost everything included', async () => {
    goTo(api, '2026-12-02')
    const person = await api.asSystem(async (tx) => {
      const home = await aHousehold(tx, { division: NEXT_VILLAGE })
      const id = await aPerson(tx, home, { division: NEXT_VILLAGE })
      await anEpisode(tx, home, id, { division: NEXT_VILLAGE, start: '2026-11-01', evidence: [['visit', '2026-11-30']] })
      return { home, id }
    })
    await closeAt(api, '2026-12-02')
    await api.asSystem((tx) => sql`update registry.household set status = 'closed' where id = ${person.home}`.execute(tx))
    goTo(api, '2026-12-05', '09:00')
    await api.recompute()
    await closeDueDays(api.services)
    expect(await daysKnown()).toEqual([
      { day: '2026-12-02', state: 'closed' }, { day: '2026-12-03', state: 'reconstructed' }, { day: '2026-12-04', state: 'reconstructed' },
    ])
    const lines = await api.asSystem((tx) => rows(tx, sql<Record<string, unknown>>`
      select key, opening, change, closing from indicators.ledger where day = '2026-12-03' and division = ${NEXT_VILLAGE} and key = 'p.employed'`))
    expect(lines).toEqual([{ key: 'p.employed', opening: 1, change: -1, closing: 0 }])
  })
  it('let today close after the cut-off, once, and not before the worker is done', async () => {
    goTo(api, '2026-12-05', '21:59')
    await closeDueDays(api.services)
    expect(await daysKnown()).toHaveLength(3)
    goTo(api, '2026-12-05', '22:00')
    await api.asSystem((tx) => sql`update registry.household set group_name = '三组' where division = ${VILLAGE}`.execute(tx))
    await closeDueDays(api.services)
    expect(await daysKnown()).toHaveLength(3)
    expect(codeOf(await api.command('office', 'POST', '/indicators/days'))).toBe('busy')
    await api.recompute()
    await closeDueDays(api.services)
    await closeDueDays(api.services)
    expect((await daysKnown()).at(-1)).toEqual({ day: '2026-12-05', state: 'closed' })
    expect(await daysKnown()).toHaveLength(4)
  })
})

describe('a change of the definitions', () => {
  it('S4 makes every village due, so that the figures follow without a new fact', async () => {
    const before = await live()
    const { parameters } = (await api.get('office', '/indicators/parameters')).body as { parameters: Record<string, unknown> }
    const answer = await api.command('office', 'PUT', '/indicators/parameters', {
      validFrom: '2026-12-05', document: '测试文件〔2026〕1号', parameters: { ...parameters, labourSkills: ['9'] },
    })
    expect(answer.status).toBe(200)
    expect(before['p.labourers']).toBe(2)
    expect((await live())['p.labourers']).toBeUndefined()
  })
})
