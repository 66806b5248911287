import { tidyText } from '@anye/kernel/text'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** What a spreadsheet reader delivers for one cell; a date cell keeps the serial number Excel stores. */
export type CellInput = null | string | number | boolean | { date: CalendarDate; serial: number }

/** A cell that could not be read: a coded reason and what stood there, for the import report. */
export interface Fault<F extends string> {
  ok: false
  fault: F
  raw: string
}

/** Either a reading or a fault; a bad cell is data, never an exception. */
export type Reading<T, F extends string> = ({ ok: true } & T) | Fault<F>

/** Builds the fault of a cell. */
export function faultOf<F extends string>(fault: F, cell: CellInput): Fault<F> {
  return { ok: false, fault, raw: rawText(cell) }
}

/** The cell as written, for reports: no cleaning. */
export function rawText(cell: CellInput): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.date : String(cell)
}

// Ways to write "nothing here" seen in sheets; a zero is a value and is judged by each reader itself.
const EMPTY = /^(无|没有|暂无|空|不详|不清楚|不知道|未知|未填|未提供|缺|n\/?a|null|none|[-—–_/\\.。?？*、]+)$/iu

/** Cell text, half-width with single spaces, without the text apostrophe and the `="…"` wrapper around it. */
export function cellText(cell: CellInput): string {
  const text = tidyText(rawText(cell))
  const wrapped = /^=\s*["“”](.*)["“”]$/u.exec(text)
  return (wrapped?.[1] ?? text).replace(/^['‘’`]+/u, '').trim()
}

/** True for an empty cell and for the usual words and dashes that stand for one. */
export function isEmptyCell(cell: CellInput): boolean {
  const text = cellText(cell)
  return text === '' || EMPTY.test(text)
}

/**
 * True when a long number went through a number cell: a number above 15 digits, or scientific notation. Digits
 * are lost and must be asked for again, never guessed (DOMAIN §3.3-1).
 */
export function isRounded(cell: CellInput): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= 1e15
  return /^\d(\.\d+)?E\+?\d{1,2}$/iu.test(cellText(cell).replaceAll(' ', ''))
}
