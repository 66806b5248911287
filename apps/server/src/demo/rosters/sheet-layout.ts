import { rosterField } from '@anye/contract/registry/imports/roster-fields'
import type { RosterFieldKey, RosterLevel } from '@anye/contract/registry/imports/roster-fields'
import { toChinese } from '@anye/kernel/calendar-date'
import type { DemoEpisode, DemoHousehold, DemoPerson, PrefectureOptions } from '../model.ts'
import type { Cell } from './roster-row.ts'
import { dateCell } from './roster-row.ts'
import { columnsOf } from './styles.ts'
import type { RosterStyle } from './styles.ts'
import type { PlacedRow, RosterHousehold } from './village-roster.ts'

/** Rows and columns from 0, both ends included. */
export type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }
export type RosterSheet = { name: string; rows: Cell[][]; merges: Merge[] }

const CAPTIONS: Record<RosterLevel, string> = { household: '家庭情况', person: '成员情况', work: '务工情况' }
const UNITS: Partial<Record<RosterFieldKey, string>> = { landMu: '(亩)', months: '(月)', wage: '(元)' }

/** What goes on one sheet. */
export type RosterPart = { name: string; title: string; households: readonly RosterHousehold[] }

/** A roster sheet as the office lays it out; `onRow` hears where each person's row stands, from 0. */
export function layOutRoster(
  { name, title, households }: RosterPart,
  style: RosterStyle,
  { asOf }: Pick<PrefectureOptions, 'asOf'>,
  onRow: (row: PlacedRow, index: number) => void,
): RosterSheet {
  const columns = columnsOf(style)
  const sheet: RosterSheet = { name, rows: [], merges: [] }
  if (style.titleRows > 0) addTitle(sheet, title, columns.length)
  if (style.titleRows > 1) {
    const office = `填报单位:${title.replace(/务工.*$/u, '')}`
    sheet.rows.push([office, null, null, null, `填报日期:${toChinese(asOf)}`])
  }
  addHeader(sheet, columns, style)
  let [seq, group, inGroup] = [0, households[0]?.group ?? 1, 0]
  for (const household of households) {
    if (style.subtotals === 'groups' && household.group !== group) {
      sheet.rows.push(['小计', `${inGroup}人`])
      ;[group, inGroup] = [household.group, 0]
    }
    const first = sheet.rows.length
    for (const row of household.rows) {
      onRow(row, sheet.rows.length)
      row.cells.seq = ++seq
      inGroup++
      sheet.rows.push(columns.map((key) => row.cells[key]))
    }
    if (style.mergedHouseholds && household.rows.length > 1 && hasRoomToMerge(sheet, columns, style)) mergeHousehold(sheet, first, columns)
  }
  if (style.subtotals !== 'none') sheet.rows.push(['合计', `${households.length}户`, `${seq}人`])
  if (style.footer) sheet.rows.push(['填表人:', null, null, '审核人:', null, null, `日期:${toChinese(asOf)}`])
  return sheet
}

function addTitle(sheet: RosterSheet, title: string, width: number): void {
  sheet.rows.push([title])
  sheet.merges.push({ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 })
}

function addHeader(sheet: RosterSheet, columns: readonly RosterFieldKey[], style: RosterStyle): void {
  const titles = columns.map((key) => style.titles[key] ?? rosterField(key).zh + (UNITS[key] ?? ''))
  if (!style.twoRowHeader) {
    sheet.rows.push(titles)
    return
  }
  const top = sheet.rows.length
  const levels = columns.map((key) => rosterField(key).level)
  const captions: Cell[] = columns.map(() => null)
  for (let start = 0; start < columns.length;) {
    let end = start
    while (end + 1 < columns.length && levels[end + 1] === levels[start]) end++
    const level = levels[start] ?? 'person'
    // A single column stands in both rows, merged downwards, as 序号 always does.
    captions[start] = start === end ? (titles[start] ?? null) : CAPTIONS[level]
    if (start === end) sheet.merges.push({ startRow: top, startCol: start, endRow: top + 1, endCol: start })
    else sheet.merges.push({ startRow: top, startCol: start, endRow: top, endCol: end })
    start = end + 1
  }
  const single = new Set(
    sheet.merges
      .filter(({ startRow, endRow }) => startRow === top && endRow > top)
      .map(({ startCol }) => startCol),
  )
  sheet.rows.push(captions, titles.map((title, index) => (single.has(index) ? null : title)))
}

// A record of the old format holds so many ranges, and its writer knows no second record.
const MERGES_OF_XLS = 1_026

/** Where a sheet is full of merged cells, offices repeat the household in every row. */
function hasRoomToMerge({ merges }: RosterSheet, columns: readonly RosterFieldKey[], { format }: RosterStyle): boolean {
  return format !== 'xls' || merges.length + columns.length <= MERGES_OF_XLS
}

/** Household columns are written once and merged over the members. */
function mergeHousehold(sheet: RosterSheet, first: number, columns: readonly RosterFieldKey[]): void {
  const last = sheet.rows.length - 1
  columns.forEach((key, column) => {
    if (rosterField(key).level !== 'household') return
    sheet.merges.push({ startRow: first, startCol: column, endRow: last, endCol: column })
    for (let row = first + 1; row <= last; row++) {
      const cells = sheet.rows[row]
      if (cells !== undefined) cells[column] = null
    }
  })
}

/** Titles of the sheet of past jobs. */
export const HISTORY_TITLES = [
  '乡镇', '村', '户编号', '姓名', '证件号码', '务工开始时间', '务工结束时间', '务工企业名称', '务工地点', '工种', '月收入', '就业渠道', '离职原因',
  '核实日期', '核实方式',
] as const

/** Name of the second kind of sheet: jobs that have ended, one a row. */
export const HISTORY_SHEET = '务工经历'

/** Rows of a person's ended jobs, oldest first. */
export function historyRows({ village, no }: DemoHousehold, person: DemoPerson, style: RosterStyle): Cell[][] {
  return (person.work?.past ?? []).map((job: DemoEpisode) => [
    village.township,
    village.name,
    no,
    person.name,
    person.idNo,
    dateCell(job.from, style),
    dateCell(job.to, style),
    job.employer,
    job.place,
    job.occupation,
    job.wage,
    job.channel,
    job.endReason ?? null,
    dateCell(job.verifiedOn, style),
    job.verifyMethod,
  ])
}
