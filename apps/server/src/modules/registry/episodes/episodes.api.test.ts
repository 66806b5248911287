import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'

type Saved = { id: string; version: number; warnings: string[] }
let api: RegistryApp
let household: string
let person: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(() => api.asSystem(async (tx) => {
  household = await aHousehold(tx)
  person = await aPerson(tx, household)
}))

const form = (fields: Record<string, unknown> = {}) => ({ startOn: '2026-10-01', employer: '义乌饰品厂', placeCode: '330782', form: '1', ...fields })
const visit = (onDate = '2026-11-20') => ({ kind: 'visit', onDate })
const add = (fields: Record<string, unknown> = {}, rest: Record<string, unknown> = {}, who: TestPerson = 'village') =>
  api.command(who, 'POST', '/registry/episodes', { personId: person, episode: form(fields), evidence: [visit()], ...rest })
const saved = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Saved
}
const correct = (id: string, version: number, fields: Record<string, unknown> = {}) =>
  api.command('village', 'PUT', `/registry/episodes/${id}`, { version, reason: '登记有误', episode: form(fields) })
const end = (id: string, version: number, endOn: string, endReason = '01') =>
  api.command('village', 'POST', `/registry/episodes/${id}/end`, { version, endOn, endReason })
const setAside = (id: string, version: number, voided: boolean) =>
  api.command('village', 'POST', `/registry/episodes/${id}/void`, { version, voided, reason: '登记重复' })
const figures = async () => {
  await api.recompute()
  const counters = await api.asSystem((tx) => rows(tx, sql<{ key: string; value: number }>`
    select key, value from indicators.village_counter where division = ${VILLAGE}`))
  return Object.fromEntries(counters.map((counter) => [counter.key, counter.value]))
}
const stored = (id: string) => api.asSystem(async (tx) => (await rows(tx, sql<Record<string, unknown>>`select * from registry.episode where id = ${id}`))[0])

describe('a job recorded by form', () => {
  it('S2 S1 derives area, track, sector and place, and moves the village’s figures', async () => {
    const before = await figures()
    const { id, version, warnings } = saved(await add({ industry: 'C', wageMonthly: 21_000 }))
    expect({ version, warnings }).toEqual({ version: 1, warnings: ['V13'] })
    expect(await stored(id)).toMatchObject({ area: '04', track: '1', sector: 2, place_raw: expect.stringContaining('义乌'), source: 'form', division: VILLAGE })
    const after = await figures()
    expect(after['p.employed']).toBe((before['p.employed'] ?? 0) + 1)
    expect(after['p.dest.3307']).toBe((before['p.dest.3307'] ?? 0) + 1)
    expect(after['hh.zero']).toBe((before['hh.zero'] ?? 0) - 1 || undefined)
  })
  it('answers a repeated command with the first result and refuses another content under its id', async () => {
    const commandId = api.commandId()
    const first = saved(await add({}, { commandId }))
    expect(saved(await add({}, { commandId }))).toEqual(first)
    expect(codeOf(await add({ employer: '别的厂' }, { commandId }))).toBe('command_mismatch')
    const count = await api.asSystem((tx) => rows(tx, sql`select 1 from registry.episode where person_id = ${person}`))
    expect(count).toHaveLength(1)
  })
  it.each([
    ['V12 a start in the future', { startOn: '2026-11-25' }, 'episode_dates_invalid'],
    ['V12 an end before the start', { endOn: '2026-09-30' }, 'episode_dates_invalid'],
    ['V12 an end in the future', { endOn: '2026-11-25' }, 'episode_dates_invalid'],
    ['V11 a start before the sixteenth birthday', { startOn: '2001-04-30' }, 'under_age'],
    ['V13 a wage above 50,000', { wageMonthly: 50_001 }, 'wage_out_of_range'],
    ['V24 a place that no list knows', { placeCode: '999999' }, 'division_invalid'],
    ['a form of work that no list knows', { form: 'ZZ' }, 'request_invalid'],
    ['a credit code that fails its check', { uscc: '91330782MA00000000' }, 'request_invalid'],
  ])('refuses %s', async (_what, fields, code) => {
    expect(codeOf(await add(fields, { evidence: [] }))).toBe(code)
    const kept = await api.asSystem((tx) => rows(tx, sql`select 1 from registry.episode where person_id = ${person}`))
    expect(kept).toEqual([])
  })
  it('V12 refuses a second full-time job that overlaps by more than seven days', async () => {
    saved(await add())
    expect(codeOf(await add({ startOn: '2026-11-01' }))).toBe('episode_overlap')
    saved(await add({ startOn: '2026-11-01', form: '2' }))
  })
  it('V14 refuses an open job after death, and evidence outside the job', async () => {
    expect(codeOf(await add({}, { evidence: [visit('2026-09-30')] }))).toBe('episode_dates_invalid')
    expect(codeOf(await add({}, { evidence: [visit('2026-11-25')] }))).toBe('episode_dates_invalid')
    await api.asSystem((tx) => sql`update registry.person set exit_on = '2026-11-10', status = 'dead' where id = ${person}`.execute(tx))
    expect(codeOf(await add())).toBe('episode_dates_invalid')
  })
  it('is closed to a role that only reads, to another county and for an unknown person', async () => {
    expect(codeOf(await add({}, {}, 'lead'))).toBe('forbidden')
    expect(codeOf(await add({}, {}, 'far'))).toBe('not_found')
    expect(codeOf(await add({}, { personId: api.commandId() }))).toBe('not_found')
  })
})

