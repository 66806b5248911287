import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NeedRow } from '@anye/contract/cards/needs/need'
import { aHousehold, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'

type Outcome = { id: string; state: string; version: number }
let api: RegistryApp
let household: string
let person: string

beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    for (const who of ['clerk', 'village'] as const) {
      await sql`insert into organization.role_grant (id, user_id, role, scope, valid_from, granted_at)
        values (${api.commandId()}, ${api.userIdOf(who)}, ${who === 'clerk' ? 'township_clerk' : 'village_post'},
          ${[who === 'clerk' ? VILLAGE.slice(0, 9) : VILLAGE]}, '2026-01-01', now())`.execute(tx)
    }
  })
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    person = await aPerson(tx, household)
  })
})

const saved = ({ status, body }: Answer): Outcome => {
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Outcome
}
const open = (fields: Record<string, unknown> = {}, who: TestPerson = 'village') =>
  api.command(who, 'POST', '/cards/needs', { personId: person, kind: 'training', note: '想学电工', ...fields })
const act = (who: TestPerson, what: string, need: Outcome, fields: Record<string, unknown> = {}) =>
  api.command(who, 'POST', `/cards/needs/${need.id}/${what}`, { version: need.version, ...fields })
const serve = (who: TestPerson, need: Outcome) => act(who, 'service', need, { service: 'training', note: '报了电工班', servedOn: TODAY })
const list = async (who: TestPerson, filter: Record<string, string | number> = {}) =>
  (await api.get(who, '/cards/needs', filter)).body as { rows: NeedRow[]; total: number; nextCursor: string | null }

describe('a need', () => {
  it('S80 opened by hand is a task of who heard of it, due by its kind', async () => {
    saved(await open())
    const { rows: [need] } = await list('village', { personId: person })
    expect(need).toMatchObject({
      kind: 'training', note: '想学电工', state: 'open', raisedOn: TODAY, dueOn: '2026-12-14', ownerName: 'village员', fromCheck: false, overdue: false,
    })
  })
  it('S80 goes from service to closing at the village, and not by the hand that served it', async () => {
    const served = saved(await serve('clerk', saved(await open())))
    expect(codeOf(await act('clerk', 'closure', served))).toBe('forbidden')
    expect(saved(await act('village', 'closure', served, { note: '本人说学会了' })).state).toBe('closed')
    expect((await list('village', { personId: person })).rows[0]).toMatchObject({
      state: 'closed', service: 'training', servedBy: 'clerk员', servedOn: TODAY, closedBy: 'village员', closedOn: TODAY, closeNote: '本人说学会了',
    })
    const own = saved(await serve('village', saved(await open())))
    expect(codeOf(await act('village', 'closure', own))).toBe('separation_of_duties')
  })
  it('is handed to an account that has charge of the village, or to a name', async () => {
    const need = saved(await open())
    const toFar = { owner: { by: 'user', userId: api.userIdOf('far') } }
    expect(codeOf(await act('village', 'owner', need, toFar))).toBe('owner_not_in_charge')
    const handed = saved(await act('village', 'owner', need, { owner: { by: 'user', userId: api.userIdOf('clerk') } }))
    saved(await act('clerk', 'owner', handed, { owner: { by: 'name', name: '韦支书' } }))
    expect((await list('village', { personId: person })).rows[0]).toMatchObject({ ownerId: null, ownerName: '韦支书', handedOn: TODAY })
    expect((await list('village', { ownerName: '支书' })).rows.map(({ personId }) => personId)).toContain(person)
    expect(((await api.get('village', '/cards/needs/owners', { village: VILLAGE })).body as { rows: { name: string }[] }).rows.map(({ name }) => name))
      .toEqual(['village员', 'clerk员'])
  })
  it('opens again with a reason, and loses the service that was none', async () => {
    const served = saved(await serve('clerk', saved(await open())))
    expect(codeOf(await act('village', 'reopening', served, { reason: '没有' }))).toBe('request_invalid')
    const again = saved(await act('village', 'reopening', served, { reason: '人没有去上课' }))
    expect((await list('village', { personId: person })).rows[0]).toMatchObject({ state: 'open', service: null, servedBy: null, reopenNote: '人没有去上课' })
    expect(codeOf(await act('village', 'closure', again))).toBe('wrong_state')
    expect((await api.auditOf('cards.need.reopen'))[0]).toMatchObject({ outcome: 'ok', reason: '人没有去上课', before: { state: 'served' } })
  })
  it('is not changed on a version that is no longer', async () => {
    const need = saved(await open())
    saved(await act('village', 'owner', need, { owner: { by: 'name', name: '韦支书' } }))
    expect(codeOf(await serve('village', need))).toBe('stale_version')
  })
  it('knows no service before it was raised and no due day in the past', async () => {
    const need = saved(await open())
    expect(codeOf(await act('village', 'service', need, { service: 'offer', servedOn: '2026-11-23' }))).toBe('need_date_invalid')
    expect(codeOf(await open({ dueOn: '2026-11-23' }))).toBe('need_date_invalid')
  })
})

describe('lists of needs', () => {
  const aNeed = (dueOn: string, kind = 'away') => api.asSystem((tx) => sql`
    insert into cards.need (id, person_id, household_id, division, kind, raised_on, raised_by, owner_id, owner_name, due_on)
    values (${api.commandId()}, ${person}, ${household}, ${VILLAGE}, ${kind}, '2026-11-01', ${api.userIdOf('clerk')}, ${api.userIdOf('clerk')}, 'clerk员', ${dueOn})`.execute(tx))
  it('show what is due first before the rest, page by page', async () => {
    for (const day of ['2026-12-03', '2026-11-20', '2026-11-27']) await aNeed(day)
    const first = await list('village', { householdId: household, limit: 2 })
    const second = await list('village', { householdId: household, limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.rows, ...second.rows].map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-11-27', '2026-12-03'])
    expect(first.total).toBe(3)
  })
  it('find what is overdue, by kind, state and owner', async () => {
    await aNeed('2026-11-23', 'wage')
    await aNeed('2026-11-24', 'wage')
    const filter = { householdId: household, kind: 'wage', state: 'open', ownerId: api.userIdOf('clerk') }
    expect((await list('clerk', { ...filter, overdue: 'true' })).rows.map(({ dueOn, overdue }) => ({ dueOn, overdue }))).toEqual([{ dueOn: '2026-11-23', overdue: true }])
    expect((await list('clerk', { ...filter, overdue: 'false' })).rows.map(({ dueOn }) => dueOn)).toEqual(['2026-11-24'])
  })
  it('S81 the counts of a place are those of the places below it, and open to the lists', async () => {
    await aNeed('2026-11-23')
    type Progress = { total: Record<string, number>; rows: { code: string; overdue: number }[] }
    const county = (await api.get('county', '/cards/needs/progress')).body as Progress
    const township = (await api.get('county', '/cards/needs/progress', { place: VILLAGE.slice(0, 9) })).body as Progress
    expect(county.total['overdue']).toBe((await list('county', { overdue: 'true', limit: 200 })).total)
    expect(township.rows.find(({ code }) => code === VILLAGE)?.overdue).toBe(county.total['overdue'])
  })
  it('are closed to another county, and masked above the village', async () => {
    const need = saved(await open())
    expect((await list('far')).rows.filter(({ villageCode }) => villageCode !== FAR_VILLAGE)).toEqual([])
    expect(codeOf(await serve('far', need))).toBe('not_found')
    expect((await list('office', { personId: person })).rows[0]?.name).toBe('韦*试')
  })
})
