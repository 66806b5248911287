import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ZeroCaseRow } from '@anye/contract/command/cases/zero-case'
import { aContact, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type Answer, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { settleZeroCases } from '../command.api.ts'

type Page = { case: ZeroCaseRow | null; jobs: { episodeId: string; employer: string }[]; events: { kind: string; by: string | null; note: string | null }[] }
let api: RegistryApp
let household: string
let person: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    person = await aPerson(tx, household)
    await sql`update registry.household set known_since = '2026-11-02' where id = ${household}`.execute(tx)
    await aContact(tx, household, '韦包保')
  })
  await follow()
})

const follow = async () => {
  await api.recompute()
  await settleZeroCases(api.services)
}
const page = async (who: TestPerson = 'village') => (await api.get(who, `/command/zero-cases/${household}`)).body as Page
const act = async (who: TestPerson, what: string, fields: Record<string, unknown> = {}): Promise<Answer> =>
  api.command(who, 'POST', `/command/zero-cases/${household}/${what}`, { version: (await page()).case?.version ?? 0, ...fields })
const job = (evidence: [string, string][] = [['payslip', '2026-11-20']]) =>
  api.asSystem((tx) => anEpisode(tx, household, person, { start: '2026-11-18', evidence }))
const expectDone = ({ status, body }: Answer) => expect(status, JSON.stringify(body)).toBe(200)
const proposed = async () => {
  const episodeId = await job()
  await follow()
  expectDone(await act('village', 'proposal', { episodeId, note: '已到厂上班' }))
  return episodeId
}

describe('a case of zero employment', () => {
  it('S23 opens by itself, with a clock of working days and the contact of the household as owner', async () => {
    expect((await page()).case).toMatchObject({ state: 'open', placed: false, since: '2026-11-02', dueOn: '2026-11-30', ownerName: '韦包保', ownerId: null })
    const { rows } = (await api.get('village', '/indicators/zero-households', { place: VILLAGE, limit: 200 })).body as { rows: { householdId: string; case: unknown }[] }
    expect(rows.find(({ householdId }) => householdId === household)?.case).toMatchObject({ state: 'open', ownerName: '韦包保' })
  })
  it('gets a named owner', async () => {
    expectDone(await act('lead', 'owner', { owner: { by: 'name', name: '陈书记' } }))
    expect(await page()).toMatchObject({ case: { ownerName: '陈书记' }, events: [{ kind: 'assigned', by: 'lead员' }, { kind: 'opened', by: null }] })
  })
  it('V26 is not closed without an open job that fresh evidence carries', async () => {
    const stale = await job([['visit', '2026-09-01']])
    await follow()
    expect(codeOf(await act('village', 'proposal', { episodeId: stale }))).toBe('zero_case_unverified')
    expect(codeOf(await act('village', 'proposal', { episodeId: api.commandId() }))).toBe('zero_case_unverified')
    expect((await page()).case).toMatchObject({ state: 'open', placed: false })
  })
  it('V26 is proposed by the village with the job it rests on, and approved by the township', async () => {
    const episodeId = await job()
    await follow()
    const { case: placed, jobs } = await page()
    expect(placed).toMatchObject({ state: 'open', placed: true })
    expect(jobs).toMatchObject([{ episodeId, employer: '测试厂' }])
    expectDone(await act('village', 'proposal', { episodeId }))
    expect(codeOf(await act('village', 'approval'))).toBe('forbidden')
    expectDone(await act('lead', 'approval'))
    expect(await page()).toMatchObject({ case: { state: 'closed', closedOn: TODAY }, events: [{ kind: 'approved' }, { kind: 'proposed' }, { kind: 'opened' }] })
  })
  it('is not approved by who proposed it', async () => {
    await proposed()
    await api.asSystem((tx) => sql`update command.zero_case set proposed_by = ${api.userIdOf('lead')} where household_id = ${household}`.execute(tx))
    expect(codeOf(await act('lead', 'approval'))).toBe('separation_of_duties')
  })
  it('V26 is not approved when the job ended between the proposal and the approval', async () => {
    const episodeId = await proposed()
    await api.asSystem((tx) => sql`update registry.episode set end_on = ${TODAY}, end_reason = '01' where id = ${episodeId}`.execute(tx))
    expect(codeOf(await act('lead', 'approval'))).toBe('zero_case_unverified')
  })
  it('goes back to the village with a reason', async () => {
    await proposed()
    expectDone(await act('lead', 'refusal', { reason: '打电话没有人接' }))
    expect(await page()).toMatchObject({ case: { state: 'open', placed: true, proposedBy: null }, events: [{ kind: 'declined', note: '打电话没有人接' }, {}, {}] })
  })
  it('S3 opens again with its history when the household loses its job', async () => {
    const episodeId = await proposed()
    expectDone(await act('lead', 'approval'))
    await api.asSystem((tx) => sql`update registry.episode set end_on = '2026-11-22', end_reason = '01' where id = ${episodeId}`.execute(tx))
    await follow()
    expect(await page()).toMatchObject({
      case: { state: 'open', placed: false, since: '2026-11-23', closedOn: null },
      events: [{ kind: 'reopened' }, { kind: 'approved' }, { kind: 'proposed' }, { kind: 'opened' }],
    })
  })
  it('ends by itself once nobody of the household could work, and opens again after the exemption', async () => {
    const exempt = api.commandId()
    await api.asSystem((tx) => sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, approved_at)
      values (${exempt}, ${person}, ${VILLAGE}, 'illness', '2026-11-01', '2026-12-31', now())`.execute(tx))
    await follow()
    expect((await page()).case?.state).toBe('lapsed')
    await api.asSystem((tx) => sql`update registry.exemption set until_on = '2026-11-20' where id = ${exempt}`.execute(tx))
    await follow()
    expect((await page()).case).toMatchObject({ state: 'open', closedOn: null })
  })
  it('settling twice changes nothing', async () => expect(await settleZeroCases(api.services)).toBe(0))
})

describe('lists of cases', () => {
  it('S23 stand by how far they are, and count what they list', async () => {
    await proposed()
    type List = { rows: ZeroCaseRow[]; total: number; counts: Record<string, number> }
    const list = async (stage: string) => (await api.get('lead', '/command/zero-cases', { stage, limit: 200 })).body as List
    const waiting = await list('proposed')
    expect(waiting.rows.map(({ householdId }) => householdId)).toContain(household)
    expect(waiting).toMatchObject({ total: waiting.rows.length })
    expect(waiting.counts['proposed']).toBe(waiting.total)
    expect((await list('placed')).rows.map(({ householdId }) => householdId)).not.toContain(household)
  })
  it('are closed to another county', async () => {
    expect(codeOf(await api.get('far', `/command/zero-cases/${household}`))).toBe('not_found')
    expect(codeOf(await act('far', 'owner', { owner: { by: 'name', name: '外县人' } }))).toBe('not_found')
  })
})
