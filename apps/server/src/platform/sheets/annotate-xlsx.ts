import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { headerFinder, REASON_WIDTH } from './annotation.ts'
import type { Annotation, SheetNotes } from './annotation.ts'
import { mergesOf, rowNumber } from './read-xlsx.ts'
import { columnsOfFormulas, insertColumn, patchRow, rowStyles } from './patch-sheet.ts'
import type { RowPatch } from './patch-sheet.ts'
import { patchStyles } from './patch-styles.ts'
import type { FaultStyles } from './patch-styles.ts'
import { LAST_COLUMN, rowCells } from './xlsx-cells.ts'
import type { CellContext } from './xlsx-cells.ts'
import { readCellContext, readXlsxWorkbook, rootPrefix } from './xlsx-workbook.ts'
import { cutElements } from './xml.ts'
import { findPart, inflatePart, partText } from './zip-archive.ts'
import type { ZipArchive } from './zip-archive.ts'
import type { ZipPart } from './zip-directory.ts'
import { zipBytes } from './zip-writer.ts'
import type { ZipEntry } from './zip-writer.ts'

/** One sheet to patch: where the new column stands and which cell formats the noted rows use. */
type SheetPlan = {
  part: ZipPart
  prefix: string
  notes: SheetNotes
  column: number
  headerRow?: number
  /** True when the column is that of an earlier check: what stands in it goes. */
  again: boolean
  placed: number
}

/** Patches an .xlsx: noted sheets and the style sheet are rewritten as they stream by, the rest is copied. */
export async function annotateXlsx(
  archive: ZipArchive,
  outPath: string,
  order: Annotation,
): Promise<{ rows: number }> {
  const workbook = await readXlsxWorkbook(archive)
  const context = await readCellContext(archive, workbook)
  const used = new Set<number>()
  const plans = new Map<ZipPart, SheetPlan>()
  for (const [sheet, notes] of order.bySheet) {
    const part = workbook.sheets[sheet]?.part
    if (part === undefined) continue
    plans.set(
      part,
      await planSheet(archive, { part, notes, given: order.headerRows.get(sheet), title: order.columnTitle }, context, used),
    )
  }
  const stylesPart = workbook.stylesPath === undefined ? undefined : findPart(archive, workbook.stylesPath)
  const stylesXml = stylesPart === undefined ? undefined : await partText(archive, stylesPart.name)
  const styles = stylesXml === undefined ? undefined : patchStyles(stylesXml, used)
  const entries = [...archive.parts.values()].map((part): ZipEntry => {
    const plan = plans.get(part)
    if (plan !== undefined)
      return { name: part.name, content: patchedSheet(archive, plan, order.columnTitle, styles) }
    if (part === stylesPart && styles !== undefined) return { name: part.name, content: [styles.xml] }
    return { name: part.name, archive, part }
  })
  await pipeline(Readable.from(zipBytes(entries)), createWriteStream(outPath))
  return { rows: [...plans.values()].reduce((sum, plan) => sum + plan.placed, 0) }
}

type Wish = { part: ZipPart; notes: SheetNotes; given: number | undefined; title: string }

/**
 * First pass: the last column that holds a value or a merge, the header row, the formats of the noted rows. A workbook
 * that comes again has its column of reasons already; when it is the last one it is used again.
 */
async function planSheet(
  archive: ZipArchive,
  wish: Wish,
  context: CellContext,
  used: Set<number>,
): Promise<SheetPlan> {
  const { part, notes } = wish
  const prefix = await rootPrefix(archive, part)
  const finder = headerFinder(notes, wish.given)
  let earlier: { row: number; column: number } | undefined
  let column = 0
  let number = 0
  for (const { right } of await mergesOf(archive, part, prefix)) {
    // A title merged over the whole width of the sheet leaves no column behind it, and needs none.
    if (right < LAST_COLUMN) column = Math.max(column, right + 1)
  }
  for await (const pieces of cutElements(inflatePart(archive, part), `${prefix}row`)) {
    for (const { element, text } of pieces) {
      if (!element) continue
      number = rowNumber(text.slice(0, text.indexOf('>')), number)
      const cells = rowCells(text, prefix, context)
      column = Math.max(column, cells.length, columnsOfFormulas(text, prefix))
      finder.see({ number, hidden: false, cells })
      if (cells.at(-1) === wish.title) earlier ??= { row: number, column: cells.length - 1 }
      if (notes.has(number)) for (const style of rowStyles(text, prefix)) used.add(style)
    }
  }
  if (earlier?.column === column - 1)
    return { part, prefix, notes, column: earlier.column, headerRow: earlier.row, again: true, placed: 0 }
  return { part, prefix, notes, column, headerRow: finder.row(), again: false, placed: 0 }
}

/** Second pass: the sheet with the new cells, everything else to the letter. */
async function* patchedSheet(
  archive: ZipArchive,
  plan: SheetPlan,
  title: string,
  styles: FaultStyles | undefined,
): AsyncGenerator<string> {
  let head: string | undefined = ''
  let number = 0
  for await (const pieces of cutElements(inflatePart(archive, plan.part), `${plan.prefix}row`)) {
    let out = ''
    for (const { element, text } of pieces) {
      if (!element) {
        if (head === undefined) out += text
        else head += text
        continue
      }
      if (head !== undefined) out += insertColumn(head, plan.prefix, plan.column, REASON_WIDTH)
      head = undefined
      number = rowNumber(text.slice(0, text.indexOf('>')), number)
      const patch = patchOf(plan, number, title, styles)
      out += patch === undefined ? text : patchRow(text, plan.prefix, patch)
      if (patch?.faulty === true) plan.placed += 1
    }
    yield out
  }
  if (head !== undefined) yield head
}

function patchOf(
  plan: SheetPlan,
  row: number,
  title: string,
  styles: FaultStyles | undefined,
): RowPatch | undefined {
  const reason = plan.notes.get(row)
  if (reason !== undefined) {
    return {
      row,
      column: plan.column,
      text: reason,
      style: styles?.reason ?? 0,
      filled: styles?.filled,
      faulty: true,
    }
  }
  if (plan.again && row > (plan.headerRow ?? 0)) return { row, column: plan.column, text: null, style: 0, faulty: false }
  if (row !== plan.headerRow) return undefined
  return { row, column: plan.column, text: title, style: styles?.title ?? 0, faulty: false }
}
