import { readFile } from 'node:fs/promises'
import { CFB, read } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { dateToSerial } from 'hucre'
import { readXls } from 'hucre/xlsx'
import { notASpreadsheet } from './detect-kind.ts'
import { dateCell, isDateFormat } from './serial-date.ts'
import { SheetError } from './sheet-error.ts'
import type { Cell, MergeRange, SheetEvent, SheetRow } from './types.ts'

/**
 * A compound file (.xls, .et of Excel 5 to 2003) as sheet events without the `end`. Read as a whole, which
 * the 65,536 rows of the format bound. @e965/xlsx reads it because hucre does not tell hidden rows and
 * sheets; hucre is asked where that reader gives up.
 */
export async function* readLegacyWorkbook(path: string, batchRows: number): AsyncGenerator<SheetEvent> {
  const bytes = await readFile(path)
  refuseOtherCompoundFiles(bytes)
  const workbook = openWorkbook(bytes, false)
  if (workbook === undefined) {
    yield* readBySecondReader(bytes, batchRows)
    return
  }
  yield* workbookEvents(workbook, batchRows)
}

/** A zipped workbook that is no .xlsx (.xlsb, .ods), as sheet events without the `end`. */
export async function* readForeignWorkbook(path: string, batchRows: number): AsyncGenerator<SheetEvent> {
  const workbook = openWorkbook(await readFile(path), true)
  if (workbook === undefined) throw new SheetError('broken_file')
  yield* workbookEvents(workbook, batchRows)
}

function refuseOtherCompoundFiles(bytes: Buffer): void {
  let names: string[]
  try {
    names = CFB.read(bytes, { type: 'buffer' }).FullPaths.map((path: string) =>
      path.replace(/^.*\//, '').toLowerCase(),
    )
  } catch (cause) {
    throw new SheetError('broken_file', undefined, { cause })
  }
  if (names.includes('encryptedpackage')) throw new SheetError('password_protected')
  if (names.includes('workbook') || names.includes('book')) return
  if (names.includes('worddocument')) throw notASpreadsheet('Word 文档', 'a Word document')
  if (names.includes('powerpoint document')) throw notASpreadsheet('演示文稿(PPT)', 'a presentation (PPT)')
  throw new SheetError('not_a_spreadsheet')
}

/** In .xlsb hidden rows are told only together with the styles, which cost memory an .xls can do without. */
function openWorkbook(bytes: Buffer, cellStyles: boolean): WorkBook | undefined {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles,
    })
  } catch (cause) {
    if (/password|encrypt/i.test(String(cause)))
      throw new SheetError('password_protected', undefined, { cause })
    return undefined
  }
}

function* workbookEvents(workbook: WorkBook, batchRows: number): Generator<SheetEvent> {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined) throw new SheetError('broken_file')
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    yield { type: 'sheet', index, name, hidden, merges: (sheet['!merges'] ?? []).map(mergeRange) }
    yield* batched(index, legacyRows(sheet, date1904), batchRows)
  }
}

function mergeRange({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): MergeRange {
  return { top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }
}

function* legacyRows(sheet: WorkSheet, date1904: boolean): Generator<SheetRow> {
  const grid = sheet['!data'] ?? []
  for (const [index, line] of grid.entries()) {
    const cells = Array.from(line ?? [], cell => legacyCell(cell, date1904))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > 0) yield { number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells }
  }
}

function legacyCell(cell: CellObject | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined || cell.t === 'z' || cell.v === '') return null
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10)
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v
  return isDateFormat(0, String(cell.z ?? 'General')) ? dateCell(cell.v, date1904) : cell.v
}

async function* readBySecondReader(bytes: Buffer, batchRows: number): AsyncGenerator<SheetEvent> {
  const workbook = await readXls(bytes).catch((cause: unknown) => {
    if (/password|encrypt/i.test(String(cause)))
      throw new SheetError('password_protected', undefined, { cause })
    throw new SheetError('broken_file', undefined, { cause })
  })
  for (const [index, sheet] of workbook.sheets.entries()) {
    const merges = (sheet.merges ?? []).map(range => ({
      top: range.startRow + 1,
      left: range.startCol,
      bottom: range.endRow + 1,
      right: range.endCol,
    }))
    yield { type: 'sheet', index, name: sheet.name, hidden: false, merges }
    yield* batched(index, hucreRows(sheet.rows), batchRows)
  }
}

function* hucreRows(grid: readonly (readonly unknown[])[]): Generator<SheetRow> {
  for (const [index, line] of grid.entries()) {
    const cells = line.map((value): Cell => {
      if (typeof value === 'number' || typeof value === 'boolean') return value
      if (value instanceof Date) return dateCell(dateToSerial(value), false)
      return typeof value === 'string' && value !== '' ? value : null
    })
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > 0) yield { number: index + 1, hidden: false, cells }
  }
}

function* batched(sheet: number, source: Iterable<SheetRow>, batchRows: number): Generator<SheetEvent> {
  let rows: SheetRow[] = []
  for (const row of source) {
    rows.push(row)
    if (rows.length < batchRows) continue
    yield { type: 'rows', sheet, rows }
    rows = []
  }
  if (rows.length > 0) yield { type: 'rows', sheet, rows }
}
