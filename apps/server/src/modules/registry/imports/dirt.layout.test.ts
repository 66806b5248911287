import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { writeXlsx } from 'hucre/xlsx'
import { checkFile, type Checked } from './testing/roster-checks.ts'
import { rosterFiles, type RosterFiles } from './testing/roster-file.ts'
import { aHead, aWife, sheetOf, syntheticId } from './testing/roster-rows.ts'

// Real files for DOMAIN 3.3, items 4 and 5: encodings, formats, sheets, headers and merges.

let files: RosterFiles
beforeAll(async () => {
  files = await rosterFiles()
})
afterAll(() => files[Symbol.asyncDispose]())

const namesOf = ({ households }: Checked) =>
  households.map((household) => household.persons.map((person) => person.draft.name).join('+'))

describe('files as offices save them', () => {
  const rows = sheetOf([aHead({ name: '韦朝勇' }), aWife({ name: '岑一一' })]).rows

  it.each(['gb18030', 'utf8', 'utf8-bom'] as const)('D3.3-4 reads a .csv in %s', async (encoding) => {
    const checked = await checkFile(await files.csv(rows, encoding), {})
    expect(namesOf(checked)).toEqual(['韦朝勇+岑一一'])
    expect(checked.codes).toEqual([])
  })

  it.each(['xlsx', 'xls', 'et'] as const)('D3.3-4 reads a .%s', async (extension) => {
    const checked = await checkFile(await files.workbook([{ name: '民族村', rows }], extension))
    expect(namesOf(checked)).toEqual(['韦朝勇+岑一一'])
    expect(checked.codes).toEqual([])
  })

  it('D3.3-4 reads all sheets, skips what is no roster, flags hidden rows and sheets', async () => {
    const person = (hhNo: string, sequence: number) =>
      aHead({ hhNo, idNo: syntheticId('1985-03-12', sequence), phone: null })
    const checked = await checkFile(await files.workbook([
      { name: '填表说明', rows: [['填表说明'], ['一、姓名按身份证填写。'], ['二、身份证号码为 18 位。']] },
      { ...sheetOf([person('H1', 1), person('H2', 3)], '民族村'), hiddenRows: [3] },
      { ...sheetOf([person('H3', 5)], '旧表'), hidden: true },
    ]))
    expect(checked.report).toMatchObject({ rows: 3, accepted: 1, warned: 2 })
    expect(checked.report.issues.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['填表说明', null, 'sheet_skipped'], ['民族村', 3, 'hidden_row'], ['旧表', 2, 'hidden_sheet'],
    ])
  })

  it('D3.3-4 says so when no sheet is a roster, instead of importing nothing in silence', async () => {
    const checked = await checkFile(await files.workbook([{ name: '通知', rows: [['关于召开会议的通知'], ['各村:']] }]))
    expect(checked.report).toMatchObject({ rows: 0, issues: [{ code: 'sheet_skipped' }, { code: 'no_roster', level: 'rejected' }] })
  })

  it('D3.3-4 refuses a file with a password in a sentence', async () => {
    const sheets = [{ name: '民族村', rows: [['姓名', '证件号码']] }]
    const locked = await writeXlsx({ sheets, encryption: { password: '1', spinCount: 10 } })
    const path = await files.bytes('roster.xlsx', locked)
    await expect(checkFile(path)).rejects.toMatchObject({ fault: 'password_protected', zh: expect.stringContaining('取消密码') })
  })
})

