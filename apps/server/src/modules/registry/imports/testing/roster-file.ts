import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CellInput } from '@anye/codes/parse/cell'
import { rawText } from '@anye/codes/parse/cell'
import * as xlsx from '@e965/xlsx'
import iconv from 'iconv-lite'
import type { SheetContent } from './roster-rows.ts'

/** Files of one test, in a directory of their own that is removed when the test is over. */
export type RosterFiles = AsyncDisposable & {
  /** A workbook as Excel (`xlsx`, `xls`) or WPS (`et`, which is the same format as `xls`) saves it. */
  workbook(sheets: readonly SheetContent[], extension?: 'xlsx' | 'xls' | 'et'): Promise<string>
  /** A .csv as Excel saves it: `gb18030` is its "ANSI" on a Chinese system. */
  csv(rows: readonly CellInput[][], encoding?: 'gb18030' | 'utf8' | 'utf8-bom'): Promise<string>
  bytes(name: string, content: string | Uint8Array): Promise<string>
}

export async function rosterFiles(): Promise<RosterFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'roster-'))
  let count = 0
  const bytes = async (name: string, content: string | Uint8Array) => {
    const path = join(directory, `${++count}-${name}`)
    await writeFile(path, content)
    return path
  }
  return {
    bytes,
    workbook: (sheets, extension = 'xlsx') =>
      bytes(`roster.${extension}`, writeWorkbook(sheets, extension === 'xlsx' ? 'xlsx' : 'biff8')),
    csv: (rows, encoding = 'utf8') => {
      const text = rows.map((cells) => cells.map((cell) => quoted(rawText(cell))).join(',')).join('\r\n')
      if (encoding === 'gb18030') return bytes('roster.csv', iconv.encode(text, 'gb18030'))
      return bytes('roster.csv', encoding === 'utf8-bom' ? `\uFEFF${text}` : text)
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}

function writeWorkbook(sheets: readonly SheetContent[], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = xlsx.utils.book_new()
  for (const { name, rows, merges = [], hiddenRows = [] } of sheets) {
    const sheet = xlsx.utils.aoa_to_sheet(rows.map((cells) => cells.map(writable)))
    sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range))
    sheet['!rows'] = rows.map((_, index) => ({ hidden: hiddenRows.includes(index + 1) }))
    xlsx.utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType }))
}

function writable(cell: CellInput): string | number | boolean | xlsx.CellObject | null {
  return cell !== null && typeof cell === 'object' ? { t: 'n', v: cell.serial, z: 'yyyy-mm-dd' } : cell
}

function quoted(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
