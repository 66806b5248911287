import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { analyse } from 'chardet'
import { detectDelimiter, streamCsvRows } from 'hucre/csv'
import iconv from 'iconv-lite'
import { looksLikeUtf16 } from './detect-kind.ts'
import { SheetError } from './sheet-error.ts'
import type { Cell, SheetEvent, SheetRow } from './types.ts'

const SAMPLE_BYTES = 64 * 1024
const SAMPLE_CHARS = 20_000
// One undecodable character is a typing accident; more than this share means the guess of the encoding was
// wrong.
const MAX_UNDECODABLE = 0.002

/** A .csv or .txt as one sheet. `number` counts records as a spreadsheet program would number them. */
export async function* readCsv(path: string, batchRows: number): AsyncGenerator<SheetEvent> {
  const text = decodeTable(await readFile(path))
  yield { type: 'sheet', index: 0, name: 'CSV', hidden: false, merges: [] }
  const delimiter = detectDelimiter(text.slice(0, SAMPLE_CHARS))
  let rows: SheetRow[] = []
  let number = 0
  for (const record of streamCsvRows(text, { delimiter, typeInference: false, skipEmptyRows: false })) {
    number += 1
    const cells = trimmedCells(record)
    if (cells.length === 0) continue
    rows.push({ number, hidden: false, cells })
    if (rows.length < batchRows) continue
    yield { type: 'rows', sheet: 0, rows }
    rows = []
  }
  if (rows.length > 0) yield { type: 'rows', sheet: 0, rows }
}

function trimmedCells(record: readonly unknown[]): Cell[] {
  const cells = record.map(field => {
    // ="522…" is how exports keep an ID from becoming a number; a spreadsheet program shows the text inside.
    const text = String(field ?? '').replace(/^="([^"]*)"$/, '$1')
    return text === '' ? null : text
  })
  while (cells.at(-1) === null) cells.pop()
  return cells
}

/**
 * Text of a table in UTF-8, UTF-16, GB18030 (also GBK, GB 2312) or Big5. Throws `broken_file` when none fits.
 */
export function decodeTable(bytes: Buffer): string {
  const encoding = detectEncoding(bytes)
  const text = iconv.decode(bytes, encoding)
  const undecodable = text.split('\ufffd').length - 1
  if (undecodable > Math.max(2, text.length * MAX_UNDECODABLE)) throw new SheetError('broken_file')
  return text
}

function detectEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const wide = looksLikeUtf16(sample)
  if (wide !== undefined) return wide
  if (isUtf8(bytes)) return 'utf-8'
  // Short tables resemble many encodings; here only the Chinese ones are meant, GB18030 where they draw
  // level.
  const chinese = analyse(sample).filter(({ name }) => name === 'GB18030' || name === 'Big5')
  const [first, second] = chinese
  const sure = first?.name === 'Big5' && first.confidence > (second?.confidence ?? 0) + 20
  return sure ? 'big5' : 'gb18030'
}
