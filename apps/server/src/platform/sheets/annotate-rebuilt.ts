import type { Annotation, SheetNotes } from './annotation.ts'
import { headerFinder, REASON_WIDTH } from './annotation.ts'
import { readSheets } from './read-sheets.ts'
import type { SheetDocument, StyledCell, StyledRow } from './sheet-xml.ts'
import type { Cell, MergeRange, SheetRow } from './types.ts'
import { STYLE } from './workbook-styles.ts'
import { writeDocuments } from './write-workbook.ts'

type Collected = { name: string; hidden: boolean; merges: readonly MergeRange[]; rows: SheetRow[] }

/**
 * Writes an .xlsx with the values, merges and hidden rows of a file of any kind, and the reasons. Holds all
 * rows.
 */
export async function annotateRebuilt(
  originalPath: string,
  outPath: string,
  order: Annotation,
): Promise<{ rows: number }> {
  const sheets: Collected[] = []
  for await (const event of readSheets(originalPath)) {
    if (event.type === 'sheet') sheets.push({ ...event, rows: [] })
    if (event.type === 'rows') for (const row of event.rows) sheets[event.sheet]?.rows.push(row)
  }
  let placed = 0
  const documents = sheets.map((sheet, index): SheetDocument => {
    const notes = order.bySheet.get(index) ?? new Map<number, string>()
    placed += sheet.rows.filter(row => notes.has(row.number)).length
    return rebuiltSheet(sheet, notes, order.columnTitle, order.headerRows.get(index))
  })
  await writeDocuments(documents, outPath)
  return { rows: placed }
}

function rebuiltSheet(
  sheet: Collected,
  notes: SheetNotes,
  title: string,
  given: number | undefined,
): SheetDocument {
  const finder = headerFinder(notes, given)
  let column = 0
  for (const row of sheet.rows) {
    finder.see(row)
    column = Math.max(column, row.cells.length)
  }
  for (const merge of sheet.merges) column = Math.max(column, merge.right + 1)
  const header = notes.size > 0 ? finder.row() : undefined
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    widths: Array.from({ length: column + 1 }, (_, at) =>
      at === column ? REASON_WIDTH : columnWidth(sheet.rows, at),
    ),
    frozenRows: 0,
    merges: sheet.merges,
    rows: sheet.rows.map(row => {
      const reason = notes.get(row.number)
      return rebuiltRow(row, {
        column,
        faulty: reason !== undefined,
        text: reason ?? (row.number === header ? title : undefined),
      })
    }),
  }
}

function columnWidth(rows: readonly SheetRow[], column: number): number {
  let width = 8
  for (const row of rows.slice(0, 50)) {
    const cell = row.cells[column]
    if (typeof cell === 'string')
      width = Math.max(
        width,
        Array.from(cell).reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 2),
      )
  }
  return Math.min(width, 30)
}

function rebuiltRow(
  row: SheetRow,
  added: { column: number; faulty: boolean; text: string | undefined },
): StyledRow {
  const { column, faulty, text } = added
  const plain = faulty ? STYLE.plainFaulty : STYLE.plain
  const date = faulty ? STYLE.dateFaulty : STYLE.plainDate
  const cells = row.cells.map((value): StyledCell => ({ value, style: isDate(value) ? date : plain }))
  if (text !== undefined) {
    while (cells.length < column) cells.push({ value: null, style: plain })
    cells[column] = { value: text, style: faulty ? STYLE.reason : STYLE.header }
  }
  return { number: row.number, hidden: row.hidden, cells }
}

function isDate(value: Cell): boolean {
  return typeof value === 'object' && value !== null
}
