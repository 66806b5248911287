import { cellXml } from './sheet-xml.ts'
import { columnLetters, columnOf, LAST_COLUMN } from './xlsx-cells.ts'
import { attribute, openingTags } from './xml.ts'

/**
 * What to change in one row: a new cell, and for each format used in the row the same format with the fill.
 */
export type RowPatch = {
  row: number
  column: number
  /** Null takes a reason of an earlier check away. */
  text: string | null
  style: number
  filled?: ReadonlyMap<number, number>
  faulty: boolean
}


/** The cell formats used in a row; cells without one use format 0. */
export function rowStyles(rowXml: string, prefix: string): number[] {
  return cellTags(rowXml, prefix).map(tag => Number(attribute(tag, 's') ?? 0))
}

function cellTags(rowXml: string, prefix: string): string[] {
  return rowXml.match(new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** Columns up to the last formula of a row: one that shows nothing is no value, but must not be lost. */
export function columnsOfFormulas(rowXml: string, prefix: string): number {
  if (!rowXml.includes(`<${prefix}f`)) return 0
  const formulas = cellsOf(rowXml, prefix).filter(({ xml }) => new RegExp(`<${prefix}f[\\s/>]`).test(xml))
  return (formulas.at(-1)?.column ?? -1) + 1
}

function cellsOf(rowXml: string, prefix: string): { column: number; xml: string }[] {
  const cells = rowXml.match(new RegExp(`<${prefix}c(?=[\\s/>])(?:[^>]*/>|[\\s\\S]*?</${prefix}c>)`, 'g')) ?? []
  let column = -1
  return cells.map((xml) => {
    const reference = attribute(xml.slice(0, xml.indexOf('>')), 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    return { column, xml }
  })
}

/**
 * The row with the new cell. Cells from its column on hold no value (the column lies behind the last) and go.
 */
export function patchRow(rowXml: string, prefix: string, patch: RowPatch): string {
  const bracket = rowXml.indexOf('>')
  // `spans` is a hint of the first and last column, which would now be wrong.
  const open = rowXml
    .slice(0, bracket)
    .replace(/\/$/, '')
    .replace(/\sspans=(?:"[^"]*"|'[^']*')/, '')
  const close = `</${prefix}row>`
  const body = rowXml.endsWith(close) ? rowXml.slice(bracket + 1, -close.length) : ''
  let before = ''
  for (const { column, xml } of cellsOf(body, prefix)) {
    if (column < patch.column) before += restyled(xml, prefix, patch.filled)
  }
  const added = patch.text === null ? '' : cellXml(`${columnLetters(patch.column)}${patch.row}`, patch.text, patch.style)
  return `${open}>${before}${withPrefix(added, prefix)}${close}`
}

function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`)
}

function restyled(cell: string, prefix: string, filled: ReadonlyMap<number, number> | undefined): string {
  const bracket = cell.indexOf('>')
  const tag = cell.slice(0, bracket)
  const style = filled?.get(Number(attribute(tag, 's') ?? 0))
  if (style === undefined) return cell
  const start = `<${prefix}c`
  const rest = tag.slice(start.length).replace(/\ss=(?:"[^"]*"|'[^']*')/, '')
  return `${start} s="${style}"${rest}${cell.slice(bracket)}`
}

/**
 * What stands before the rows, with a width for the new column. The used range is dropped: it would be wrong,
 * and it is optional.
 */
export function insertColumn(head: string, prefix: string, column: number, width: number): string {
  const number = column + 1
  const added = `<${prefix}col min="${number}" max="${number}" width="${width}" customWidth="1"/>`
  const bare = head.replace(new RegExp(`<${prefix}dimension[^>]*/>`), '')
  const cols = new RegExp(`<${prefix}cols>[\\s\\S]*?</${prefix}cols>`).exec(bare)?.[0]
  if (cols === undefined)
    return bare.replace(new RegExp(`<${prefix}sheetData`), `<${prefix}cols>${added}</${prefix}cols>$&`)
  const kept = openingTags(cols, 'col').flatMap(tag => splitAround(tag, number))
  const at = kept.findIndex(tag => Number(attribute(tag, 'min')) > number)
  kept.splice(at === -1 ? kept.length : at, 0, added)
  return bare.replace(cols, () => `<${prefix}cols>${kept.join('')}</${prefix}cols>`)
}

/** A column definition may cover many columns; the new one is cut out of it. */
function splitAround(tag: string, number: number): string[] {
  const min = Number(attribute(tag, 'min'))
  const max = Math.min(Number(attribute(tag, 'max')), LAST_COLUMN + 1)
  if (number < min || number > max) return [tag]
  const cut = (from: number, to: number) =>
    tag
      .replace(/\smin=(?:"[^"]*"|'[^']*')/, ` min="${from}"`)
      .replace(/\smax=(?:"[^"]*"|'[^']*')/, ` max="${to}"`)
  return [...(min < number ? [cut(min, number - 1)] : []), ...(number < max ? [cut(number + 1, max)] : [])]
}
