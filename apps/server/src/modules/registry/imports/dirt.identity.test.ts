import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { checkFile } from './testing/roster-checks.ts'
import { rosterFiles, type RosterFiles } from './testing/roster-file.ts'
import { aHead, aWife, sheetOf, syntheticId, type RowCells } from './testing/roster-rows.ts'

// Real files for DOMAIN 3.3, items 1–3, 7, 11–13 and 15: what stands in the cells of a person.

let files: RosterFiles
beforeAll(async () => {
  files = await rosterFiles()
})
afterAll(() => files[Symbol.asyncDispose]())

const good = syntheticId('1985-03-12', 1)
const inHousehold = (number: number, cells: RowCells) => aHead({ hhNo: `H${number}`, phone: null, ...cells })
const check = async (rows: RowCells[]) => checkFile(await files.workbook([sheetOf(rows)]))
const draftsOf = ({ households }: Awaited<ReturnType<typeof check>>) =>
  households.flatMap((household) => household.persons.map((person) => person.draft))

describe('identity cells of a file', () => {
  it('D3.3-1 rejects an ID that a spreadsheet kept as a number, and never repairs it', async () => {
    const rounded = `${good.slice(0, 15)}000`
    const checked = await check([
      inHousehold(1, { idNo: Number(good.slice(0, 17) + '0') }),
      inHousehold(2, { idNo: '5.22399E+17' }),
      inHousehold(3, { idNo: rounded }),
    ])
    expect(checked.codes).toEqual(['2:id_lossy', '3:id_lossy', '4:id_lossy'])
    expect(checked.report).toMatchObject({ rows: 3, rejected: 3 })
    expect(draftsOf(checked).map((draft) => draft.idNo)).toEqual([null, null, null])
    expect(checked.report.issues[1]?.message).toContain('5.22399E+17')
  })

  it('D3.3-2 reads an ID through full-width digits, quotes, wrappers and every kind of space', async () => {
    const endsInX = [...Array(500).keys()].map((n) => syntheticId('1985-03-12', n)).find((id) => id.endsWith('X')) ?? ''
    const fullWidth = [...endsInX].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')
    const spellings = [
      fullWidth, endsInX.toLowerCase(), `'${endsInX}`, `="${endsInX}"`, endsInX.replace(/(.{6})/u, '$1 '),
      `\u00A0${endsInX}\u3000`, `\u200B${endsInX}\uFEFF`, `${endsInX}\n`, endsInX.replace('X', '×'),
      endsInX.replace('X', '*'),
    ]
    const checked = await check(spellings.map((idNo, index) =>
      inHousehold(index, { idNo, birth: null, sex: null })))
    expect(draftsOf(checked).map((draft) => draft.idNo)).toEqual(spellings.map(() => endsInX))
    const repaired = checked.codes.filter((code) => !code.endsWith('id_in_other_household'))
    expect(repaired).toEqual(['10:id_x_form', '11:id_x_form'])
  })

  it('D3.3-3 reads old, disability and mistyped IDs, keeps persons without one, rejects a pasted one', async () => {
    const born = { birth: null, sex: null }
    const old = good.slice(0, 6) + good.slice(8, 17)
    const third = syntheticId('1990-01-10', 3)
    const checked = await check([
      inHousehold(1, { ...born, idNo: old }),
      inHousehold(2, { ...born, idNo: `${syntheticId('1970-07-07', 1)}43` }),
      inHousehold(3, { ...born, idNo: third.replaceAll('0', 'O') }),
      inHousehold(4, { ...born, idNo: '办理中' }),
      aWife({ ...born, hhNo: 'H4', idNo: '无', name: '王小', relation: '之女' }),
      inHousehold(5, { idNo: syntheticId('1985-03-12', 9) }),
      aWife({ hhNo: 'H5', idNo: syntheticId('1985-03-12', 9), name: '王大', relation: '之子' }),
    ])
    expect(checked.codes).toEqual([
      '2:id_from_15', '3:id_disability', '4:id_letters', '5:id_none', '6:id_none', '8:id_twice_in_household',
    ])
    const drafts = draftsOf(checked)
    expect(drafts.map((draft) => draft.idNo)).toEqual([
      good, syntheticId('1970-07-07', 1), third, null, null, syntheticId('1985-03-12', 9), syntheticId('1985-03-12', 9),
    ])
    expect(drafts.map((draft) => draft.idType)).toEqual(['1', '1', '1', '9', '9', '1', '1'])
    expect(drafts[1]?.disability).toMatchObject({ category: 4, grade: 3 })
  })

  it('D3.3-7 reads every point between the parts of a name, and asks about a character that only one office has', async () => {
    const names = ['阿依·古丽', '阿依・古丽', '阿依.古丽', '张\uE863三']
    const checked = await check(names.map((name, index) => inHousehold(index, { idNo: syntheticId('1985-03-12', 2 * index + 1), name })))
    expect(draftsOf(checked).map((draft) => draft.name)).toEqual(['阿依·古丽', '阿依·古丽', '阿依·古丽', '张\uE863三'])
    expect(checked.codes).toEqual(['5:name_rare'])
  })

  it('D3.3-7 reads names and ethnic groups as they are written', async () => {
    const rows: [string, CellInput][] = [
      ['张　三', '布依'], ['阿依•古丽', '布衣族'], ['张三(死亡)', '布依(BY)'], ['1.张三', '09'], ['张三(户主)', '汗族'],
      ['𬱖三', '穿青人'], ['张?三', '火星族'],
    ]
    const checked = await check(rows.map(([name, ethnic], index) =>
      inHousehold(index, { idNo: syntheticId('1985-03-12', 2 * index + 1), name, ethnic })))
    const drafts = draftsOf(checked)
    expect(drafts.map((draft) => draft.name).slice(0, 6)).toEqual(['张三', '阿依·古丽', '张三', '张三', '张三', '𬱖三'])
    expect(drafts.map((draft) => draft.ethnic)).toEqual(['09', '09', '09', '09', '01', '97', '97'])
    expect(drafts[2]?.deceased).toBe(true)
    expect(checked.codes).toEqual([
      '4:person_deceased', '4:head_deceased', '7:name_rare', '8:name_lost', '8:ethnic_unknown',
    ])
    expect(checked.households[0]?.persons[0]?.raw['姓名']).toBe('张　三')
  })
})

