import { XML_HEAD } from './sheet-xml.ts'

/** Numbers of the cell formats in the style sheet of workbooks we write (index into `cellXfs` below). */
export const STYLE = {
  plain: 0,
  title: 1,
  watermark: 2,
  header: 3,
  text: 4,
  idText: 5,
  number: 6,
  date: 7,
  reason: 8,
  plainFaulty: 9,
  dateFaulty: 10,
  plainDate: 11,
} as const

/** Light fill of a row with a fault and dark red of its reason, ARGB. */
export const FAULT_FILL = 'FFFFF2CC'
export const REASON_COLOUR = 'FFC00000'

const THIN = ['left', 'right', 'top', 'bottom']
  .map(side => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('')

const FONTS = [
  '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>',
  '<font><sz val="9"/><color rgb="FF7F7F7F"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  `<font><sz val="11"/><color rgb="${REASON_COLOUR}"/><name val="宋体"/><charset val="134"/></font>`,
]
// The first two fills are fixed by the format.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD9E7F5"/><bgColor indexed="64"/></patternFill></fill>',
  `<fill><patternFill patternType="solid"><fgColor rgb="${FAULT_FILL}"/><bgColor indexed="64"/></patternFill></fill>`,
]
const DATE_FORMAT = 164

/** In the order of `STYLE`. */
const CELL_FORMATS = [
  cellFormat({}),
  cellFormat({ font: 1, align: 'horizontal="center" vertical="center"' }),
  cellFormat({ font: 2, align: 'horizontal="right" vertical="center"' }),
  cellFormat({ font: 3, fill: 2, border: 1, align: 'horizontal="center" vertical="center" wrapText="1"' }),
  cellFormat({ border: 1, align: 'vertical="center"' }),
  cellFormat({ format: 49, border: 1, align: 'vertical="center"' }),
  cellFormat({ border: 1, align: 'horizontal="right" vertical="center"' }),
  cellFormat({ format: DATE_FORMAT, border: 1, align: 'horizontal="center" vertical="center"' }),
  cellFormat({ font: 4, fill: 3, align: 'vertical="center" wrapText="1"' }),
  cellFormat({ fill: 3 }),
  cellFormat({ format: DATE_FORMAT, fill: 3 }),
  cellFormat({ format: DATE_FORMAT }),
]

function cellFormat({ format = 0, font = 0, fill = 0, border = 0, align = '' }): string {
  const alignment = align === '' ? '' : `<alignment ${align}/>`
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  )
}

/** The style sheet (`xl/styles.xml`) of every workbook we write. */
export const STYLE_SHEET =
  `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  `<numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts><fills count="${FILLS.length}">${FILLS.join('')}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${THIN}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
