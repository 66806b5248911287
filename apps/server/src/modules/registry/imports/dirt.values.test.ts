import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { checkFile } from './testing/roster-checks.ts'
import { rosterFiles, type RosterFiles } from './testing/roster-file.ts'
import { aHead, sheetOf, syntheticId, type RowCells } from './testing/roster-rows.ts'

// Real files for DOMAIN 3.3, items 6, 8–10 and 14: dates, work, places, wages and divisions.

let files: RosterFiles
beforeAll(async () => {
  files = await rosterFiles()
})
afterAll(() => files[Symbol.asyncDispose]())

/** One household a row; every row has the same person but for the ID. */
async function check(rows: RowCells[]) {
  const cells = rows.map((row, index) =>
    aHead({ hhNo: `H${index}`, idNo: syntheticId('1985-03-12', 2 * index + 1), phone: null, ...row }))
  const checked = await checkFile(await files.workbook([sheetOf(cells)]))
  const persons = checked.households.flatMap((household) => household.persons)
  return { ...checked, persons, jobs: persons.map((person) => person.work) }
}

describe('values of a file', () => {
  it('D3.3-6 reads dates in every form to a value and a precision, or says why not', async () => {
    const dates: CellInput[] = [
      '2020-4-1', '2020.4.1', '2020/04/01', '20200401', '2020年4月', '4月1日', 43922,
      { date: '2020-04-01', serial: 43922 }, '20.4.1', '2019年', '去年底', '2020-04-31', '年后', null,
    ]
    const { jobs, codes } = await check(dates.map((workFrom) => ({ employer: '某厂', workFrom })))
    const day = { date: '2020-04-01', precision: 'day' }
    expect(jobs.map((job) => job?.from)).toEqual([
      day, day, day, day, { date: '2020-04-01', precision: 'month' }, day, day, day, day,
      { date: '2019-01-01', precision: 'year' }, { date: '2019-12-01', precision: 'month' },
      undefined, undefined, null,
    ])
    expect(codes).toEqual(['13:date_impossible', '14:date_unreadable'])
  })

  it('D3.3-13 takes the type of a household from the column of attributes when it stands there', async () => {
    const kinds = ['脱贫户', '2019脱贫,低保户', '一般', '易地搬迁户', '好户'].map((hhAttr) => ({ hhType: null, hhAttr }))
    const { households, codes } = await check([...kinds, { hhType: '监测户', hhAttr: '脱贫户' }])
    expect(households.map(({ draft }) => [draft.type, draft.attribute, draft.outOfPovertyYear, draft.resettled])).toEqual([
      ['02', undefined, undefined, undefined], ['02', '2', 2019, undefined], [null, '1', undefined, undefined],
      [null, undefined, undefined, true], [null, undefined, undefined, undefined], ['03', undefined, undefined, undefined],
    ])
    expect(codes).toContain('6:value_unknown')
  })

  it('D3.3-8 maps the words for work, and never counts farming as a job', async () => {
    const words = ['务农', '打工', '在家', '待业', '上学', '无', '/', '-', 0, '不详', '外出', '跑车', '种植大户']
    const { persons, codes } = await check(words.map((workStatus) => ({ workStatus })))
    expect(persons.map((person) => person.draft.workStatus)).toEqual([
      'farming', 'employed', 'at_home', 'seeking', 'student', null, null, null, null, 'unknown', 'unknown', 'flexible',
      'farming_at_scale',
    ])
    expect(persons.map((person) => person.work?.form ?? '-').join('')).toBe('-1---------27')
    expect(codes).toEqual(['11:work_unknown', '12:work_unknown'])
  })

  it('D3.3-8 queries an employer beside a status that denies work', async () => {
    const { jobs, codes } = await check([
      { workStatus: '在家', employer: '某厂', workTo: null }, { workStatus: '在家', employer: '某厂', workTo: '2020-01-20' },
    ])
    expect(jobs.map((job) => job?.open)).toEqual([undefined, false])
    expect(codes).toEqual(['2:work_contradicts'])
  })

  it('D3.3-8 takes no employer from a column that says there is none, with a column of work status or without', async () => {
    const words = ['在家', '务农', '待业', '上学', '在家照顾老人', '在家具厂', '宁波某务农机械公司']
    const { persons, jobs } = await check(words.map((employer) => ({ employer })))
    expect(persons.map(({ draft }) => draft.workStatus)).toEqual(['at_home', 'farming', 'seeking', 'student', 'unable', undefined, undefined])
    expect(jobs.map((job) => job?.employer)).toEqual([undefined, undefined, undefined, undefined, undefined, '在家具厂', '宁波某务农机械公司'])
    const beside = await check([{ workStatus: '务工', employer: '在家' }, { workStatus: null, employer: '务农' }])
    expect(beside.persons.map(({ draft, work }) => [draft.workStatus, work?.employer])).toEqual([['employed', null], ['farming', undefined]])
  })

  it('D3.3-9 reads places of work, queues ambiguous ones and keeps what is only a distance', async () => {
    const places = ['浙江', '宁波', '浙江宁波慈溪', '广东长安镇', '外省', '本地', '朝阳', '某个地方']
    const { jobs, codes } = await check(places.map((place) => ({ employer: '某厂', place })))
    expect(jobs.map((job) => job?.place?.code)).toEqual([
      '330000', '330200', '330282', '441900119', undefined, undefined, undefined, undefined,
    ])
    expect(jobs[4]?.area).toBe('04')
    expect(jobs.map((job) => job?.placeText)).toEqual(places)
    expect(codes).toEqual(['6:place_vague', '7:place_vague', '8:place_ambiguous', '9:place_unknown'])
  })

  it('D3.3-10 reads wages to a range, a basis and a month', async () => {
    const wages: CellInput[] = [
      '3000-4000', '3千5', '0.35万', '三千多', '120/天', '计件', '包吃住3500', 4200, '面议', '35', '很高',
    ]
    const { jobs, codes } = await check(wages.map((wage) => ({ employer: '某厂', wage })))
    expect(jobs.map((job) => job?.wage?.monthly)).toEqual([
      3500, 3500, 3500, 3500, 2640, null, 3500, 4200, undefined, undefined, undefined,
    ])
    expect(jobs[0]?.wage).toMatchObject({ min: 3000, max: 4000, basis: 'month' })
    expect(jobs.map((job) => job?.wage?.basis).slice(4, 6)).toEqual(['day', 'piece'])
    expect(codes).toEqual(['10:wage_unstated', '11:wage_unit_unclear', '12:wage_unreadable'])
  })

  it('D3.3-14 finds villages by former names, 义龙 as a county, merged townships and addresses', async () => {
    const { households, codes } = await check([
      { county: '兴仁县', township: '雨樟镇', village: '雨樟村' },
      { county: '义龙新区', township: '郑屯镇', village: '民族村' },
      { county: '兴义市', township: '龙广镇', village: '小场坝村' },
      { county: null, township: null, village: '兴义市郑屯镇民族村三组12号', group: null },
      { village: '522301112204' },
      { village: '民族社区' },
    ])
    expect(households.map((household) => household.place?.village)).toEqual([
      '522302104200', '522301112204', '522328101203', '522301112204', '522301112204', '522301112204',
    ])
    expect(households[3]?.place?.group).toBe('3组')
    expect(codes).toEqual([
      '2:division_former', '3:division_unit', '4:division_county_differs', '5:division_address',
      '7:division_kind_differs',
    ])
  })
})
