import { normaliseHeader } from '@anye/contract/registry/imports/match-header'
import { looksLikeId, type SheetLayout } from './layout.rules.ts'
import { textAt, textsOf, type RosterRow } from './roster-row.rules.ts'

/** What a row below the header is. Only `data` rows are persons; all others are counted as skipped. */
export type RowKind = 'data' | 'blank' | 'header' | 'numbering' | 'subtotal' | 'footer' | 'title' | 'example'

/** Columns the decision needs, where the sheet has them; `facts` are all person and work columns but 序号. */
export type KindColumns = { seq?: number; name?: number; idNo?: number; facts: readonly number[] }

const SUBTOTAL = /^(?:本页|本表|本村|本组|全村|全镇|全乡|全县|全州|各?[村组镇乡])?(?:小计|合计|总计|共计|累计|汇总)/u
const SIGNER = '填表|填报|制表|制单|编制|审核|审批|复核|经办|统计|调查|登记|录入|核实|主要|分管|单位|村级'
const FOOTER = new RegExp(
  `^(?:${SIGNER})?(?:人|负责人|领导|单位|日期|时间)?(?:签字|签名|签章|盖章|\\(章\\))?[::]` +
    '|^(?:备注|说明|注|填表说明|填报说明|温馨提示)\\d*[::]|^(?:第\\d+页|共\\d+页)',
  'u',
)
const HEADING = /名册|台账|花名|统计表|登记表|清单|一览表|(?:村|社区|镇|乡|街道|组)$/u
const EXAMPLE = /^(?:例|示例|样例|举例|填写示例|范例)[::]?\d*$/u
const COLUMN_NUMBER = /^(?:\d{1,2}|[甲乙丙丁戊己庚])$/u

/** Decides what a row is. */
export function kindOfRow(row: RosterRow, layout: SheetLayout, columns: KindColumns): RowKind {
  const texts = textsOf(row)
  if (texts.length === 0) return 'blank'
  const name = columns.name === undefined ? '' : textAt(row, columns.name)
  const idNo = columns.idNo === undefined ? '' : textAt(row, columns.idNo)
  if (looksLikeId(idNo)) return isExample(row, columns) ? 'example' : 'data'
  if (isRepeatedHeader(row, layout)) return 'header'
  if (isNumbering(texts, layout)) return 'numbering'
  const first = texts[0] ?? ''
  if (texts.slice(0, 3).some((text) => SUBTOTAL.test(text.replaceAll(' ', '')))) return 'subtotal'
  if (FOOTER.test(first.replaceAll(' ', ''))) return 'footer'
  if (isExample(row, columns)) return 'example'
  if (texts.length <= 2 && isHeading(first, row, layout, columns)) return 'title'
  const hasFact = name !== '' || idNo !== '' || columns.facts.some((column) => textAt(row, column) !== '')
  return hasFact ? 'data' : 'blank'
}

function isExample(row: RosterRow, { seq, name }: KindColumns): boolean {
  return [seq, name].some((column) => column !== undefined && EXAMPLE.test(textAt(row, column)))
}

// A printed form repeats its header on each page; a data row shares at most a word (户主) with it.
function isRepeatedHeader(row: RosterRow, layout: SheetLayout): boolean {
  let filled = 0
  let same = 0
  for (const { index, path } of layout.columns) {
    const text = normaliseHeader(textAt(row, index))
    if (text === '') continue
    filled++
    if (path.some((title) => normaliseHeader(title) === text)) same++
  }
  return same >= 2 && same >= filled * 0.6
}

function isNumbering(texts: readonly string[], layout: SheetLayout): boolean {
  if (texts[0] === '栏次') return true
  if (texts.length < Math.max(3, layout.columns.length * 0.5)) return false
  if (!texts.every((text) => COLUMN_NUMBER.test(text))) return false
  const numbers = texts.map(Number).filter((value) => !Number.isNaN(value))
  return numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
}

// A heading between two villages of one sheet, or the title repeated on a page: one text across the table.
function isHeading(first: string, row: RosterRow, layout: SheetLayout, columns: KindColumns): boolean {
  if (layout.titles.includes(first)) return true
  const inFirstColumn = textAt(row, layout.columns[0]?.index ?? 0) === first
  const isName = columns.name !== undefined && textAt(row, columns.name) !== ''
  return inFirstColumn && !isName && first.length >= 4 && HEADING.test(first)
}
