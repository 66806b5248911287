import { writeFile } from 'node:fs/promises'
import * as sheetjs from '@e965/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { RosterSheet } from './sheet-layout.ts'
import type { Cell } from './roster-row.ts'
import type { RosterStyle } from './styles.ts'

/**
 * Writes sheets as one workbook, or one .csv a sheet. `base` is the path without extension; returns the paths
 * written, in the order of the sheets they hold.
 */
export async function writeWorkbook(
  base: string,
  sheets: readonly RosterSheet[],
  style: RosterStyle,
): Promise<string[]> {
  if (style.format === 'csv') return writeCsvFiles(base, sheets, style)
  const path = `${base}.${style.format}`
  await writeFile(
    path,
    style.format === 'xls'
      ? binaryWorkbook(sheets)
      : await writeXlsx({ sheets: sheets.map(({ name, rows, merges }) => ({ name, rows, merges })) }),
  )
  return [path]
}

/** Office 97 format (BIFF8), as offices with old machines still send. */
function binaryWorkbook(sheets: readonly RosterSheet[]): Uint8Array {
  const book = sheetjs.utils.book_new()
  for (const { name, rows, merges } of sheets) {
    const sheet = sheetjs.utils.aoa_to_sheet(rows, { dense: true })
    sheet['!merges'] = merges.map(({ startRow, startCol, endRow, endCol }) => ({
      s: { r: startRow, c: startCol },
      e: { r: endRow, c: endCol },
    }))
    sheetjs.utils.book_append_sheet(book, sheet, name)
  }
  return sheetjs.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array
}

async function writeCsvFiles(
  base: string,
  sheets: readonly RosterSheet[],
  style: RosterStyle,
): Promise<string[]> {
  const paths: string[] = []
  for (const [index, { name, rows }] of sheets.entries()) {
    const path = index === 0 ? `${base}.csv` : `${base}-${name}.csv`
    const text = `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
    await writeFile(path, style.encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : `\uFEFF${text}`)
    paths.push(path)
  }
  return paths
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
