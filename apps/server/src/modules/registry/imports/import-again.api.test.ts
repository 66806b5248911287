import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aJob, aMan, NEXT_VILLAGE, startImportApp, VILLAGE, FAR_VILLAGE, type ImportApp } from './testing/import-app.ts'
import { aWife, sheetOf, type RowCells } from './testing/roster-rows.ts'

let app: ImportApp
beforeAll(async () => { app = await startImportApp() })
beforeEach(() => app.empty())
afterAll(() => app.close())

const wifeOf = (man: RowCells, cells: RowCells = {}): RowCells =>
  aWife({ hhNo: man.hhNo, county: man.county, township: null, village: man.village, group: null, phone: null, hhType: man.hhType, ...cells })
const versions = () => app.select(sql<{ entity: string; version: number; before: object; after: object }>`
  select entity, version, before, after from registry.version order by id`)

describe('a roster that comes again', () => {
  it('is recognised by its bytes and writes nothing (V25)', async () => {
    const path = await app.files.workbook([sheetOf([aMan(1, aJob())])])
    const first = await app.start('county', path)
    await app.commit('county', first.id)
    const before = await app.count()
    const second = await app.start('county', path)
    expect(second).toMatchObject({ state: 'checked', sameAs: first.id, difference: { persons: { new: 0, changed: 0, same: 1 } } })
    const { answer, summary } = await app.commit('county', second.id)
    expect(answer).toMatchObject({ status: 409, code: 'file_uploaded_before' })
    expect(summary.state).toBe('checked')
    expect(await app.count()).toEqual(before)
  })

  it('changes nothing and touches no village when it was only saved anew, its rows in another order', async () => {
    const [man, other] = [aMan(1, aJob({ bankNo: '6217001234567890123', perCapitaIncome: '12345.678', landMu: '3.333', seq: '1' })), aMan(2, { seq: '2' })]
    const rowsOf = [man, wifeOf(man, aJob({ wage: '3333.333', workFrom: null })), other, aMan(3, { popClass: '死亡' })]
    await app.load(rowsOf)
    const before = await app.count()
    await app.select(sql`delete from registry.village_touch`)
    const moved = [other, ...rowsOf.filter((row) => row !== other)].map((row, index) => ({ ...row, seq: String(index + 1) }))
    const again = await app.load(moved)
    expect(again.summary.difference).toMatchObject({
      households: { new: 0, changed: 0, same: 3 }, persons: { new: 0, changed: 0, same: 4 }, episodes: { new: 0, changed: 0, same: 2 },
    })
    expect(again.changes).toEqual([])
    expect(await app.count()).toEqual(before)
    expect(await app.select(sql`select division from registry.village_touch`)).toEqual([])
  })

  it('updates only what changed, keeps it as a version, and shows exactly that before', async () => {
    const man = aMan(1, aJob({ education: '初中', bankNo: '6217001234567890123', site: '洒金' }))
    await app.load([man, wifeOf(man), aMan(2)])
    const changed = { ...man, education: '高中', phone: '15400000099', bankNo: '6217001234567890131', site: '栗坪', wage: '5000' }
    const again = await app.load([changed, wifeOf(man), aMan(2)])
    expect(again.summary.difference).toMatchObject({
      households: { new: 0, changed: 1, same: 1 }, persons: { new: 0, changed: 1, same: 2 }, episodes: { new: 0, changed: 1, same: 0 },
    })
    const fields = again.changes.map(({ row, field, before, after }) => ({ row, field, before, after }))
    expect(fields).toEqual([
      { row: 2, field: 'site', before: '洒金', after: '栗坪' },
      { row: 2, field: 'bank_no', before: 'sealed', after: 'sealed' },
      { row: 2, field: 'education', before: '70', after: '60' },
      { row: 2, field: 'phone', before: 'sealed', after: 'sealed' },
      { row: 2, field: 'wage_max', before: '4000.00', after: '5000' },
      { row: 2, field: 'wage_min', before: '4000.00', after: '5000' },
      { row: 2, field: 'wage_monthly', before: '4000.00', after: '5000' },
    ])
    expect(await versions()).toEqual([
      { entity: 'household', version: 2, before: { site: '洒金' }, after: { site: '栗坪' } },
      { entity: 'person', version: 2, before: { bank_no: 'sealed', education: '70', phone: 'sealed' }, after: { bank_no: 'sealed', education: '60', phone: 'sealed' } },
      { entity: 'episode', version: 2, before: { wage_max: 4000, wage_min: 4000, wage_monthly: 4000 }, after: { wage_max: 5000, wage_min: 5000, wage_monthly: 5000 } },
    ])
    const [person] = await app.select(sql<{ phone_sealed: Buffer }>`select phone_sealed from registry.person where version = 2`)
    expect(person && app.services.cipher.open('registry.person.phone', person.phone_sealed)).toBe('15400000099')
  })

  it('keeps where people are registered: of the person, of the household by its head, as a version and in words when it changes', async () => {
    const registered = () => app.select(sql<{ name: string; person: string; household: string }>`
      select p.name, p.register_division as person, h.register_division as household from registry.person p join registry.household h on h.id = p.household_id
      order by p.is_head desc`)
    const man = aMan(1, { registerDivision: '本村' })
    await app.load([man, wifeOf(man, { registerDivision: '广西隆林' })])
    expect(await registered()).toMatchObject([{ person: VILLAGE, household: VILLAGE }, { person: '451031', household: VILLAGE }])
    const same = await app.load([man, { ...wifeOf(man, { registerDivision: '广西壮族自治区隆林各族自治县' }), education: '高中' }])
    expect(same.changes.map(({ field }) => field)).toEqual(['education'])
    const moved = await app.load([man, { ...wifeOf(man, { registerDivision: '本村' }), education: '高中' }])
    expect(moved.changes).toMatchObject([{ row: 3, field: 'register_division', before: '广西隆林各族自治县' }])
    expect(await registered()).toMatchObject([{ person: VILLAGE }, { person: VILLAGE }])
    expect((await versions()).at(-1)).toMatchObject({ entity: 'person', before: { register_division: '451031' }, after: { register_division: VILLAGE } })
  })

  it('lets blank cells erase nothing', async () => {
    const man = aMan(1, aJob({ education: '初中', dibao: '是', skills: '电工', site: '洒金', landMu: '3' }))
    await app.load([man, wifeOf(man)])
    const before = await app.count()
    const blank = { ...man, education: null, dibao: null, skills: null, site: null, landMu: null, phone: null, workStatus: null, employer: null, place: null, workFrom: null, wage: null, months: null, verifiedOn: null, verifyMethod: null, hhType: null }
    const again = await app.load([blank, { ...wifeOf(man), hhType: null }])
    expect(again.changes).toEqual([])
    expect(await app.count()).toEqual(before)
    expect(await app.select(sql`select education, dibao, skills, is_head from registry.person where seq is null and relation = '02'`))
      .toEqual([{ education: '70', dibao: true, skills: ['电工'], is_head: true }])
  })

  it('moves a person between households of the village with jobs, version and lineage, and closes what is left empty', async () => {
    const [man, other] = [aMan(1), aMan(2)]
    const wife = wifeOf(man, aJob())
    await app.load([man, wife, other])
    const joined = { ...other, hhNo: man.hhNo, relation: '兄弟' }
    const again = await app.load([man, joined, { ...wife, hhNo: 'T9', relation: '户主' }])
    expect(again.summary.difference).toMatchObject({ households: { new: 1, same: 1 }, persons: { changed: 2, same: 1 } })
    const households = await app.select(sql<{ hh_no: string; members: number; head_name: string; status: string; parents: number }>`
      select hh_no, members, head_name, status, cardinality(parents) as parents from registry.household order by hh_no`)
    expect(households).toEqual([
      { hh_no: 'T1', members: 2, head_name: man.name, status: 'active', parents: 0 },
      { hh_no: 'T2', members: 0, head_name: other.name, status: 'closed', parents: 0 },
      { hh_no: 'T9', members: 1, head_name: wife.name, status: 'active', parents: 1 },
    ])
    const moved = await app.select(sql`select 1 from registry.episode e join registry.person p on p.id = e.person_id where e.household_id <> p.household_id`)
    expect(moved).toEqual([])
    expect((await versions()).filter(({ after }) => 'household_id' in after)).toHaveLength(2)
  })

  it('queries a person who is registered in another village, also outside the area of the importer, and writes nobody twice', async () => {
    const far = aMan(5, { county: '普安县', village: FAR_VILLAGE })
    await app.load([far], 'far')
    const near = aMan(6, { village: NEXT_VILLAGE })
    await app.load([near])
    const before = await app.count()
    const sheet = [{ ...far, county: '望谟县', village: VILLAGE, hhNo: 'T5' }, { ...near, village: VILLAGE }, aMan(7)]
    const checked = await app.check(sheet)
    expect(checked).toMatchObject({
      counts: { rows: 3, accepted: 1, warned: 0, queried: 2, rejected: 0 }, difference: { households: { new: 1 }, persons: { new: 1, changed: 0, same: 0 } },
    })
    expect((await app.issues('county', checked.id)).rows.map(({ row, code, sheet: name }) => [row, code, name]))
      .toEqual([[2, 'person_elsewhere', '民族村'], [3, 'person_elsewhere', '民族村']])
    await app.commit('county', checked.id)
    expect(await app.count()).toMatchObject({ persons: before.persons + 1, households: before.households + 1, versions: 0 })
  })

  it('writes the first of two rows with one ID in two households, whatever the order of imports', async () => {
    const twice = [aMan(1), { ...aMan(1), hhNo: 'T2', phone: null }]
    const first = await app.load(twice)
    expect(first.summary).toMatchObject({ counts: { queried: 2 }, difference: { persons: { new: 1 } } })
    const before = await app.count()
    expect(before.persons).toBe(1)
    await app.load([...twice, aMan(3)])
    expect(await app.count()).toMatchObject({ persons: 2, versions: 0 })
  })

  it('keeps one household of a number whose members stand apart (D3.3-5)', async () => {
    const man = aMan(1)
    await app.load([man, aMan(2), wifeOf(man)])
    expect(await app.select(sql`select hh_no, members from registry.household order by hh_no`))
      .toEqual([{ hh_no: 'T1', members: 2 }, { hh_no: 'T2', members: 1 }])
  })

  it('closes a segment and opens another when the type of a household changes, once a day or twice', async () => {
    const segments = () => app.select(sql`select kind, from_on, to_on from registry.segment order by kind`)
    await app.load([aMan(1, { hhType: '脱贫户' })])
    expect(await segments()).toEqual([{ kind: 'ex_poor', from_on: '2014-01-01', to_on: null }])
    await app.load([aMan(1, { hhType: '脱贫不稳定户' })])
    expect(await segments()).toEqual([
      { kind: 'ex_poor', from_on: '2014-01-01', to_on: '2026-11-23' }, { kind: 'monitored', from_on: '2026-11-24', to_on: null }])
    await app.load([aMan(1, { hhType: '一般农户' })])
    await app.load([aMan(1, { hhType: '脱贫不稳定户', hhAttr: '低保户' })])
    const open = await app.select(sql`select kind from registry.segment where to_on is null`)
    expect(open).toEqual([{ kind: 'monitored' }])
  })

  it('takes the head from the column of heads when there is no relation', async () => {
    const { relation: _, ...man } = aMan(1)
    const { relation: __, ...wife } = wifeOf(man)
    await app.load([man, wife].map((row) => ({ ...row, headName: man.name })))
    expect(await app.select(sql`select name, is_head from registry.person where is_head`)).toEqual([{ name: man.name, is_head: true }])
  })
})
