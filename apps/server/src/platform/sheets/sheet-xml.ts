import { dayNumber, isCalendarDate } from '@anye/kernel/calendar-date'
import { serialOfDay } from './serial-date.ts'
import { SheetError } from './sheet-error.ts'
import { LAST_ROW_NUMBER } from './sheet-limits.ts'
import type { Cell, MergeRange } from './types.ts'
import { columnLetters } from './xlsx-cells.ts'
import { escapeXml } from './xml.ts'

/** A cell with the number of its format in the workbook's style sheet. */
export type StyledCell = { value: Cell; style: number }
export type StyledRow = { number: number; hidden?: boolean; height?: number; cells: readonly StyledCell[] }

/**
 * One worksheet as it goes into the file. `widths` in characters; `frozenRows` stay in view above the rest.
 */
export type SheetDocument = {
  name: string
  hidden?: boolean
  widths: readonly number[]
  frozenRows: number
  merges: readonly MergeRange[]
  pageHeader?: string
  rows: Iterable<StyledRow> | AsyncIterable<StyledRow>
}

const CHUNK_CHARS = 128 * 1024
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * The XML of a worksheet in chunks, rows pulled as they are written. Element order: ECMA-376 part 1,
 * 18.3.1.99.
 */
export async function* sheetXml(sheet: SheetDocument): AsyncGenerator<string> {
  yield `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`
  yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  yield `${viewXml(sheet.frozenRows)}${columnsXml(sheet.widths)}<sheetData>`
  let chunk = ''
  for await (const row of sheet.rows) {
    if (row.number > LAST_ROW_NUMBER) throw new SheetError('too_many_rows')
    chunk += rowXml(row)
    if (chunk.length < CHUNK_CHARS) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}</sheetData>${mergesXml(sheet.merges)}`
  yield '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
  yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  yield `${pageHeaderXml(sheet.pageHeader)}</worksheet>`
}

function viewXml(frozenRows: number): string {
  if (frozenRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const cell = `A${frozenRows + 1}`
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>`
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return ''
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

function rowXml(row: StyledRow): string {
  const hidden = row.hidden === true ? ' hidden="1"' : ''
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
  let cells = ''
  row.cells.forEach((cell, column) => {
    cells += cellXml(`${columnLetters(column)}${row.number}`, cell.value, cell.style)
  })
  return `<row r="${row.number}"${hidden}${height}>${cells}</row>`
}

/**
 * One cell. Texts are inline strings and never formulas, so an exported name such as `=HYPERLINK(…)` stays a
 * name. A number that is none (NaN) is an empty cell.
 */
export function cellXml(reference: string, value: Cell, style: number): string {
  const start = `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`}`
  if (value === null) return style === 0 ? '' : `${start}/>`
  if (typeof value === 'string')
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  const number = typeof value === 'number' ? value : value.serial
  return Number.isFinite(number) ? `${start}><v>${number}</v></c>` : `${start}/>`
}

/** A literal `_x0041_` would come back as `A`, so its underscore is escaped (ECMA-376 part 1, 22.9.2.19). */
function escapeText(text: string): string {
  return escapeXml(text.includes('_x') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text)
}

/** A `YYYY-MM-DD` text as a date cell; any other value unchanged. */
export function asDate(value: Cell): Cell {
  if (typeof value !== 'string' || !isCalendarDate(value) || value < '1900-03-01') return value
  return { date: value, serial: serialOfDay(dayNumber(value)) }
}

function mergesXml(merges: readonly MergeRange[]): string {
  if (merges.length === 0) return ''
  const tags = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnLetters(left)}${top}:${columnLetters(right)}${bottom}"/>`,
  )
  return `<mergeCells count="${merges.length}">${tags.join('')}</mergeCells>`
}

/** In headers `&` begins a command, so a literal one is doubled; the format allows 255 characters. */
function pageHeaderXml(text: string | undefined): string {
  const header =
    text === undefined
      ? ''
      : `<oddHeader>${escapeXml(`&R&8${text.replaceAll('&', '&&').slice(0, 240)}`)}</oddHeader>`
  return `<headerFooter>${header}<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`
}
