import assert from 'node:assert/strict'
import { buildCitizenId, SYNTHETIC_AREA } from '@anye/codes/citizen-id'
import { readXlsx, writeXlsx } from 'hucre/xlsx'

/** Where the people of the workbook live, by name, as a clerk types it. */
export type Home = { county: string; township: string; village: string }

type Cell = string | number | null
type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

// Two rows of titles: household columns stand alone, the members' and the work columns below a common one. The village's last
// column is one that nobody else keeps.
const ABOVE = ['序号', '户编号', '县（市）', '乡镇', '村（社区）', '组', '户类型', '家庭成员信息', null, null, null, null, null, null, '务工情况', null, null, null, '入群']
const BELOW = [null, null, null, null, null, null, null, '姓名', '身份证号', '性别', '出生日期', '与户主关系', '劳动技能', '联系电话', '单位', '地点', '开始时间', '月收入', null]
const WIDTH = BELOW.length
const FIRST_ROW = 4
const HOUSEHOLD_COLUMNS = [1, 2, 3, 4, 5, 6]
const ID_COLUMN = 8
const WAGE_COLUMN = 17

/** Faults put in on purpose, by the name of the person who has them. */
export const FAULTS = { lossy: '韦小红', wrongCheckDigit: '韦建国', otherSex: '岑美兰', otherBirth: '岑大山' } as const

const ids = {
  [FAULTS.lossy]: buildCitizenId(SYNTHETIC_AREA, '1988-06-15', 612),
  [FAULTS.wrongCheckDigit]: buildCitizenId(SYNTHETIC_AREA, '1985-03-12', 611),
}

/**
 * A roster as a village sends it: title and note above, two rows of titles, household cells merged over the members,
 * a sub-total, a footer; and of five people two whose ID is unusable and two whose other facts disagree with it.
 */
export async function dirtyWorkbook(home: Home): Promise<Buffer> {
  const rows: Cell[][] = [
    [`${home.county}${home.township}${home.village}劳动力就业情况花名册`],
    ['填报单位：村委会', null, null, '单位：元'],
    ABOVE,
    BELOW,
    ...household(1, 'E2E-001', home, [
      [FAULTS.wrongCheckDigit, wrongCheckDigit(ids[FAULTS.wrongCheckDigit]), '男', '1985-03-12', '户主', '普通劳动力', '15400006101'],
      // What a spreadsheet makes of 18 digits typed as a number: nobody can tell which they were.
      [FAULTS.lossy, '5.22E+17', '女', '1988-06-15', '配偶', '普通劳动力', '15400006102'],
    ]),
    ...household(3, 'E2E-002', home, [
      [FAULTS.otherBirth, buildCitizenId(SYNTHETIC_AREA, '1979-01-20', 615), '男', '1979-02-20', '户主', '普通劳动力', '15400006103'],
      [FAULTS.otherSex, buildCitizenId(SYNTHETIC_AREA, '1981-11-02', 616), '男', '1981-11-02', '配偶', '普通劳动力', '15400006104'],
    ]),
    ['小计', null, null, null, null, null, null, '4人'],
    ...household(5, 'E2E-003', home, [
      ['贺春生', buildCitizenId(SYNTHETIC_AREA, '1990-07-07', 617), '男', '1990-07-07', '户主', '普通劳动力', '15400006105', '贵州兴义服装有限公司', '贵州省黔西南州兴义市', '2025-03', 3600, '已入'],
    ]),
    ['填表人：村文书', null, null, null, '审核人：村支书'],
  ]
  return book(rows, [...titleMerges(), ...householdMerges(4, 2), ...householdMerges(6, 2)])
}

/** The workbook that came back, after the village has looked up the two IDs in it; one wage is other than before. */
export async function mendedWorkbook(annotated: Buffer): Promise<Buffer> {
  const { rows, merges, reasons } = await readAnnotated(annotated)
  assert.ok(reasons.size > 0, 'there is something to mend')
  return book(rows.map((row) => row.map((cell, column) => mend(row, cell, column))), merges)
}

function mend(row: readonly Cell[], cell: Cell, column: number): Cell {
  const name = row[ID_COLUMN - 1]
  if (column === ID_COLUMN && (name === FAULTS.lossy || name === FAULTS.wrongCheckDigit)) return ids[name]
  if (column === WAGE_COLUMN && name === '贺春生') return 4100
  return cell
}

type Annotated = { rows: Cell[][]; merges: Merge[]; reasons: Map<string, string> }

/** All of the workbook that came back, and the reasons in the columns after the village's own by name of the person. */
export async function readAnnotated(annotated: Buffer): Promise<Annotated> {
  const { sheets } = await readXlsx(annotated)
  const [sheet] = sheets
  assert.ok(sheet, 'the annotated workbook has the village’s sheet')
  const rows = sheet.rows.map((row) => Array.from(row, (cell) => (typeof cell === 'number' || typeof cell === 'string' ? cell : null)))
  const reasons = new Map<string, string>()
  for (const row of rows.slice(FIRST_ROW)) {
    const reason = row.slice(WIDTH).filter((cell) => typeof cell === 'string' && cell !== '').join(' ')
    if (reason !== '') reasons.set(String(row[ID_COLUMN - 1]), reason)
  }
  return { rows, merges: [...(sheet.merges ?? [])], reasons }
}

/** Cells from the name on: name, ID, sex, birth, relation, labour skill, phone, then the work columns. */
type Person = readonly Cell[]

/** Rows of a household: its own cells stand in the first row only, as merged cells do. */
function household(seq: number, no: string, { county, township, village }: Home, members: readonly Person[]): Cell[][] {
  return members.map((member, index) => [
    seq + index, ...(index === 0 ? [no, county, township, village, '1组', '脱贫户'] : HOUSEHOLD_COLUMNS.map(() => null)), ...member,
  ])
}

function wrongCheckDigit(idNo: string): string {
  return `${idNo.slice(0, 17)}${idNo.endsWith('1') ? '2' : '1'}`
}

function titleMerges(): Merge[] {
  const alone = ABOVE.flatMap((title, column) => (title !== null && BELOW[column] === null ? [column] : []))
  return [
    { startRow: 0, startCol: 0, endRow: 0, endCol: WIDTH - 1 },
    ...alone.map((column) => ({ startRow: 2, startCol: column, endRow: 3, endCol: column })),
    { startRow: 2, startCol: 7, endRow: 2, endCol: 13 },
    { startRow: 2, startCol: 14, endRow: 2, endCol: 17 },
  ]
}

function householdMerges(startRow: number, members: number): Merge[] {
  return HOUSEHOLD_COLUMNS.map((column) => ({ startRow, startCol: column, endRow: startRow + members - 1, endCol: column }))
}

async function book(rows: Cell[][], merges: Merge[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: '花名册', rows, merges }] }))
}
