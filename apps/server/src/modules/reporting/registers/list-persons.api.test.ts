import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonRow } from '@anye/contract/registry/persons/person'
import { aKnownPerson } from '../../../../test/builders/known-person.ts'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'

type Page = { rows: PersonRow[]; nextCursor: string | null; total: number | null }
const CROWD = 520
let api: RegistryApp
let qin: { id: string; idNo: string }

beforeAll(async () => {
  api = await startRegistryApp()
  const { cipher } = api.services
  await api.asSystem(async (tx) => {
    const household = await aHousehold(tx)
    qin = await aKnownPerson(tx, cipher, household, { name: '覃小梅', sequence: 21, phone: '15400000021', sex: '2', birth: '1990-01-01', isHead: true })
    const worker = await aKnownPerson(tx, cipher, household, { name: '韦大梅', sequence: 22, phone: '15400000022', birth: '1980-02-29' })
    await anEpisode(tx, household, worker.id, { start: '2026-01-05', wage: 4200, evidence: [['visit', '2026-11-10']] })
    await aKnownPerson(tx, cipher, household, { name: '韦小', sequence: 23, birth: '2015-06-01' })
    const far = await aHousehold(tx, { division: FAR_VILLAGE, type: '06', segments: [] })
    await aKnownPerson(tx, cipher, far, { name: '覃小军', sequence: 24, division: FAR_VILLAGE, phone: '15400000024' })
    const crowd = await aHousehold(tx, { division: NEXT_VILLAGE, type: '07', segments: [] })
    for (let at = 0; at < CROWD; at += 1) await aPerson(tx, crowd, { division: NEXT_VILLAGE, birth: at % 2 === 0 ? '1985-05-01' : '1985-05-02' })
    await sql`update registry.person set name = '岑' || (row % 3) from (
      select id, row_number() over (order by id) as row from registry.person where division = ${NEXT_VILLAGE}) n where n.id = person.id`.execute(tx)
  })
  await api.recompute()
})
afterAll(() => api.close())

const list = async (person: TestPerson, query: Record<string, string | number | boolean> = {}) =>
  (await api.get(person, '/registry/persons', query)).body as Page
const names = async (person: TestPerson, query: Record<string, string | number | boolean>) => (await list(person, query)).rows.map((row) => row.name)

describe('search for persons', () => {
  it.each([
    ['two characters of the name', '小梅'], ['the whole name', '覃小梅'], ['pinyin in one piece', 'qinxiaomei'], ['pinyin in syllables', 'qin xiao'],
    ['initials', 'qxm'], ['initials in capitals', 'QXM'], ['the phone', '15400000021'], ['the phone in groups', '154 0000 0021'],
  ])('finds by %s', async (_how, search) => expect(await names('county', { search })).toEqual(['覃小梅']))

  it('finds by the full ID and by its last four', async () => {
    expect(await names('county', { search: qin.idNo })).toEqual(['覃小梅'])
    expect(await names('county', { search: qin.idNo.toLowerCase() })).toEqual(['覃小梅'])
    expect(await names('county', { search: qin.idNo.slice(-4) })).toEqual(['覃小梅'])
  })
  it('finds nothing for a number with a wrong check digit, a pattern sign or an unknown name', async () => {
    const wrong = qin.idNo.slice(0, -1) + (qin.idNo.endsWith('1') ? '2' : '1')
    for (const search of [wrong, '%', '没有此人', 'zzz']) expect(await names('county', { search })).toEqual([])
  })
  it('finds nobody outside the scope, by whichever way', async () => {
    for (const search of ['覃小军', 'qxj', '15400000024']) {
      expect(await names('far', { search })).toEqual(['覃小军'])
      expect(await names('county', { search })).toEqual([])
    }
  })
})

describe('filters of persons', () => {
  const ours = { place: '522326001001' }
  it('select by work, sex, age, household type and place', async () => {
    expect(await names('county', { ...ours, work: 'employed' })).toEqual(['韦大梅'])
    expect(await names('county', { ...ours, work: 'unemployed' })).toEqual(['覃小梅'])
    expect((await list('county', { ...ours, work: 'labourer' })).total).toBe(2)
    expect(await names('county', { ...ours, sex: '2' })).toEqual(['覃小梅'])
    expect(await names('county', { ...ours, ageFrom: 36, ageTo: 36 })).toEqual(['覃小梅'])
    expect(await names('county', { ...ours, ageFrom: 46, ageTo: 46 })).toEqual(['韦大梅'])
    expect(await names('county', { ...ours, ageTo: 15 })).toEqual(['韦小'])
    expect((await list('county', { householdType: '07' })).total).toBe(CROWD)
    expect(await names('office', { householdType: '06' })).toEqual(['覃*军'])
    expect((await list('county', { ...ours, resettled: true })).total).toBe(0)
  })
  it('refuse a place outside the scope', async () => {
    expect(codeOf(await api.get('county', '/registry/persons', { place: '522323' }))).toBe('not_found')
  })
})

describe('order and pages of persons', () => {
  it('sort by age and by wage, the unknown last either way', async () => {
    const ours = { place: '522326001001' }
    expect(await names('county', { ...ours, sort: 'age' })).toEqual(['韦小', '覃小梅', '韦大梅'])
    expect(await names('county', { ...ours, sort: 'age', descending: true })).toEqual(['韦大梅', '覃小梅', '韦小'])
    expect((await names('county', { ...ours, sort: 'wage' }))[0]).toBe('韦大梅')
    expect((await names('county', { ...ours, sort: 'wage', descending: true }))[0]).toBe('韦大梅')
  })
  it.each(['place', 'name', 'age', 'wage'])('never repeat or lose a row over %s, ties included', async (sort) => {
    for (const descending of [false, true]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Page = await list('clerk', { sort, descending, limit: 97, ...(cursor === null ? {} : { cursor }) })
        expect(page.total).toBe(CROWD + 3)
        seen.push(...page.rows.map((row) => row.id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(new Set(seen).size).toBe(CROWD + 3)
      expect(seen).toHaveLength(CROWD + 3)
    }
  })
  it('say nothing in the cursor that the row hides, and refuse a cursor of their own making', async () => {
    const { nextCursor } = await list('office', { sort: 'name', limit: 1 })
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).toMatch(/^\["[0-9a-f-]{36}"\]$/)
    const made = Buffer.from('["岑"]').toString('base64url')
    expect(codeOf(await api.get('office', '/registry/persons', { cursor: made }))).toBe('request_invalid')
  })
})

describe('masks of the list', () => {
  it('F2 shows outer characters, the ends of a phone, the wage as a band; F3 names and phones in full; nobody the ID', async () => {
    const [masked] = (await list('office', { search: '韦大梅' })).rows
    expect(masked).toMatchObject({ name: '韦*梅', phoneMasked: '154****0022', wageMonthly: null, wageBand: '4000-5000' })
    const [full] = (await list('county', { search: '韦大梅' })).rows
    expect(full).toMatchObject({ name: '韦大梅', phoneMasked: '15400000022', wageMonthly: 4200, work: 'employed_stable', employer: '测试厂' })
    for (const row of [masked, full]) expect(row?.idMasked).toMatch(/^…\d{3}[\dX]$/)
  })
  it('F1 sees no list at all', async () => {
    expect(codeOf(await api.get('admin', '/registry/persons'))).toBe('forbidden')
  })
})
