import { describe, expect, it } from 'vitest'
import { buildUscc } from '@anye/codes/uscc'
import { checkRows } from './testing/roster-checks.ts'
import { aHead, aWife, syntheticId, type RowCells } from './testing/roster-rows.ts'

const aJob = (cells: RowCells = {}): RowCells => aHead({
  workStatus: '省外务工', employer: '慈溪某电器厂', place: '浙江宁波慈溪', workFrom: '2019-03-01', workTo: null,
  months: 12, wage: 4200, ...cells,
})

describe('a job', () => {
  it('is read with its place, start and wage', async () => {
    const { codes, households } = await checkRows([aJob({ channel: '政府组织', organised: '是', contract: '固定期限' })])
    expect(codes).toEqual([])
    expect(households[0]?.persons[0]?.work).toMatchObject({
      status: 'employed', open: true, form: '1', employer: '慈溪某电器厂', place: { code: '330282' }, area: '04',
      from: { date: '2019-03-01', precision: 'day' }, to: null, months: 12, channel: '1', organised: true,
      contract: '1', wage: { monthly: 4200, basis: 'month' }, uscc: undefined,
    })
  })

  it('is none for a person at home, in the fields or at school', async () => {
    const { households } = await checkRows([
      aHead({ workStatus: '务农' }), aWife({ workStatus: '在家' }),
    ])
    expect(households[0]?.persons.map((person) => person.work)).toEqual([null, null])
    expect(households[0]?.persons.map((person) => person.draft.workStatus)).toEqual(['farming', 'at_home'])
  })

  it('V09 queries a person without labour who has an open job', async () => {
    const open = await checkRows([aJob({ labourSkill: '丧失劳动力' })])
    expect(open.codes).toEqual(['2:no_labour_but_works'])
    const ended = await checkRows([aJob({ labourSkill: '丧失劳动力', workTo: '2020-03-31' })])
    expect(ended.codes).toEqual([])
  })

  it('V10 rejects a place without months and months without a place', async () => {
    const { codes, report } = await checkRows([
      aJob({ months: null }),
      aJob({ hhNo: 'H2', idNo: syntheticId('1985-03-12', 3), place: null }),
      aJob({ hhNo: 'H3', idNo: syntheticId('1985-03-12', 5), workStatus: '在家', employer: null, place: null, months: 0 }),
    ])
    expect(codes).toEqual(['2:place_without_months', '3:months_without_place'])
    expect(report).toMatchObject({ rejected: 2, accepted: 1 })
  })

  it('V11 raises an alarm for work begun before the 16th birthday, and not for a rounded month', async () => {
    const child = { idNo: syntheticId('2004-02-15', 1), birth: null, relation: '之子' }
    const { codes, report } = await checkRows([
      aHead(), aJob({ ...child, workFrom: '2020-02-14' }),
    ])
    expect(codes).toEqual(['3:child_labour'])
    expect(report.issues[0]).toMatchObject({ rule: 'V11', level: 'queried', column: 'R' })
    expect((await checkRows([aHead(), aJob({ ...child, workFrom: '2020年2月' })])).codes).toEqual([])
  })

  it('V11 raises an alarm for a child at work whose start is unknown', async () => {
    const { codes } = await checkRows([
      aHead(), aJob({ idNo: syntheticId('2006-01-01', 1), birth: null, relation: '之子', workFrom: null }),
    ])
    expect(codes).toEqual(['3:child_labour'])
  })

  it('V12 queries a job that ends before it starts, and leaves the job out', async () => {
    const { codes, households } = await checkRows([aJob({ workFrom: '2020-03-01', workTo: '2020-02-01' })])
    expect(codes).toEqual(['2:work_ends_before_start'])
    expect(households[0]?.persons[0]).toMatchObject({ level: 'queried', work: null })
  })

  it('V12 queries two full-time jobs of one person that overlap for more than 7 days', async () => {
    const { codes } = await checkRows([
      aJob({ workFrom: '2019-01-01', workTo: '2019-12-31' }),
      aJob({ hhNo: 'H2', workFrom: '2019-12-01' }),
    ])
    expect(codes.filter((code) => code.endsWith('work_overlap'))).toEqual(['3:work_overlap'])
    const apart = await checkRows([
      aJob({ workFrom: '2019-01-01', workTo: '2019-12-31' }),
      aJob({ hhNo: 'H2', workFrom: '2019-12-25' }),
    ])
    expect(apart.codes.filter((code) => code.endsWith('work_overlap'))).toEqual([])
  })

  it('V13 warns below 500 and above 20,000 and rejects above 50,000', async () => {
    const wages = [499, 500, 20_000, 20_001, 50_000, 50_001]
    const { codes } = await checkRows(wages.map((wage, index) =>
      aJob({ hhNo: `H${index}`, idNo: syntheticId('1985-03-12', 2 * index + 1), phone: null, wage })))
    expect(codes).toEqual(['2:wage_low', '5:wage_high', '6:wage_high', '7:wage_impossible'])
  })

  it('V14 rejects an open job of a person who has died or left', async () => {
    const { codes } = await checkRows([
      aJob({ popClass: '死亡' }),
      aJob({ hhNo: 'H2', idNo: syntheticId('1985-03-12', 3), popClass: '判刑劳改' }),
      aJob({ hhNo: 'H3', idNo: syntheticId('1985-03-12', 5), popClass: '适龄劳动' }),
      aJob({ hhNo: 'H4', idNo: syntheticId('1985-03-12', 7), popClass: '现役军人', workTo: '2019-09-01' }),
    ])
    expect(codes).toEqual(['2:work_after_exit', '2:head_deceased', '3:work_after_exit'])
  })

  it('V15 rejects a wrong credit code and keeps a legacy number with a warning', async () => {
    const uscc = buildUscc('91', '330282', '12345678')
    const { codes, households } = await checkRows([
      aJob({ uscc }),
      aJob({ hhNo: 'H2', idNo: syntheticId('1985-03-12', 3), uscc: uscc.replace(/.$/u, (last) => last === '0' ? '1' : '0') }),
      aJob({ hhNo: 'H3', idNo: syntheticId('1985-03-12', 5), uscc: '330282000012345' }),
    ])
    expect(codes).toEqual(['3:uscc_invalid', '4:uscc_legacy'])
    expect(households[0]?.persons[0]?.work?.uscc).toBe(uscc)
  })
})

