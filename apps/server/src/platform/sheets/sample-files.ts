import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CFB } from '@e965/xlsx'
import { readSheets } from './read-sheets.ts'
import { SheetError } from './sheet-error.ts'
import type { SheetEvent, SheetFault, SheetOptions, SheetRow } from './types.ts'
import { zipBytes } from './zip-writer.ts'

/** A directory for the files of one test file; `remove` it afterwards. */
export async function sampleFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  return {
    path: (name: string) => join(folder, name),
    save: async (name: string, bytes: string | Uint8Array) => {
      await writeFile(join(folder, name), bytes)
      return join(folder, name)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A zip file of these parts. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content: [content] }))
  for await (const chunk of zipBytes(entries)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * An .xlsx written by hand: the content of `<worksheet>` and what else differs from the plainest workbook.
 */
export function rawXlsx(worksheet: string, parts: Record<string, string> = {}): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation(
      'rId2',
      'sharedStrings',
      'sharedStrings.xml',
    )}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${worksheet}</worksheet>`,
    ...parts,
  })
}

/** All events of a file. */
export async function eventsOf(path: string, options?: SheetOptions): Promise<SheetEvent[]> {
  const events: SheetEvent[] = []
  for await (const event of readSheets(path, options)) events.push(event)
  return events
}

/** All rows of one sheet of a file. */
export async function rowsOf(path: string, sheet = 0): Promise<SheetRow[]> {
  const events = await eventsOf(path)
  return events.flatMap(event => (event.type === 'rows' && event.sheet === sheet ? event.rows : []))
}

/** The refusal of a file; fails when the file is read after all. */
export async function refusalOf(path: string, options?: SheetOptions): Promise<SheetError> {
  const outcome = await eventsOf(path, options).catch((error: unknown) => error)
  if (outcome instanceof SheetError) return outcome
  throw new Error(`Not refused: ${JSON.stringify(outcome)}`)
}

/** The fault a file is refused with. */
export async function faultOf(path: string, options?: SheetOptions): Promise<SheetFault> {
  return (await refusalOf(path, options)).fault
}

/** The bytes of a file cut off after this share of them. */
export async function truncated(path: string, share: number): Promise<Buffer> {
  const bytes = await readFile(path)
  return bytes.subarray(0, Math.floor(bytes.length * share))
}

/**
 * An .xls of one sheet with a row hidden by its Row record ([MS-XLS] 2.4.221), which the writer at hand
 * leaves out.
 */
export function hideRowInXls(xls: Buffer, row: number): Buffer {
  const file = CFB.read(xls, { type: 'buffer' })
  const stream = CFB.find(file, '/Workbook')
  if (stream === null) throw new Error('No Workbook stream')
  const content = Buffer.from(stream.content)
  const dimensions = content.indexOf(Buffer.from([0x00, 0x02, 14, 0]))
  const record = Buffer.from([0x08, 0x02, 16, 0, row - 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0x20, 1, 15, 0])
  stream.content = Buffer.concat([
    content.subarray(0, dimensions + 18),
    record,
    content.subarray(dimensions + 18),
  ])
  stream.size = stream.content.length
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}
