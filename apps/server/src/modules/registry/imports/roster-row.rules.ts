import { cellText, type CellInput } from '@anye/codes/parse/cell'
import { tidyText } from '@anye/kernel/text'
import { rememberReadings } from './remember-readings.rules.ts'

/** One row of a sheet as the readers deliver it: `number` counts from 1 in the file, cells from column A. */
export type RosterRow = { number: number; hidden: boolean; cells: readonly CellInput[] }

/** A merged rectangle, both ends included: rows from 1, columns from 0. The top left cell holds its value. */
export type MergedRange = { top: number; left: number; bottom: number; right: number }

/** The cell of a column; null beyond the end of the row. */
export function cellAt(row: RosterRow, column: number): CellInput {
  return row.cells[column] ?? null
}

/** The text of a cell without stray spaces; empty for no cell. */
export function textAt(row: RosterRow, column: number): string {
  const cell = cellAt(row, column)
  if (cell === null) return ''
  // Numbers, IDs and phones are tidy already and never repeat.
  if (typeof cell === 'string' && PLAIN.test(cell)) return cell
  return tidyCell(cell)
}

const PLAIN = /^[\dA-Za-z]*$/u
const tidyCell = rememberReadings((cell) => (typeof cell === 'string' ? tidyText(cell) : cellText(cell)))

/** Texts of the cells that hold any, left to right. */
export function textsOf(row: RosterRow): string[] {
  return row.cells.map((_, column) => textAt(row, column)).filter((text) => text !== '')
}

/** The letters a spreadsheet shows above a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}
