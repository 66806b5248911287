import { compactText, stripInvisible, toHalfWidth } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Reading } from './cell.ts'

/** What was changed; shown beside the raw text, which is kept. */
export type NameFix = 'spaces' | 'dot' | 'mark' | 'digits'

export type NameFault = 'missing' | 'lost_character' | 'not_a_name' | 'too_long'

export interface PersonName {
  name: string
  /** The sheet says the person has died: a query, never a silent removal. */
  deceasedMark: boolean
  headMark: boolean
  /** Text in brackets that is neither mark: usually a former or familiar name. */
  note?: string
  fixes: NameFix[]
  /** Characters outside the basic block (GB 18030-2022 levels 2, 3) or of private use: check how they print. */
  rareCharacters: string[]
}

export type NameReading = Reading<PersonName, NameFault>

const DECEASED = /(死亡|已故|亡故|去世|病故|过世|已死|^亡$|^故$)/u
const HEAD = /(户主|^主$)/u
// U+00B7 is the dot of registered names; the others are what input methods and fonts put in its place.
const DOTS = /[·•・‧∙⋅．｡。.]/gu
// A character the source could not write: the true one is unknown, so the name is not complete.
const LOST = /[?？□■◇\uFFFD]/u

/**
 * Reads a name cell (DOMAIN §3.3-7). NFC only: compatibility forms are left to the reader's eye. Variant
 * characters are kept, because the police register is the truth for a name.
 */
export function readName(cell: CellInput): NameReading {
  if (isEmptyCell(cell)) return faultOf('missing', cell)
  const fixes = new Set<NameFix>()
  const marks: string[] = []
  let text = stripInvisible(toHalfWidth(cellText(cell))).normalize('NFC')
  text = text.replace(/[([【{〔]([^)\]】}〕]*)[)\]】}〕]?/gu, (_, inside: string) => {
    marks.push(compactText(inside))
    return ''
  })
  text = text.replace(/[-—:：,，]*(已死亡|死亡|已故|去世|病故|户主)$/u, (_, mark: string) => {
    marks.push(mark)
    return ''
  })
  const name = tidyName(text, fixes)
  if (LOST.test(name)) return faultOf('lost_character', cell)
  if (name === '' || /[\d@#%&=]/u.test(name)) return faultOf('not_a_name', cell)
  if ([...name].length > 50) return faultOf('too_long', cell)
  if (marks.length > 0) fixes.add('mark')
  const note = marks.filter((mark) => mark !== '' && !DECEASED.test(mark) && !HEAD.test(mark)).join(' ')
  return {
    ok: true, name,
    deceasedMark: marks.some((mark) => DECEASED.test(mark)),
    headMark: marks.some((mark) => HEAD.test(mark)),
    ...(note === '' ? {} : { note }),
    fixes: [...fixes],
    rareCharacters: [...new Set([...name].filter(isRare))],
  }
}

function tidyName(text: string, fixes: Set<NameFix>): string {
  const trimmed = text.trim()
  // A list number run into the name: 1张三, 1.张三.
  const numbered = trimmed.replace(/^\d{1,3}[.、\s]?(?=\p{Script=Han})/u, '')
  if (numbered !== trimmed) fixes.add('digits')
  // Latin names keep single spaces; between Han characters a space is only layout.
  const closed = numbered.replace(/\s+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}·•・‧.]) | (?=[\p{Script=Han}·•・‧.])/gu, '')
  if (closed !== numbered) fixes.add('spaces')
  const dotted = closed.replace(/^[·•・‧.]+|[·•・‧.]+$/gu, '').replace(DOTS, '·').replace(/·+/gu, '·')
  if (dotted !== closed) fixes.add('dot')
  return dotted
}

function isRare(char: string): boolean {
  const point = char.codePointAt(0) ?? 0
  if (point >= 0xe000 && point <= 0xf8ff) return true
  const isHan = /\p{Script=Han}/u.test(char)
  return isHan && (point < 0x4e00 || point > 0x9fa5) && char !== '〇'
}
