import { LAST_ROW_NUMBER } from './sheet-limits.ts'
import { SheetError } from './sheet-error.ts'
import type { MergeRange, SheetEvent, SheetRow } from './types.ts'
import { columnOf, rowCells } from './xlsx-cells.ts'
import type { CellContext } from './xlsx-cells.ts'
import { readCellContext, readXlsxWorkbook, rootPrefix } from './xlsx-workbook.ts'
import { attribute, cutElements, openingTags } from './xml.ts'
import { inflatePart } from './zip-archive.ts'
import type { ZipArchive } from './zip-archive.ts'
import type { ZipPart } from './zip-directory.ts'

// 100,000 merges take 3 MB; a sheet with more than this behind its rows was made to fill the memory.
const MAX_BEHIND_ROWS = 64 * 1024 * 1024

/** The events of an .xlsx (or zipped .et) without its `end`: rows are read as the file is inflated. */
export async function* readXlsx(archive: ZipArchive): AsyncGenerator<SheetEvent> {
  const workbook = await readXlsxWorkbook(archive)
  if (workbook.sheets.length === 0) throw new SheetError('broken_file')
  const context = await readCellContext(archive, workbook)
  for (const [index, { name, hidden, part }] of workbook.sheets.entries()) {
    const prefix = await rootPrefix(archive, part)
    yield { type: 'sheet', index, name, hidden, merges: await mergesOf(archive, part, prefix) }
    for await (const rows of sheetRows(archive, part, prefix, context))
      yield { type: 'rows', sheet: index, rows }
  }
}

/**
 * Merged ranges stand behind the rows, so the part is inflated once just for them; that pass also proves the
 * whole part against its checksum before the first row is handed out.
 */
export async function mergesOf(archive: ZipArchive, part: ZipPart, prefix: string): Promise<MergeRange[]> {
  const closing = `</${prefix}sheetData`
  const behind: Buffer[] = []
  let bytes = 0
  let last: Buffer = Buffer.alloc(0)
  for await (const chunk of inflatePart(archive, part)) {
    if (behind.length > 0) {
      bytes += chunk.length
      if (bytes > MAX_BEHIND_ROWS) throw new SheetError('out_of_memory')
      behind.push(chunk)
      continue
    }
    // The closing tag may be cut in two, so each chunk is searched together with the end of the one before.
    const window = Buffer.concat([last.subarray(-closing.length), chunk])
    const end = window.indexOf(closing)
    if (end !== -1) behind.push(window.subarray(end))
    last = chunk
  }
  const tags = openingTags(Buffer.concat(behind).toString('utf8'), 'mergeCell')
  return tags.flatMap(tag => mergeRange(attribute(tag, 'ref') ?? ''))
}

function mergeRange(reference: string): MergeRange[] {
  const [first = '', last = first] = reference.split(':')
  const [top, bottom] = [rowOf(first), rowOf(last)]
  const [left, right] = [columnOf(first), columnOf(last)]
  return top >= 1 && bottom >= top && left >= 0 && right >= left ? [{ top, left, bottom, right }] : []
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^\$?[a-z]+\$?/i, ''))
}

async function* sheetRows(archive: ZipArchive, part: ZipPart, prefix: string, context: CellContext) {
  let number = 0
  for await (const pieces of cutElements(inflatePart(archive, part), `${prefix}row`)) {
    const rows: SheetRow[] = []
    for (const piece of pieces) {
      if (!piece.element) continue
      const tag = piece.text.slice(0, piece.text.indexOf('>'))
      number = rowNumber(tag, number)
      const cells = rowCells(piece.text, prefix, context)
      if (cells.length > 0) rows.push({ number, hidden: isHidden(tag), cells })
    }
    if (rows.length > 0) yield rows
  }
}

/** The row's own number, or the next one where a writer left it out. */
export function rowNumber(tag: string, previous: number): number {
  const number = Number(attribute(tag, 'r') ?? previous + 1)
  if (number > LAST_ROW_NUMBER) throw new SheetError('too_many_rows')
  if (!Number.isInteger(number) || number < 1) throw new SheetError('broken_file')
  return number
}

function isHidden(tag: string): boolean {
  const hidden = attribute(tag, 'hidden')
  return hidden === '1' || hidden === 'true'
}
