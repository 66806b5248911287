import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asDate } from './sheet-xml.ts'
import type { SheetDocument, StyledCell, StyledRow } from './sheet-xml.ts'
import type { Cell, MergeRange } from './types.ts'
import { workbookPackage } from './workbook-package.ts'
import { STYLE } from './workbook-styles.ts'
import { zipBytes } from './zip-writer.ts'

/**
 * A column of an export. `id` is written as text in text format (IDs, phones, bank numbers: never a number),
 * `number` right-aligned, `date` takes `YYYY-MM-DD`. `width` in characters of the standard font.
 */
export type SheetColumn = { title: string; kind?: 'text' | 'id' | 'number' | 'date'; width?: number }

/**
 * One sheet of an export: title row, visible watermark row, bold frozen header, then `rows`, pulled one by
 * one. `watermark` (who exported when) also stands in the page header. Cells follow `columns`.
 */
export type SheetToWrite = {
  name: string
  title?: string
  watermark?: string
  columns: readonly SheetColumn[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

const BODY_STYLE = { text: STYLE.text, id: STYLE.idText, number: STYLE.number, date: STYLE.date } as const
const USUAL_WIDTH = { text: 10, id: 21, number: 10, date: 12 } as const

/**
 * Writes an .xlsx to a path or stream. Memory does not grow with the number of rows.
 * Throws `SheetError` `too_many_rows` when a sheet exceeds the 1,048,576 rows of the format.
 */
export async function writeWorkbook(
  sheets: readonly SheetToWrite[],
  target: string | Writable,
): Promise<void> {
  await writeDocuments(sheets.map(sheetDocument), target)
}

/** Writes sheets whose cells already carry their formats. */
export async function writeDocuments(
  sheets: readonly SheetDocument[],
  target: string | Writable,
): Promise<void> {
  const sink = typeof target === 'string' ? createWriteStream(target) : target
  await pipeline(Readable.from(zipBytes(workbookPackage(sheets))), sink)
}

function sheetDocument(sheet: SheetToWrite): SheetDocument {
  const head = headRows(sheet)
  const lastColumn = sheet.columns.length - 1
  const banners = head.length - 1
  const merges = Array.from({ length: lastColumn > 0 ? banners : 0 }, (_, at): MergeRange => ({
    top: at + 1,
    left: 0,
    bottom: at + 1,
    right: lastColumn,
  }))
  return {
    name: sheet.name,
    widths: sheet.columns.map(columnWidth),
    frozenRows: head.length,
    merges,
    pageHeader: sheet.watermark,
    rows: allRows(sheet, head),
  }
}

function headRows({ title, watermark, columns }: SheetToWrite): StyledRow[] {
  const rows: Omit<StyledRow, 'number'>[] = []
  if (title !== undefined) rows.push({ height: 30, cells: [{ value: title, style: STYLE.title }] })
  if (watermark !== undefined) rows.push({ cells: [{ value: watermark, style: STYLE.watermark }] })
  rows.push({ height: 24, cells: columns.map(column => ({ value: column.title, style: STYLE.header })) })
  return rows.map((row, at) => ({ ...row, number: at + 1 }))
}

async function* allRows(sheet: SheetToWrite, head: readonly StyledRow[]): AsyncGenerator<StyledRow> {
  yield* head
  let number = head.length
  for await (const values of sheet.rows) {
    number += 1
    yield {
      number,
      cells: sheet.columns.map((column, at) => bodyCell(values[at] ?? null, column.kind ?? 'text')),
    }
  }
}

function bodyCell(value: Cell, kind: NonNullable<SheetColumn['kind']>): StyledCell {
  const style = BODY_STYLE[kind]
  if (kind === 'id' && typeof value === 'number') return { value: String(value), style }
  if (kind === 'date') return { value: asDate(value), style }
  // A date in a column of another kind would show as its day number.
  return typeof value === 'object' && value !== null ? { value: value.date, style } : { value, style }
}

function columnWidth(column: SheetColumn): number {
  if (column.width !== undefined) return column.width
  const titleWidth = Array.from(column.title).reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 2)
  return Math.min(60, Math.max(USUAL_WIDTH[column.kind ?? 'text'], titleWidth))
}
