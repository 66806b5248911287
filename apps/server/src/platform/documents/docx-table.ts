import {
  AlignmentType,
  BorderStyle,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type Paragraph,
} from 'docx'
import { paragraphOf, TEXT_WIDTH, twipsOfMm, twipsOfPoints, type Face } from './docx-text.ts'
import type { TableBlock } from './official-document.ts'
import { OFFICIAL_LAYOUT as layout, WORD_FONTS } from './official-layout.ts'

const SIDES = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
// Digits of the song face are half an em each: columns line up and their widths are known.
const BODY: Face = { font: WORD_FONTS.table, latin: WORD_FONTS.table, size: layout.table }
const HEAD: Face = { ...BODY, font: WORD_FONTS.heading1 }
// Word counts border widths in eighths of a point.
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/**
 * A table with its title above, a head that is repeated on every page, and rows that do not break across
 * pages.
 */
export function drawTable(block: TableBlock): (Paragraph | Table)[] {
  const title = paragraphOf(
    block.title,
    { font: WORD_FONTS.heading1, size: layout.tableTitle },
    {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: twipsOfMm(2), after: twipsOfMm(1.5) },
    },
  )
  // Word glues two tables that follow each other; the small print or an empty line keeps them apart.
  const foot = paragraphOf(block.foot ?? '', BODY, { spacing: { before: twipsOfMm(1), after: twipsOfMm(2) } })
  return [...(block.title === '' ? [] : [title]), tableOf(block), foot]
}

const BORDERS = {
  top: HAIRLINE,
  bottom: HAIRLINE,
  left: HAIRLINE,
  right: HAIRLINE,
  insideHorizontal: HAIRLINE,
  insideVertical: HAIRLINE,
}
const MARGINS = {
  left: twipsOfMm(layout.cellMm),
  right: twipsOfMm(layout.cellMm),
  top: twipsOfMm(0.6),
  bottom: twipsOfMm(0.6),
}
const HEAD_SHADING = { type: ShadingType.CLEAR, fill: layout.grey.replace('#', '') }

function tableOf({ columns, rows }: TableBlock): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / whole))
  const head = columns.map(({ title }, index) => cell(title, widths[index], 'head'))
  const body = (row: readonly string[]) =>
    row.map((text, index) => cell(text, widths[index], columns[index]?.align ?? 'left'))
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    margins: MARGINS,
    borders: BORDERS,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: body(row) })),
    ],
  })
}

function cell(text: string, width: number | undefined, place: 'head' | keyof typeof SIDES): TableCell {
  const isHead = place === 'head'
  const alignment = isHead ? AlignmentType.CENTER : SIDES[place]
  return new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(isHead ? { shading: HEAD_SHADING } : {}),
    children: [paragraphOf(text, isHead ? HEAD : BODY, { alignment, spacing: { line: twipsOfPoints(12) } })],
  })
}
