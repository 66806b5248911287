import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type Table,
} from 'docx'
import { drawHead } from './docx-head.ts'
import { drawTable } from './docx-table.ts'
import { BODY_PITCH, faceOf, paragraphOf, twipsOfMm, twipsOfPoints, type Face } from './docx-text.ts'
import { flagMissing, textsOf } from './flag-missing.ts'
import { embeddedFonts, isDrawable } from './fonts.ts'
import type { Block, OfficialDocument } from './official-document.ts'
import { OFFICIAL_LAYOUT as layout, WORD_FONTS } from './official-layout.ts'

const BODY: Face = { font: WORD_FONTS.body, size: layout.body }
const TWO_CHARACTERS = twipsOfPoints(layout.body * 2)

/** The document as Word (.docx), drawn from the same model and measures as the PDF. */
export function writeDocx(document: OfficialDocument): Promise<Buffer> {
  const flagged = flagMissing(document, isDrawable)
  const { title, head, blocks } = flagged
  const { page } = layout
  return Packer.toBuffer(
    new Document({
      title,
      creator: head.issuer,
      evenAndOddHeaderAndFooters: true,
      fonts: embeddedFonts(textsOf(flagged)),
      styles: { default: { document: { run: faceOf('', BODY) } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: twipsOfMm(page.width), height: twipsOfMm(page.height) },
              margin: {
                top: twipsOfMm(page.top),
                bottom: twipsOfMm(page.bottom),
                left: twipsOfMm(page.left),
                right: twipsOfMm(page.right),
                footer: twipsOfMm(page.bottom - 12),
              },
            },
          },
          footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
          children: [...drawHead(head), ...blocks.flatMap(drawBlock)],
        },
      ],
    }),
  )
}

/** `— 1 —` on the outer edge, one character in. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const face = faceOf('', { font: WORD_FONTS.table, size: layout.pageNumber })
  const indent = { left: twipsOfPoints(layout.pageNumber), right: twipsOfPoints(layout.pageNumber) }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [new TextRun({ ...face, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

function drawBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [
        paragraphOf(block.text, BODY, {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: TWO_CHARACTERS },
          spacing: BODY_PITCH,
        }),
      ]
    case 'note':
      return [note(block.text)]
    case 'table':
      return drawTable(block)
    case 'closing':
      return closing(block.lines)
    case 'imprint':
      return imprint(block.lines)
    case 'annex':
      return annex(block)
  }
}

function heading({ level, text }: Extract<Block, { kind: 'heading' }>): Paragraph {
  const font = level === 1 ? WORD_FONTS.heading1 : WORD_FONTS.heading2
  const indent = { firstLine: TWO_CHARACTERS }
  const place = { keepNext: true, outlineLevel: level - 1, indent, spacing: BODY_PITCH }
  return paragraphOf(text, { ...BODY, font }, place)
}

function note(text: string): Paragraph {
  return paragraphOf(
    text,
    { ...BODY, size: layout.small },
    {
      indent: { left: twipsOfMm(3) },
      spacing: { before: twipsOfMm(1), after: twipsOfMm(1) },
      border: { left: { style: BorderStyle.SINGLE, size: 12, color: '969696', space: 6 } },
    },
  )
}

// Kept with what follows: an imprint alone on the last page would read as a stray leaf.
function closing(lines: readonly string[]): Paragraph[] {
  return lines.map((line, index) =>
    paragraphOf(line, BODY, {
      alignment: AlignmentType.RIGHT,
      indent: { right: TWO_CHARACTERS },
      keepNext: true,
      spacing: { ...BODY_PITCH, before: index === 0 ? twipsOfMm(12) : 0 },
    }),
  )
}

function annex({ mark, title }: Extract<Block, { kind: 'annex' }>): Paragraph[] {
  const face = { font: WORD_FONTS.head, size: layout.annexTitle }
  return [
    paragraphOf(
      mark,
      { ...BODY, font: WORD_FONTS.heading1 },
      { pageBreakBefore: true, spacing: { after: twipsOfMm(4) } },
    ),
    paragraphOf(title, face, { alignment: AlignmentType.CENTER, spacing: { after: twipsOfMm(2) } }),
  ]
}

function imprint(lines: readonly string[]): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 4 }
  // Word joins the borders of neighbouring paragraphs into one box, so every line carries both.
  return lines.map((line, index) =>
    paragraphOf(
      line,
      { ...BODY, size: layout.imprint },
      {
        border: { top: rule, bottom: rule },
        keepLines: true,
        keepNext: index < lines.length - 1,
        spacing: { before: index === 0 ? twipsOfMm(10) : 0, line: twipsOfPoints(22) },
      },
    ),
  )
}