describe('tables as villages draw them', () => {
  const header: CellInput[] = ['户编号', '户主电话', '姓名', '证件号码', '与户主关系', '文化程度']
  const man = (sequence: number) => syntheticId('1985-03-12', 2 * sequence + 1)
  const woman = (sequence: number) => syntheticId('1986-05-20', 2 * sequence)
  const title = ['兴义市郑屯镇民族村2020年劳动力就业花名册']

  it('D3.3-5 fills household columns only inside merged ranges', async () => {
    const rows = [
      title, header,
      ['H1', '15400000001', '张三', man(1), '户主', '初中'],
      [null, null, '李四', woman(1), '配偶', '小学'],
      ['H2', null, '王五', man(2), '户主', null],
      [null, null, '赵六', woman(2), null, '小学'],
    ]
    const merged = await checkFile(await files.workbook([{ name: '表', rows, merges: ['A1:F1', 'A3:A4', 'B3:B4'] }]))
    expect(namesOf(merged)).toEqual(['张三+李四', '王五', '赵六'])
    expect(merged.households.map((household) => household.draft.phone)).toEqual(['15400000001', null, null])
    expect(merged.households.map((household) => household.grouping)).toEqual(['number', 'number', 'unknown'])
    // An education that is empty is not the one above.
    expect(merged.households[1]?.persons[0]?.draft.education).toBeNull()
    expect(merged.codes).toEqual(['6:relation_missing', '6:household_unknown'])
    expect(merged.report).toMatchObject({ rows: 4, accepted: 3, rejected: 1, households: 2 })
  })

  it('D3.3-5 fills a merged work column too, and never a name or an ID', async () => {
    const rows = [
      title, [...header, '务工状况'],
      ['H1', null, '张三', man(1), '户主', '初中', '务农'],
      [null, null, null, woman(1), '配偶', '小学', null],
    ]
    const merges = ['A3:A4', 'C3:C4', 'G3:G4']
    const checked = await checkFile(await files.workbook([{ name: '表', rows, merges }]))
    expect(checked.codes).toEqual(['4:name_missing'])
    expect(checked.households[0]?.persons[1]?.draft.workStatus).toBe('farming')
  })

  it('D3.3-5 reads a two-row header under title rows, in a workbook and in a .csv', async () => {
    const rows: CellInput[][] = [
      [...title, null, null, null, null, null],
      ['填报单位:民族村村委会', null, null, null, '填报日期:2020年3月15日', null],
      ['户编号', '家庭成员信息', null, null, '务工信息', null],
      [null, '姓名', '证件号码', '与户主关系', '务工地点', '月收入'],
      ['H1', '张三', man(1), '户主', '广东东莞', 3800],
    ]
    const merges = ['A1:F1', 'A3:A4', 'B3:D3', 'E3:F3']
    const workbook = await checkFile(await files.workbook([{ name: '表', rows, merges }]))
    const csv = await checkFile(await files.csv(rows, 'gb18030'))
    for (const checked of [workbook, csv]) {
      expect(namesOf(checked)).toEqual(['张三'])
      expect(checked.households[0]?.place?.village).toBe('522301112204')
      expect(checked.households[0]?.persons[0]?.work).toMatchObject({ place: { code: '441900' }, wage: { monthly: 3800 } })
      expect(checked.codes).toEqual([])
    }
  })

  it('D3.3-5 passes over sub-totals, repeated headers, numbering, footers and blank lines', async () => {
    const numbered = ['序号', ...header]
    const person = (seq: number, hhNo: string, sequence: number) =>
      [seq, hhNo, null, `张${'甲乙丙丁'.charAt(sequence - 1)}`, man(sequence), '户主', '初中']
    const rows: CellInput[][] = [
      title, numbered, [1, 2, 3, 4, 5, 6, 7], ['例', 'H0', null, '张三', man(90), '户主', '初中'],
      person(1, 'H1', 1), person(2, 'H2', 2), ['小计', null, null, '2人', null, null, null], [null, ' ', null],
      title, numbered,
      person(1, 'H3', 3), person(2, 'H4', 4), [3, 'H5', null, null, null, null, null], ['合 计', null, '4户', null],
      ['填表人:王五', null, null, '审核人:赵六'], ['备注:本表一式两份。'],
    ]
    const checked = await checkFile(await files.workbook([{ name: '表', rows }]))
    expect(namesOf(checked)).toEqual(['张甲', '张乙', '张丙', '张丁'])
    expect(checked.codes).toEqual([])
    expect(checked.report.sheets).toEqual([{
      name: '表', rows: 4,
      skipped: { numbering: 1, example: 1, subtotal: 2, title: 1, header: 1, blank: 2, footer: 2 },
    }])
  })

  it('D3.3-5 takes the village of a heading between two tables of one sheet', async () => {
    const rows = [
      title, header, ['H1', null, '张三', man(1), '户主', '初中'],
      ['兴义市郑屯镇郑屯村2020年劳动力就业花名册'], header, ['H1', null, '王五', man(2), '户主', '初中'],
    ]
    const checked = await checkFile(await files.workbook([{ name: '表', rows }]))
    const villages = checked.households.map((household) => household.place?.village)
    expect(new Set(villages).size).toBe(2)
    expect(checked.codes).toEqual([])
  })
})