describe('other cells of a person', () => {
  it('D3.3-11 reads phones that are shared, too short, doubled or landlines', async () => {
    const phones = ['1540000001', '154000000012', '15400000011,15400000012', '0859-3223456', '154 0000 0013', null]
    const sharing = Array.from({ length: 6 }, (_, index) =>
      inHousehold(20 + index, { idNo: syntheticId('1985-03-12', 101 + 2 * index), phone: '15400000099' }))
    const checked = await check([
      ...phones.map((phone, index) => inHousehold(index, { idNo: syntheticId('1985-03-12', 2 * index + 1), phone })),
      ...sharing,
    ])
    const drafts = draftsOf(checked)
    expect(drafts.map((draft) => draft.phone).slice(0, 6)).toEqual([
      undefined, undefined, '15400000011', '0859-3223456', '15400000013', null,
    ])
    expect(drafts[2]?.otherPhones).toEqual(['15400000012'])
    expect(checked.codes).toEqual([
      '2:phone_format', '3:phone_format', '4:phone_several', '5:phone_landline',
      ...[8, 9, 10, 11, 12, 13].map((row) => `${row}:phone_shared`),
    ])
  })

  it('D3.3-12 sees relations that do not fit', async () => {
    const checked = await check([
      aHead(),
      aWife({ relation: '之子' }),
      aWife({ name: '王五', idNo: syntheticId('1987-01-01', 3), sex: '男', birth: null, phone: null }),
      aWife({ name: '王六', idNo: syntheticId('1988-01-01', 2), birth: null, phone: null, relation: '老乡' }),
      aHead({ hhNo: 'H2', idNo: syntheticId('1980-01-01', 1), birth: null, relation: '本人', phone: null }),
      aHead({ hhNo: 'H2', idNo: syntheticId('1981-01-01', 1), birth: null, phone: null }),
      aHead({ hhNo: 'H3', idNo: syntheticId('1982-01-01', 1), birth: null, relation: '之父', phone: null }),
    ])
    expect(checked.codes).toEqual([
      '3:relation_sex', '4:spouse_same_sex', '5:relation_unknown', '7:head_second', '8:head_missing',
    ])
  })

  it('D3.3-13 reads yes and no in every spelling, and asks for an empty health', async () => {
    const answers: CellInput[] = ['是', '否', '有', '无', '√', 1, 0, null, '也许']
    const checked = await check(answers.map((dibao, index) => inHousehold(index, {
      idNo: syntheticId('1985-03-12', 2 * index + 1), dibao, health: index === 7 ? null : '健康',
    })))
    expect(draftsOf(checked).map((draft) => draft.dibao)).toEqual([
      true, false, true, false, true, true, false, null, undefined,
    ])
    expect(checked.codes).toEqual(['9:health_missing', '10:yes_no_unknown'])
    const both = await check([aHead({ health: '残疾,长期慢性病' })])
    expect(draftsOf(both)[0]?.health).toEqual(['4', '2'])
  })

  it('D3.3-13 keeps two health insurances that contradict each other beside the person, and imports the row', async () => {
    const sheet = sheetOf([aHead()])
    sheet.rows[0]?.push('是否参加城乡居民基本医疗保险', '是否参加城镇职工基本医疗保险')
    sheet.rows[1]?.push('是', '是')
    const checked = await checkFile(await files.workbook([sheet]))
    expect(checked.codes).toEqual([])
    expect(checked.households[0]?.persons[0]?.raw).toMatchObject({ 是否参加城乡居民基本医疗保险: '是', 是否参加城镇职工基本医疗保险: '是' })
  })

  it('D3.3-15 sees one person in two villages and in two sheets', async () => {
    const elsewhere = aHead({ hhNo: 'H9', village: '郑屯村' })
    const checked = await checkFile(await files.workbook([
      sheetOf([aHead(), aWife()], '民族村'),
      sheetOf([elsewhere], '郑屯村'),
    ]))
    const repeated = checked.report.issues.filter((issue) => issue.code === 'id_in_other_household')
    expect(repeated.map(({ sheet, row }) => `${sheet} ${row}`).sort()).toEqual(['民族村 2', '郑屯村 2'])
    expect(repeated.find((issue) => issue.sheet === '郑屯村')?.message).toContain('工作表“民族村”第 2 行')
  })
})
