import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aKnownPerson } from '../../../../test/builders/known-person.ts'
import { aHousehold, anEpisode } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'

type Row = Record<string, unknown>
type PersonPage = { person: Row; household: Row; episodes: (Row & { evidence: Row[] })[]; trainings: Row[]; exemptions: Row[]; wages: Row[]; versions: { changes: Row[] }[] }
type HouseholdPage = { household: Row; segments: Row[]; members: Row[]; lineage: Row[]; versions: { changes: Row[] }[] }
let api: RegistryApp
let household: string
let person: { id: string; idNo: string }

beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx, { segments: [['poor', '2014-01-01', '2019-12-31'], ['ex_poor', '2020-01-01']] })
    person = await aKnownPerson(tx, api.services.cipher, household, {
      name: '岑测试', sequence: 31, phone: '15400000031', bankNo: '6217000000000000', isHead: true, health: ['5'],
    })
    await anEpisode(tx, household, person.id, { start: '2025-03-01', end: '2025-12-20', wage: 3600, place: '441900', evidence: [['visit', '2025-10-01']] })
    const job = await anEpisode(tx, household, person.id, { start: '2026-01-05', wage: 4200, evidence: [['visit', '2026-11-01']] })
    await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date, amount)
      values (gen_random_uuid(), ${job}, ${VILLAGE}, 'payslip', 'a', '2026-10-15', 4300)`.execute(tx)
    await sql`insert into registry.training (id, person_id, division, course, from_on, to_on, result)
      values (gen_random_uuid(), ${person.id}, ${VILLAGE}, '缝纫', '2025-01-10', '2025-01-20', '合格')`.execute(tx)
    await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, asked_by)
      values (gen_random_uuid(), ${person.id}, ${VILLAGE}, 'carer', '2024-01-01', '2024-03-01', ${api.userIdOf('village')})`.execute(tx)
    await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason)
      values ('person', ${person.id}, ${VILLAGE}, 2, '{"name":"岑测式","health":["1"],"education":"70"}', '{"name":"岑测试","health":["5"],"education":"80"}', '花名册更新'),
        ('episode', ${job}, ${VILLAGE}, 2, '{"wage_monthly":4000}', '{"wage_monthly":4200}', '花名册更新')`.execute(tx)
  })
  await api.recompute()
})
afterAll(() => api.close())

const pageOf = async (who: TestPerson) => (await api.get(who, `/registry/persons/${person.id}`)).body as PersonPage
const changesOf = (page: { versions: { changes: Row[] }[] }) => page.versions.flatMap((version) => version.changes)

describe('the person page', () => {
  it('S86 tells four strands: work and places, training, wages agreed and paid, with evidence and how long it stays fresh', async () => {
    const page = await pageOf('village')
    expect(page.episodes.map((episode) => [episode['startOn'], episode['endOn'], episode['placeCode']]))
      .toEqual([['2026-01-05', null, '330700'], ['2025-03-01', '2025-12-20', '441900']])
    expect(page.episodes[0]?.evidence).toMatchObject([{ onDate: '2026-11-01', freshUntil: '2026-12-16', grade: 'a' }, { onDate: '2026-10-15', amount: 4300 }])
    expect(page.trainings).toMatchObject([{ course: '缝纫', fromOn: '2025-01-10', result: '合格' }])
    expect(page.wages.map((point) => [point['onDate'], point['monthly'], point['kind']]))
      .toEqual([['2025-03-01', 3600, 'agreed'], ['2026-01-05', 4200, 'agreed'], ['2026-10-15', 4300, 'paid']])
    expect(page.exemptions).toMatchObject([{ state: 'asked', askedBy: 'village员', personName: '岑测试' }])
    expect(page.household).toMatchObject({ id: household, headName: '岑测试', members: 1 })
  })
  it('F3 shows name and phone in full, the ID masked, health as a need only', async () => {
    const page = await pageOf('county')
    expect(page.person).toMatchObject({ name: '岑测试', phoneMasked: '15400000031', healthNeed: true, hasBankNo: true, work: 'employed_stable', wageMonthly: 4200 })
    expect(page.person['idMasked']).toBe(`522399********${person.idNo.slice(-4)}`)
    expect(changesOf(page)).toContainEqual({ field: 'name', before: '岑测式', after: '岑测试' })
    expect(changesOf(page).some((change) => change['field'] === 'health')).toBe(false)
  })
  it('F2 hides name, phone, wages and what their versions would tell', async () => {
    const page = await pageOf('chief')
    expect(page.person).toMatchObject({ name: '岑*试', phoneMasked: '154****0031', wageMonthly: null, wageBand: '4000-5000' })
    expect(page.exemptions[0]).toMatchObject({ personName: '岑*试' })
    expect(page.wages).toEqual([])
    expect(changesOf(page)).toContainEqual({ field: 'name', before: '岑*式', after: '岑*试' })
    expect(JSON.stringify(page)).not.toMatch(/岑测|4200|4300|3600|15400000031/)
    expect(JSON.stringify(page)).not.toContain(person.idNo)
  })
  it('is audited as a read with the person and village, and closed to other counties and to F1', async () => {
    await pageOf('county')
    expect((await api.auditOf('registry.person.get'))[0]).toMatchObject({ actor_id: api.userIdOf('county'), object_id: person.id, outcome: 'ok' })
    expect(codeOf(await api.get('far', `/registry/persons/${person.id}`))).toBe('not_found')
    expect(codeOf(await api.get('admin', `/registry/persons/${person.id}`))).toBe('forbidden')
  })
})

describe('the household page and list', () => {
  it('S76 is the card of a household: segments with dates, a line for every member with their work, and its figures', async () => {
    const page = (await api.get('village', `/registry/households/${household}`)).body as HouseholdPage
    expect(page.household).toMatchObject({ headName: '岑测试', labourers: 1, employed: 1, stable: 1, zero: false, members: 1 })
    expect(page.segments).toEqual([
      { kind: 'poor', fromOn: '2014-01-01', toOn: '2019-12-31', source: 'test' }, { kind: 'ex_poor', fromOn: '2020-01-01', toOn: null, source: 'test' },
    ])
    expect(page.members).toMatchObject([{ id: person.id, isHead: true, work: 'employed_stable' }])
    expect(codeOf(await api.get('far', `/registry/households/${household}`))).toBe('not_found')
  })
  it('lists households by cover, type and search, masked for F2', async () => {
    const list = async (who: TestPerson, query: Record<string, string | number>) => ((await api.get(who, '/registry/households', query)).body as { rows: Row[] }).rows
    expect(await list('village', { cover: 'stable', type: '02', search: '岑测' })).toMatchObject([{ id: household, headName: '岑测试' }])
    expect(await list('village', { cover: 'zero' })).toEqual([])
    expect(await list('chief', { sort: 'head' })).toMatchObject([{ headName: '岑*试' }])
    expect(await list('far', {})).toEqual([])
  })
  it('pages households over any order without overlap', async () => {
    await api.asSystem(async (tx) => { for (let at = 0; at < 25; at += 1) await aHousehold(tx, { segments: [] }) })
    for (const sort of ['place', 'head', 'members', 'zero_since']) {
      const seen: unknown[] = []
      let cursor: string | null = null
      do {
        const page = (await api.get('village', '/registry/households', { sort, limit: 7, ...(cursor === null ? {} : { cursor }) })).body as { rows: Row[]; nextCursor: string | null }
        seen.push(...page.rows.map((row) => row['id']))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect([seen.length, new Set(seen).size], sort).toEqual([26, 26])
    }
  })
})
