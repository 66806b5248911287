import type { SheetRow } from './types.ts'

/**
 * A reason beside one row. `sheet` counts from 0 as in `SheetEvent`, `row` from 1 as in `SheetRow.number`.
 */
export type RowNote = { sheet: number; row: number; text: string }

/** The reasons of one sheet by row, joined when a row has several. */
export type SheetNotes = ReadonlyMap<number, string>

/** What to add to a workbook. */
export type Annotation = {
  bySheet: ReadonlyMap<number, SheetNotes>
  columnTitle: string
  headerRows: ReadonlyMap<number, number>
}

/** Width of the column of reasons, in characters. */
export const REASON_WIDTH = 45

/** The notes by sheet and row. */
export function groupNotes(notes: readonly RowNote[]): Map<number, Map<number, string>> {
  const bySheet = new Map<number, Map<number, string>>()
  for (const { sheet, row, text } of notes) {
    const rows = bySheet.get(sheet) ?? new Map<number, string>()
    const before = rows.get(row)
    rows.set(row, before === undefined ? text : `${before}；${text}`)
    bySheet.set(sheet, rows)
  }
  return bySheet
}

/** Rows above the first reason that are looked at for the header. */
const HEADER_WITHIN = 30

/**
 * Finds the header row while rows pass by: the first of those with the most texts before the first reason.
 */
export function headerFinder(notes: SheetNotes, given: number | undefined) {
  let first = Number.POSITIVE_INFINITY
  for (const row of notes.keys()) first = Math.min(first, row)
  let best = { row: given, texts: 0 }
  return {
    see(row: SheetRow): void {
      if (given !== undefined || row.number >= first || row.number > HEADER_WITHIN) return
      const texts = row.cells.filter(cell => typeof cell === 'string').length
      if (texts > best.texts) best = { row: row.number, texts }
    },
    row: (): number | undefined => best.row,
  }
}
