import { SheetError } from './sheet-error.ts'
import { attribute, cutElements, openingTags } from './xml.ts'
import { stringItemText } from './xlsx-cells.ts'
import type { CellContext } from './xlsx-cells.ts'
import { isDateFormat } from './serial-date.ts'
import { findPart, inflatePart, partText } from './zip-archive.ts'
import type { ZipArchive } from './zip-archive.ts'
import type { ZipPart } from './zip-directory.ts'

/** A worksheet of a workbook and the zip part that holds it. */
export type SheetPart = { name: string; hidden: boolean; part: ZipPart }

/** What has to be known of an .xlsx before its rows can be read. */
export type XlsxWorkbook = {
  sheets: readonly SheetPart[]
  stylesPath?: string
  stringsPath?: string
  date1904: boolean
}

type Relation = { id: string; type: string; path: string }

/**
 * Follows the package relationships (ECMA-376 part 2) to the sheets. Throws `not_a_spreadsheet` or
 * `broken_file`.
 */
export async function readXlsxWorkbook(archive: ZipArchive): Promise<XlsxWorkbook> {
  const root = await relations(archive, '')
  const workbookPath = root.find(relation => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const xml = await partText(archive, workbookPath)
  if (xml === undefined) throw new SheetError('broken_file')
  const related = await relations(archive, workbookPath)
  const date1904 = openingTags(xml, 'workbookPr')
    .map(tag => attribute(tag, 'date1904'))
    .some(isTrue)
  return {
    sheets: openingTags(xml, 'sheet').flatMap(tag => sheetPart(archive, tag, related)),
    stylesPath: related.find(relation => relation.type === 'styles')?.path,
    stringsPath: related.find(relation => relation.type === 'sharedStrings')?.path,
    date1904,
  }
}

/**
 * Chart and dialogue sheets have no rows and are left out; a worksheet whose part is missing is a broken
 * file.
 */
function sheetPart(archive: ZipArchive, tag: string, related: readonly Relation[]): SheetPart[] {
  const id = /\s(?:\w+:)?id\s*=\s*["']([^"']+)["']/.exec(tag)?.[1]
  const relation = related.find(candidate => candidate.id === id)
  if (relation === undefined) throw new SheetError('broken_file')
  if (relation.type !== 'worksheet') return []
  const part = findPart(archive, relation.path)
  if (part === undefined) throw new SheetError('broken_file')
  const state = attribute(tag, 'state')
  return [{ name: attribute(tag, 'name') ?? '', hidden: state === 'hidden' || state === 'veryHidden', part }]
}

async function relations(archive: ZipArchive, owner: string): Promise<Relation[]> {
  const slash = owner.lastIndexOf('/')
  const folder = owner.slice(0, slash + 1)
  const xml = await partText(archive, `${folder}_rels/${owner.slice(slash + 1)}.rels`)
  return openingTags(xml ?? '', 'Relationship').map(tag => ({
    id: attribute(tag, 'Id') ?? '',
    // Transitional and strict documents differ in the address, not in its last word.
    type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    path: resolvePath(folder, attribute(tag, 'Target') ?? ''),
  }))
}

function resolvePath(folder: string, target: string): string {
  return new URL(target.replaceAll('\\', '/'), `zip:///${folder}`).pathname.slice(1).replace(/%20/g, ' ')
}

/** Loads what cells refer to: shared strings and which cell formats show a date. */
export async function readCellContext(archive: ZipArchive, workbook: XlsxWorkbook): Promise<CellContext> {
  const styles = workbook.stylesPath === undefined ? undefined : await partText(archive, workbook.stylesPath)
  return {
    strings: await sharedStrings(archive, workbook.stringsPath),
    dateStyles: dateStyles(styles ?? ''),
    date1904: workbook.date1904,
  }
}

async function sharedStrings(archive: ZipArchive, path: string | undefined): Promise<string[]> {
  const part = path === undefined ? undefined : findPart(archive, path)
  if (part === undefined) return []
  const strings: string[] = []
  const tag = `${await rootPrefix(archive, part)}si`
  for await (const pieces of cutElements(inflatePart(archive, part), tag)) {
    for (const piece of pieces) if (piece.element) strings.push(stringItemText(piece.text))
  }
  return strings
}

/** The namespace prefix of a part's elements with its colon: some tools write `<x:worksheet>`. */
export async function rootPrefix(archive: ZipArchive, part: ZipPart): Promise<string> {
  for await (const chunk of inflatePart(archive, part)) {
    const root = /<(\w+:)?(?:worksheet|sst)[\s>/]/.exec(chunk.toString('latin1', 0, 4096))
    return root?.[1] ?? ''
  }
  return ''
}

function dateStyles(stylesXml: string): ReadonlySet<number> {
  const formats = new Map<number, string>()
  for (const tag of openingTags(stylesXml, 'numFmt')) {
    formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  }
  const cellFormats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? ''
  const dates = new Set<number>()
  openingTags(cellFormats, 'xf').forEach((tag, index) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    if (isDateFormat(id, formats.get(id))) dates.add(index)
  })
  return dates
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