describe('the dead', () => {
  it('V14 names the mark in the name when the population class says nothing of it', async () => {
    const { report } = await checkRows([aJob({ name: '张三(死亡)', popClass: '适龄劳动' })])
    const found = report.issues.find((issue) => issue.rule === 'V14')
    expect(found).toMatchObject({ field: 'name', level: 'rejected' })
    expect(found?.message).toContain('本人为“死亡”')
  })
})

describe('phones', () => {
  it('V16 warns about a number that is none, of a virtual operator or of a machine', async () => {
    const { codes, households } = await checkRows([
      aHead({ phone: '1540000001' }),
      aWife({ phone: '17012345678' }),
      aWife({ name: '王五', relation: '之女', idNo: syntheticId('1999-01-01', 2), birth: null, phone: '1441234567890' }),
    ])
    expect(codes).toEqual(['2:phone_format', '3:phone_virtual', '4:phone_m2m'])
    expect(households[0]?.persons.map((person) => person.draft.phone)).toEqual([undefined, '17012345678', undefined])
  })

  it('V16 queries a phone shared by more than 5 persons on each of their rows', async () => {
    const share = (count: number) => checkRows(Array.from({ length: count }, (_, index) =>
      aHead({ hhNo: `H${index}`, idNo: syntheticId('1985-03-12', 2 * index + 1) })))
    expect((await share(5)).codes).toEqual([])
    const { codes, report } = await share(6)
    expect(codes).toEqual([2, 3, 4, 5, 6, 7].map((row) => `${row}:phone_shared`))
    expect(report).toMatchObject({ accepted: 0, queried: 6 })
    expect(report.issues[0]?.message).toContain('154****0001')
    expect(report.issues[0]?.message).toContain('6 人')
  })
})
