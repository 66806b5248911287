import { LineRuleType, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import { isDrawable } from './fonts.ts'
import { OFFICIAL_LAYOUT as layout, WORD_FONTS } from './official-layout.ts'

const TWIPS_PER_POINT = 20
const TWIPS_PER_MM = 1440 / 25.4
/** Song face of the supplementary planes: what Word needs for rare characters of names. */
const RARE_FONT = 'SimSun-ExtB'

export const twipsOfMm = (mm: number): number => Math.round(mm * TWIPS_PER_MM)
export const twipsOfPoints = (points: number): number => Math.round(points * TWIPS_PER_POINT)

/** Width of the text area in twips. */
export const TEXT_WIDTH = twipsOfMm(layout.page.width - layout.page.left - layout.page.right)
/** The fixed pitch of body lines: 22 to the page. */
export const BODY_PITCH = { line: twipsOfMm(layout.lineMm), lineRule: LineRuleType.EXACT }

/** `size` in points. */
export type Face = {
  font: string
  /** Of Latin letters and digits, Times New Roman unless told. */ latin?: string
  size: number
  bold?: boolean
  color?: string
  spacing?: number
}

/** Text as runs: line breaks become breaks, characters beyond common fonts get a font that has them. */
export function runsOf(text: string, face: Face): TextRun[] {
  return text.split('\n').flatMap((line, index) =>
    splitRare(line).map(
      (part, position) =>
        new TextRun({
          ...faceOf(part, face),
          ...(index > 0 && position === 0 ? { break: 1 } : {}),
          text: part,
        }),
    ),
  )
}

export function paragraphOf(
  text: string,
  face: Face,
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({ ...options, children: runsOf(text, face) })
}

/** How Word is told a face: the Chinese font by name, Latin letters and digits in Times New Roman. */
export function faceOf(
  text: string,
  { font, latin = WORD_FONTS.latin, size, bold, color, spacing }: Face,
): IRunOptions {
  const eastAsia = isRare(text) ? RARE_FONT : font
  return {
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' },
    size: size * 2,
    ...(bold ? { bold } : {}),
    ...(color ? { color: color.replace('#', '') } : {}),
    ...(spacing ? { characterSpacing: twipsOfPoints(spacing) } : {}),
  }
}

function splitRare(line: string): string[] {
  const parts: string[] = []
  for (const character of line) {
    const last = parts.at(-1)
    if (last !== undefined && isRare(last) === isRare(character)) parts[parts.length - 1] = last + character
    else parts.push(character)
  }
  return parts
}

function isRare(text: string): boolean {
  const [first] = text
  return first !== undefined && !/\s/.test(first) && !isDrawable(first.codePointAt(0) ?? 0)
}