describe('a job corrected, ended, set aside', () => {
  it('keeps every correction as a version with reason and the fields before and after', async () => {
    const { id } = saved(await add({ wageMonthly: 3000 }))
    expect(saved(await correct(id, 1, { wageMonthly: 3500, placeCode: '522326' }))).toMatchObject({ version: 2 })
    const page = (await api.get('village', `/registry/persons/${person}`)).body as { versions: Record<string, unknown>[] }
    expect(page.versions[0]).toMatchObject({ entity: 'episode', entityId: id, version: 2, reason: '登记有误', by: 'village员' })
    expect(page.versions[0]?.['changes']).toEqual(expect.arrayContaining([
      { field: 'wage_monthly', before: 3000, after: 3500 }, { field: 'track', before: '1', after: '2' },
    ]))
    expect(saved(await correct(id, 2, { wageMonthly: 3500, placeCode: '522326' })).version).toBe(2)
    expect((await api.auditOf('registry.episode.correct')).find((row) => row.object_id === id && row.reason === '登记有误')).toBeDefined()
  })
  it('refuses whoever opened the form before somebody else saved', async () => {
    const { id } = saved(await add())
    saved(await correct(id, 1, { employer: '永康五金厂' }))
    const late = await correct(id, 1, { employer: '东阳木雕厂' })
    expect([late.status, codeOf(late)]).toEqual([409, 'stale_version'])
    expect((late.body as { data: { version: number } }).data.version).toBe(2)
    for (const refused of [await end(id, 1, TODAY), await setAside(id, 1, true)]) expect(codeOf(refused)).toBe('stale_version')
  })
  it('ends on a day within the job, once, with a known reason', async () => {
    const { id } = saved(await add())
    expect(codeOf(await end(id, 1, '2026-09-30'))).toBe('episode_dates_invalid')
    expect(codeOf(await end(id, 1, '2026-11-25'))).toBe('episode_dates_invalid')
    expect(codeOf(await end(id, 1, TODAY, 'ZZ'))).toBe('request_invalid')
    const before = await figures()
    expect(saved(await end(id, 1, '2026-11-23')).version).toBe(2)
    expect((await figures())['p.employed'] ?? 0).toBe((before['p.employed'] ?? 0) - 1)
    expect(codeOf(await end(id, 2, '2026-11-22'))).toBe('already_done')
  })
  it('set aside counts no more, and comes back only when it still fits', async () => {
    const { id } = saved(await add())
    const before = await figures()
    expect(saved(await setAside(id, 1, true)).version).toBe(2)
    expect((await figures())['p.employed'] ?? 0).toBe((before['p.employed'] ?? 0) - 1)
    const other = saved(await add({ employer: '另一厂' }))
    expect(codeOf(await setAside(id, 2, false))).toBe('episode_overlap')
    saved(await setAside(other.id, 1, true))
    expect(saved(await setAside(id, 2, false)).version).toBe(3)
    expect((await figures())['p.employed']).toBe(before['p.employed'])
  })
  it('V21 fresh evidence carries a job that had grown old', async () => {
    const { id } = saved(await add({ startOn: '2026-05-01' }, { evidence: [visit('2026-05-02')] }))
    const before = await figures()
    const proof = (evidence: Record<string, unknown>) => api.command('village', 'POST', `/registry/episodes/${id}/evidence`, { evidence })
    expect(codeOf(await proof({ kind: 'hearsay', onDate: TODAY }))).toBe('request_invalid')
    expect(codeOf(await proof({ kind: 'phone', onDate: '2026-04-30' }))).toBe('episode_dates_invalid')
    expect((await proof({ kind: 'phone', onDate: TODAY })).status).toBe(200)
    const after = await figures()
    expect([after['p.employed'], after['p.to_verify'] ?? 0]).toEqual([(before['p.employed'] ?? 0) + 1, (before['p.to_verify'] ?? 0) - 1])
  })
})
