import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'

type Page = {
  household: Record<string, unknown>; members: { id: string; isHead: boolean }[]; segments: Record<string, unknown>[]
  lineage: Record<string, unknown>[]; versions: { reason: string; version: number }[]
}
let api: RegistryApp
let household: string
let worker: string
let idle: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(() => api.asSystem(async (tx) => {
  // A village of its own for every case: its counters are those of the case.
  await sql`update registry.household set status = 'closed' where division = ${VILLAGE}`.execute(tx)
  household = await aHousehold(tx)
  worker = await aPerson(tx, household)
  idle = await aPerson(tx, household)
  await anEpisode(tx, household, worker, { start: '2026-01-05', evidence: [['visit', '2026-11-10']] })
  await sql`update registry.person set is_head = true, relation = '02' where id = ${worker}`.execute(tx)
  await sql`update registry.household set members = 2, head_id = ${worker} where id = ${household}`.execute(tx)
}))

const page = async (id: string) => (await api.get('village', `/registry/households/${id}`)).body as Page
const correct = (version: number, changes: Record<string, unknown>, who: TestPerson = 'village') =>
  api.command(who, 'PATCH', `/registry/households/${household}`, { version, reason: '入户核实', changes })
const split = (body: Record<string, unknown>) => api.command('village', 'POST', `/registry/households/${household}/split`, { reason: '儿子成家分户', ...body })
const merge = (body: Record<string, unknown>) => api.command('village', 'POST', `/registry/households/${household}/merge`, { reason: '老人随子女同住', ...body })
const counters = async () => {
  await api.recompute()
  const found = await api.asSystem((tx) => rows(tx, sql<{ key: string; value: number }>`select key, value from indicators.village_counter where division = ${VILLAGE}`))
  return Object.fromEntries(found.map((row) => [row.key, row.value]))
}

describe('correcting a household', () => {
  it('keeps a version with reason, changes the head, and refuses a stale form', async () => {
    expect((await correct(1, { gridName: '第二网格', headId: idle })).body).toMatchObject({ version: 2 })
    const shown = await page(household)
    expect(shown.household).toMatchObject({ gridName: '第二网格', version: 2 })
    expect(shown.members.filter((member) => member.isHead).map((member) => member.id)).toEqual([idle])
    expect(shown.versions[0]).toMatchObject({ reason: '入户核实', version: 2 })
    expect(codeOf(await correct(1, { gridName: '别的网格' }))).toBe('stale_version')
    expect((await correct(2, { gridName: '第二网格' })).body).toMatchObject({ version: 2 })
  })
  it('S30 moves the segment with the type from today on and leaves the past as it was', async () => {
    expect((await counters())['hh.poor.labour']).toBe(1)
    expect((await correct(1, { type: '06' })).status).toBe(200)
    expect((await page(household)).segments).toEqual([
      { kind: 'poor', fromOn: '2014-01-01', toOn: '2026-11-23', source: 'test' }, { kind: 'ordinary', fromOn: '2026-11-24', toOn: null, source: 'form' },
    ])
    expect((await counters())['hh.poor.labour']).toBeUndefined()
    expect((await correct(2, { type: '02', resettled: true })).status).toBe(200)
    expect(await counters()).toMatchObject({ 'hh.poor.labour': 1, 'hh.resettled.labour': 1 })
  })
  it('refuses an unknown type, a head who is no member, and readers', async () => {
    expect(codeOf(await correct(1, { type: 'ZZ' }))).toBe('request_invalid')
    expect(codeOf(await correct(1, { headId: api.commandId() }))).toBe('request_invalid')
    expect(codeOf(await correct(1, { site: '某安置点' }, 'lead'))).toBe('forbidden')
    expect(codeOf(await correct(1, { site: '某安置点' }, 'far'))).toBe('not_found')
  })
})

describe('splitting and merging households', () => {
  it('split with lineage, jobs and heads, and count nobody twice', async () => {
    const before = await counters()
    expect(before).toMatchObject({ 'hh.all': 1, 'p.labourers': 2, 'p.employed': 1 })
    const { newHouseholdId } = (await split({ version: 1, personIds: [idle], headId: idle })).body as { newHouseholdId: string }
    expect(await counters()).toMatchObject({ 'hh.all': 2, 'hh.labour': 2, 'hh.zero': 1, 'p.labourers': 2, 'p.employed': 1 })
    const [origin, branch] = [await page(household), await page(newHouseholdId)]
    expect(origin.lineage).toMatchObject([{ id: newHouseholdId, relation: 'child' }])
    expect(branch.lineage).toMatchObject([{ id: household, relation: 'parent' }])
    expect([origin.members.map((member) => member.id), branch.members.map((member) => member.id)]).toEqual([[worker], [idle]])
    expect([origin.household['members'], branch.household['members']]).toEqual([1, 1])
    expect(branch.segments).toMatchObject([{ kind: 'poor', fromOn: '2014-01-01' }])
    expect(origin.versions[0]).toMatchObject({ reason: '儿子成家分户', version: 2 })
  })
  it('merge back to the figures before, keeping the merged one readable', async () => {
    const before = await counters()
    const { newHouseholdId } = (await split({ version: 1, personIds: [worker], headId: worker })).body as { newHouseholdId: string }
    expect((await merge({ version: 2, otherId: newHouseholdId })).body).toMatchObject({ version: 3 })
    expect(await counters()).toEqual(before)
    const [whole, merged] = [await page(household), await page(newHouseholdId)]
    expect(whole.members).toHaveLength(2)
    expect(whole.members.filter((member) => member.isHead)).toHaveLength(1)
    expect(whole.lineage.map((link) => link['id'])).toContain(newHouseholdId)
    expect(merged.household).toMatchObject({ status: 'merged', members: 0 })
    expect(merged.versions[0]).toMatchObject({ reason: '老人随子女同住' })
    const jobs = await api.asSystem((tx) => rows(tx, sql<{ household_id: string }>`select household_id from registry.episode where person_id = ${worker}`))
    expect(jobs).toEqual([{ household_id: household }])
  })
  it('refuse everybody leaving, strangers, a head who stays, another village, oneself, and a stale form', async () => {
    expect(codeOf(await split({ version: 1, personIds: [worker, idle], headId: idle }))).toBe('wrong_state')
    expect(codeOf(await split({ version: 1, personIds: [idle, api.commandId()], headId: idle }))).toBe('wrong_state')
    expect(codeOf(await split({ version: 1, personIds: [idle], headId: worker }))).toBe('wrong_state')
    expect(codeOf(await split({ version: 7, personIds: [idle], headId: idle }))).toBe('stale_version')
    expect(codeOf(await merge({ version: 1, otherId: household }))).toBe('wrong_state')
    const next = await api.asSystem(async (tx) => aHousehold(tx, { division: NEXT_VILLAGE }))
    expect(codeOf(await merge({ version: 1, otherId: next }))).toBe('not_found')
    const answer = await api.command('county', 'POST', `/registry/households/${household}/merge`, { version: 1, otherId: next, reason: '同住一处' })
    expect(codeOf(answer)).toBe('wrong_state')
  })
})
