import { cellXml } from './sheet-xml.ts'
import { columnLetters, columnOf } from './xlsx-cells.ts'
import { attribute, openingTags } from './xml.ts'

/**
 * What to change in one row: a new cell, and for each format used in the row the same format with the fill.
 */
export type RowPatch = {
  row: number
  column: number
  text: string
  style: number
  filled?: ReadonlyMap<number, number>
  faulty: boolean
}

const LAST_COLUMN = 16_384

/** The cell formats used in a row; cells without one use format 0. */
export function rowStyles(rowXml: string, prefix: string): number[] {
  return cellTags(rowXml, prefix).map(tag => Number(attribute(tag, 's') ?? 0))
}

function cellTags(rowXml: string, prefix: string): string[] {
  return rowXml.match(new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, 'g')) ?? []
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
  let column = -1
  let before = ''
  for (const cell of body.match(
    new RegExp(`<${prefix}c(?=[\\s/>])(?:[^>]*/>|[\\s\\S]*?</${prefix}c>)`, 'g'),
  ) ?? []) {
    const reference = attribute(cell.slice(0, cell.indexOf('>')), 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    if (column < patch.column) before += restyled(cell, prefix, patch.filled)
  }
  const added = cellXml(`${columnLetters(patch.column)}${patch.row}`, patch.text, patch.style)
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
  const max = Math.min(Number(attribute(tag, 'max')), LAST_COLUMN)
  if (number < min || number > max) return [tag]
  const cut = (from: number, to: number) =>
    tag
      .replace(/\smin=(?:"[^"]*"|'[^']*')/, ` min="${from}"`)
      .replace(/\smax=(?:"[^"]*"|'[^']*')/, ` max="${to}"`)
  return [...(min < number ? [cut(min, number - 1)] : []), ...(number < max ? [cut(number + 1, max)] : [])]
}
