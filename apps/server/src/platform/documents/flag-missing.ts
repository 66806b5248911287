import type { Block, OfficialDocument } from './official-document.ts'

/** Marks a character a printer lacks (下驷〓), as hot-metal printers did. */
export const GETA = '〓'

/** Every text of a document, in order. */
export function textsOf(document: OfficialDocument): string[] {
  const { head } = document
  return [
    document.title,
    head.mark,
    head.label ?? '',
    ...head.name,
    head.issue,
    head.issuer,
    head.date,
    ...head.signers,
    ...document.blocks.flatMap(textsOfBlock),
  ]
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return [block.title, ...block.columns.map(({ title }) => title), ...block.rows.flat(), block.foot ?? '']
    case 'closing':
    case 'imprint':
      return block.lines
    case 'annex':
      return [block.mark, block.title]
    default:
      return [block.text]
  }
}

/**
 * Characters of a document that the embedded font lacks (rare given names), each once, in order of
 * appearance.
 */
export function missingCharacters(
  document: OfficialDocument,
  isDrawable: (codePoint: number) => boolean,
): string[] {
  const missing = new Set<string>()
  for (const character of textsOf(document).join(''))
    if (!canDraw(character, isDrawable)) missing.add(character)
  return [...missing]
}

/**
 * Adds a line that names the missing characters by their code points (GB 18030 and Unicode share these), so
 * that a reader of the PDF, which shows 〓 in their place, can look them up; Word keeps the characters
 * themselves.
 */
export function flagMissing(
  document: OfficialDocument,
  isDrawable: (codePoint: number) => boolean,
): OfficialDocument {
  const missing = missingCharacters(document, isDrawable)
  if (missing.length === 0) return document
  const codes = missing
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join('、')
  const text = `本件有字库未收的字，PDF 中以“${GETA}”代替：${codes}。请以登记信息为准。`
  return { ...document, blocks: [...document.blocks, { kind: 'note', text }] }
}

/** The text with every character the font lacks replaced by 〓. */
export function drawable(text: string, isDrawable: (codePoint: number) => boolean): string {
  return [...text].map((character) => (canDraw(character, isDrawable) ? character : GETA)).join('')
}

function canDraw(character: string, isDrawable: (codePoint: number) => boolean): boolean {
  return /\s/.test(character) || isDrawable(character.codePointAt(0) ?? 0)
}
