import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'

type Row = Record<string, unknown> & { id: string; version: number }
type Page = { rows: Row[]; nextCursor: string | null; total: number }
type Details = { group: Row; partyGroups: Row[]; cadres: Row[] }
const TODAY = '2026-11-24'
const FRESH: [kind: string, on: string][] = [['visit', '2026-11-10']]
let api: RegistryApp
let household: string
let group: string
let made = 0

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  made += 1
  group = `${made}组`
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    await sql`update registry.household set group_name = ${group} where id = ${household}`.execute(tx)
    await anEpisode(tx, household, await aPerson(tx, household), { start: '2026-01-05', evidence: FRESH })
    await aPerson(tx, household)
    await aPerson(tx, household)
  })
  await api.recompute()
})

const enlist = (who: TestPerson = 'clerk', body: Record<string, unknown> = {}) => api.command(who, 'POST', '/weak-groups', {
  village: VILLAGE, groupName: group, criteria: ['unemployment', 'remote'], partyGroups: [{ name: '就业党小组', leaderName: '王组长' }], ...body,
})
const enlisted = async () => ((await enlist()).body as Row).id
const list = async (query: Record<string, string | number> = {}, who: TestPerson = 'clerk') => (await api.get(who, '/weak-groups', query)).body as Page
const rowOf = async (id: string, query: Record<string, string> = {}) => (await list(query)).rows.find((row) => row.id === id)
const details = async (id: string) => (await api.get('clerk', `/weak-groups/${id}`)).body as Details
const act = (path: string, body: Record<string, unknown>, who: TestPerson = 'clerk') => api.command(who, 'POST', path, body)
const send = (id: string, body: Record<string, unknown> = {}) => act(`/weak-groups/${id}/cadres`, { name: '李下沉', duty: '县教育局', fromOn: '2026-11-01', toOn: '2027-10-31', ...body })

