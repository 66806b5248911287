import { stat } from 'node:fs/promises'
import { detectKind, notASpreadsheet } from './detect-kind.ts'
import { readCsv } from './read-csv.ts'
import { readForeignWorkbook, readLegacyWorkbook } from './read-legacy.ts'
import { readXlsx } from './read-xlsx.ts'
import { SheetError } from './sheet-error.ts'
import type { SheetEvent, SheetLimits } from './types.ts'
import { findPart, openZipArchive } from './zip-archive.ts'

/**
 * Reads a spreadsheet in this very process. Only the reading process may: everyone else uses `readSheets`, which a
 * hostile file cannot take down. Throws `SheetError`.
 */
export async function* openSheets(path: string, limits: SheetLimits): AsyncGenerator<SheetEvent> {
  let sheets = 0
  let rows = 0
  for await (const event of eventsOf(path, limits)) {
    if (event.type === 'sheet') sheets += 1
    if (event.type === 'rows') rows += event.rows.length
    if (rows > limits.rows) throw new SheetError('too_many_rows')
    yield event
  }
  // "0 rows imported, success" is the one answer a county must never get.
  if (rows === 0) throw new SheetError('empty')
  yield { type: 'end', sheets, rows }
}

async function* eventsOf(path: string, limits: SheetLimits): AsyncGenerator<SheetEvent> {
  if ((await stat(path)).size > limits.fileBytes) throw new SheetError('too_large')
  switch (await detectKind(path)) {
    case 'text':
      return yield* readCsv(path, limits.batchRows)
    case 'compound':
      return yield* readLegacyWorkbook(path, limits.batchRows)
    case 'zip':
      return yield* zippedEvents(path, limits)
  }
}

async function* zippedEvents(path: string, limits: SheetLimits): AsyncGenerator<SheetEvent> {
  const archive = await openZipArchive(path, limits)
  const has = (name: string) => findPart(archive, name) !== undefined
  if (has('word/document.xml')) throw notASpreadsheet('Word 文档', 'a Word document')
  if (has('ppt/presentation.xml')) throw notASpreadsheet('演示文稿(PPT)', 'a presentation (PPT)')
  if (has('xl/workbook.bin') || (has('mimetype') && has('content.xml'))) {
    return yield* readForeignWorkbook(path, limits.batchRows)
  }
  if (!has('[Content_Types].xml'))
    throw notASpreadsheet('压缩包(ZIP),请先解压', 'an archive (ZIP), unpack it first')
  yield* readXlsx(archive)
}
