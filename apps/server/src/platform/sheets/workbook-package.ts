import { sheetXml, XML_HEAD } from './sheet-xml.ts'
import type { SheetDocument } from './sheet-xml.ts'
import { STYLE_SHEET } from './workbook-styles.ts'
import { escapeXml } from './xml.ts'
import type { ZipEntry } from './zip-writer.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const MAX_NAME = 31

/** The parts of an .xlsx with these sheets, in an order a reader can stream. */
export function* workbookPackage(sheets: readonly SheetDocument[]): Generator<ZipEntry> {
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] }
  yield { name: '_rels/.rels', content: [relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])] }
  yield { name: 'xl/workbook.xml', content: [workbookXml(sheets)] }
  const parts = sheets.map((_, at): Relation => [
    `rId${at + 1}`,
    'worksheet',
    `worksheets/sheet${at + 1}.xml`,
  ])
  const styles: Relation = [`rId${sheets.length + 1}`, 'styles', 'styles.xml']
  yield { name: 'xl/_rels/workbook.xml.rels', content: [relationships([...parts, styles])] }
  yield { name: 'xl/styles.xml', content: [STYLE_SHEET] }
  for (const [at, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) }
  }
}

type Relation = readonly [id: string, type: string, target: string]

function relationships(list: readonly Relation[]): string {
  const tags = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`
  )
}

/** Rows that stay in view on the screen are repeated on every printed page. */
function workbookXml(sheets: readonly SheetDocument[]): string {
  const names = uniqueNames(sheets.map(sheet => sheet.name))
  const tags = sheets.map((sheet, at) => {
    const state = sheet.hidden === true ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(names[at] ?? '')}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const titles = sheets.flatMap((sheet, at) => {
    if (sheet.frozenRows === 0) return []
    const reference = `'${escapeXml((names[at] ?? '').replaceAll("'", "''"))}'!$1:$${sheet.frozenRows}`
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${reference}</definedName>`]
  })
  const defined = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  const active = Math.max(
    0,
    sheets.findIndex(sheet => sheet.hidden !== true),
  )
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${active}"/></bookViews>` +
    `<sheets>${tags.join('')}</sheets>${defined}</workbook>`
  )
}

/** Sheet names as Excel accepts them: at most 31 characters, none of []:*?/\\, no two alike. */
function uniqueNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, MAX_NAME) || `表${at + 1}`
    let unique = clean
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const suffix = `(${copy})`
      unique = clean.slice(0, MAX_NAME - suffix.length) + suffix
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}
