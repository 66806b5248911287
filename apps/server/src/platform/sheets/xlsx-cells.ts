import { dateOfDayNumber, dayNumber, isCalendarDate } from '@anye/kernel/calendar-date'
import { SheetError } from './sheet-error.ts'
import { dateCell, serialOfDay } from './serial-date.ts'
import type { Cell } from './types.ts'
import { attribute, unescapeXml, withoutCdata } from './xml.ts'

/** What cells of a sheet refer to. `dateStyles` holds the numbers of the cell formats that show a date. */
export type CellContext = { strings: readonly string[]; dateStyles: ReadonlySet<number>; date1904: boolean }

/** 0-based number of the last column a sheet can have (XFD). */
export const LAST_COLUMN = 16_383

/** The cells of one `<row>` element by 0-based column; the list ends at the last cell that holds a value. */
export function rowCells(rowXml: string, prefix: string, context: CellContext): Cell[] {
  const opening = `<${prefix}c`
  const closing = `</${prefix}c>`
  const cells: Cell[] = []
  let column = -1
  let at = rowXml.indexOf('>') + 1
  for (at = rowXml.indexOf(opening, at); at !== -1; at = rowXml.indexOf(opening, at)) {
    const bracket = rowXml.indexOf('>', at)
    if (bracket === -1) throw new SheetError('broken_file')
    const tag = rowXml.slice(at + opening.length, bracket)
    const reference = attribute(tag, 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    if (column < 0 || column > LAST_COLUMN) throw new SheetError('broken_file')
    at = bracket
    if (tag.endsWith('/')) continue
    const end = rowXml.indexOf(closing, bracket)
    if (end === -1) throw new SheetError('broken_file')
    const value = cellValue(tag, rowXml.slice(bracket + 1, end), context)
    at = end
    if (value === null || value === '') continue
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return cells
}

/** 0-based column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** Letters of a 0-based column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

function cellValue(tag: string, body: string, context: CellContext): Cell {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return stringItemText(body)
  const raw = valueText(body)
  if (raw === undefined || raw === '') return null
  switch (type) {
    case 's':
      return context.strings[Number(raw)] ?? null
    case 'str':
      return plainText(raw)
    case 'b':
      return raw === '1' || raw === 'true'
    case 'e':
      return raw
    case 'd':
      return isoDateCell(raw, context)
    default:
      return numberCell(raw, attribute(tag, 's'), context)
  }
}

function numberCell(raw: string, style: string | undefined, context: CellContext): Cell {
  const number = Number(raw)
  // Not a number although declared as one: keep what stands there rather than lose it.
  if (Number.isNaN(number)) return plainText(raw)
  if (style === undefined || !context.dateStyles.has(Number(style))) return number
  return dateCell(number, context.date1904)
}

function isoDateCell(raw: string, context: CellContext): Cell {
  const date = raw.slice(0, 10)
  if (!isCalendarDate(date)) return plainText(raw)
  const serial = serialOfDay(dayNumber(date)) - (context.date1904 ? 1462 : 0)
  return { date: dateOfDayNumber(dayNumber(date)), serial }
}

function valueText(body: string): string | undefined {
  if (body.startsWith('<v>')) return body.slice(3, body.indexOf('<', 3))
  const open = /<(?:\w+:)?v(?:\s[^>]*)?>/.exec(body)
  if (open === null || open[0].endsWith('/>')) return undefined
  const start = open.index + open[0].length
  return body.slice(start, body.indexOf('<', start))
}

/** The text of a shared or inline string: its runs joined, without the phonetic guide. */
export function stringItemText(item: string): string {
  return plainText(singleRun(item) ?? joinedRuns(withoutCdata(item)))
}

/** Nearly every string is one `<t>` and nothing else; found by position, which is several times cheaper. */
function singleRun(item: string): string | undefined {
  const open = item.indexOf('<t')
  if (open === -1 || item.indexOf('<t', open + 2) !== -1) return undefined
  const start = item.indexOf('>', open) + 1
  const end = item.indexOf('<', start)
  return item.startsWith('</t>', end) ? item.slice(start, end) : undefined
}

function joinedRuns(item: string): string {
  const spoken = item.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  let text = ''
  for (const run of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) text += run[1] ?? ''
  return text
}

/**
 * Entities resolved, and the `_x000D_` escapes of characters that XML cannot hold (ECMA-376 part 1,
 * 22.9.2.19).
 */
function plainText(raw: string): string {
  const text = unescapeXml(raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