describe('weak groups', () => {
  it('S72 are listed with criteria and the base of the day, once at a time', async () => {
    const id = await enlisted()
    expect((await details(id)).group).toMatchObject({ groupName: group, criteria: ['unemployment', 'remote'], baseLabourers: 3, baseUnemployed: 2, listedOn: TODAY })
    expect(codeOf(await enlist())).toBe('already_done')
    expect(codeOf(await enlist('clerk', { groupName: '无人组' }))).toBe('division_invalid')
    expect(codeOf(await enlist('village'))).toBe('forbidden')
    expect(codeOf(await enlist('far'))).toBe('not_found')
    expect((await api.auditOf('organization.weak_group.enlist')).find(({ outcome }) => outcome === 'ok')).toMatchObject({ object_id: id, after: { group, unemployed: 2 } })
  })

  it('S75 count who is in work now and who found work since, not who had a job already', async () => {
    const id = await enlisted()
    await api.asSystem(async (tx) => {
      await sql`update organization.weak_group set listed_on = '2026-10-01' where id = ${id}`.execute(tx)
      const found = await aPerson(tx, household)
      await anEpisode(tx, household, found, { start: '2026-11-01', evidence: FRESH })
    })
    await api.recompute()
    expect(await rowOf(id)).toMatchObject({ labourers: 4, employed: 2, unemployed: 2, foundWork: 1, baseUnemployed: 2 })
  })

  it('S73 keep at least one Party group while they are listed', async () => {
    const id = await enlisted()
    const [first] = (await details(id)).partyGroups
    expect(first).toMatchObject({ name: '就业党小组', leaderName: '王组长', fromOn: TODAY, toOn: null })
    const end = { version: 1, lastDay: TODAY }
    expect(codeOf(await act(`/party-groups/${first?.id}/end`, end))).toBe('party_group_needed')
    expect((await act(`/weak-groups/${id}/party-groups`, { name: '第二党小组', fromOn: TODAY })).status).toBe(200)
    expect(codeOf(await act(`/party-groups/${first?.id}/end`, { ...end, version: 2 }))).toBe('stale_version')
    expect((await act(`/party-groups/${first?.id}/end`, end)).status).toBe(200)
    expect(codeOf(await act(`/party-groups/${first?.id}/end`, { ...end, version: 2 }))).toBe('already_done')
    expect((await details(id)).partyGroups.map(({ name, toOn }) => [name, toOn])).toEqual([['第二党小组', null], ['就业党小组', TODAY]])
    expect((await rowOf(id))?.['partyGroups']).toBe(2)
  })

  it('S74 alert without a cadre and with a term over, until it is closed with a result', async () => {
    const id = await enlisted()
    expect(await rowOf(id)).toMatchObject({ cadres: 0, alert: 'no_cadre' })
    expect((await send(id)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ cadres: 1, alert: null })
    await api.asSystem((tx) => sql`update organization.weak_group_cadre set term_to = '2026-11-20' where weak_group_id = ${id}`.execute(tx))
    expect(await rowOf(id, { alert: 'true' })).toMatchObject({ cadres: 0, termsOver: 1, alert: 'term_over' })
    const [cadre] = (await details(id)).cadres
    expect(cadre).toMatchObject({ name: '李下沉', state: 'over', result: null })
    const closing = { version: 1, lastDay: '2026-11-20', result: '动员外出 6 人' }
    expect(codeOf(await act(`/weak-group-cadres/${cadre?.id}/close`, { ...closing, lastDay: '2026-10-01' }))).toBe('wrong_state')
    expect((await act(`/weak-group-cadres/${cadre?.id}/close`, closing)).status).toBe(200)
    expect((await details(id)).cadres).toMatchObject([{ state: 'closed', result: '动员外出 6 人' }])
    expect(await rowOf(id)).toMatchObject({ alert: 'no_cadre' })
    expect(codeOf(await act(`/weak-group-cadres/${cadre?.id}/close`, { ...closing, version: 2 }))).toBe('already_done')
  })

  it('take a cadre by account or by name, for a term that is not past', async () => {
    const id = await enlisted()
    expect(codeOf(await send(id, { toOn: '2026-11-23' }))).toBe('wrong_state')
    expect(codeOf(await send(id, { name: undefined }))).toBe('request_invalid')
    expect(codeOf(await send(id, { userId: api.commandId() }))).toBe('not_found')
    expect((await send(id, { name: undefined, userId: api.userIdOf('village') })).status).toBe(200)
    expect((await details(id)).cadres).toMatchObject([{ name: 'village员', userId: api.userIdOf('village'), state: 'serving' }])
  })

  it('leave the list with a note and may be listed again', async () => {
    const id = await enlisted()
    const off = { version: 1, note: '连续半年无零就业户' }
    expect(codeOf(await act(`/weak-groups/${id}/delist`, { ...off, version: 3 }))).toBe('stale_version')
    expect((await act(`/weak-groups/${id}/delist`, off)).status).toBe(200)
    expect(codeOf(await act(`/weak-groups/${id}/delist`, { ...off, version: 2 }))).toBe('already_done')
    expect(codeOf(await send(id))).toBe('wrong_state')
    expect(await rowOf(id)).toBeUndefined()
    expect(await rowOf(id, { delisted: 'true' })).toMatchObject({ delistedOn: TODAY, alert: null })
    expect((await enlist()).status).toBe(200)
  })

  it('are sorted by result and paged without overlap, in the reader’s own area', async () => {
    await enlisted()
    for (const sort of ['place', 'unemployed', 'found_work', 'listed_on']) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Page = await list({ sort, limit: 2, ...(cursor === null ? {} : { cursor }) })
        seen.push(...page.rows.map((row) => row.id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect([new Set(seen).size, seen.length], sort).toEqual([seen.length, (await list({ limit: 200 })).total])
    }
    expect((await list({ place: VILLAGE })).rows.length).toBeGreaterThan(0)
    expect(await list({}, 'far')).toEqual({ rows: [], nextCursor: null, total: 0 })
    expect(codeOf(await api.get('far', `/weak-groups/${(await list()).rows[0]?.id}`))).toBe('not_found')
  })
})
