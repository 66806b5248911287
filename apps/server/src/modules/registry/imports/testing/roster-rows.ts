import { buildCitizenId, SYNTHETIC_AREA } from '@anye/codes/citizen-id'
import type { CellInput } from '@anye/codes/parse/cell'
import { rosterField, type RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Cells of one roster row by field. */
export type RowCells = Partial<Record<RosterFieldKey, CellInput>>

/** A sheet as a test describes it: rows from 1, merges as `A3:A5`. */
export type SheetContent = {
  name: string
  rows: CellInput[][]
  merges?: string[]
  /** Numbers of hidden rows. */
  hiddenRows?: number[]
  hidden?: boolean
}

/** A valid ID of a synthetic person; odd sequences are men. */
export function syntheticId(birth: CalendarDate, sequence: number): string {
  return buildCitizenId(SYNTHETIC_AREA, birth, sequence)
}

/** A man of 35 who is head of household H001 in 民族村 and against whom no rule has anything. */
export function aHead(cells: RowCells = {}): RowCells {
  return {
    hhNo: 'H001', county: '兴义市', township: '郑屯镇', village: '民族村', group: '1组', name: '张三',
    idNo: syntheticId('1985-03-12', 1), sex: '男', birth: '1985-03-12', relation: '户主', education: '初中',
    health: '健康', labourSkill: '普通劳动力', phone: '15400000001', ...cells,
  }
}

/** His wife, as faultless. */
export function aWife(cells: RowCells = {}): RowCells {
  return aHead({
    name: '李四', idNo: syntheticId('1986-05-20', 2), sex: '女', birth: '1986-05-20', relation: '配偶',
    phone: '15400000002', ...cells,
  })
}

/** A sheet with one header row of standard titles (all fields that any row states) and the rows below it. */
export function sheetOf(rows: readonly RowCells[], name = '民族村'): SheetContent {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as RosterFieldKey[]))] // keys of RowCells
  const header = fields.map((field) => rosterField(field).zh)
  return { name, rows: [header, ...rows.map((row) => fields.map((field) => row[field] ?? null))] }
}
