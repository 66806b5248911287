import { AlignmentType, BorderStyle, Paragraph, TabStopType } from 'docx'
import { paragraphOf, runsOf, TEXT_WIDTH, twipsOfMm, type Face } from './docx-text.ts'
import type { OfficialDocument } from './official-document.ts'
import { OFFICIAL_LAYOUT as layout, WORD_FONTS } from './official-layout.ts'

const RED: Pick<Face, 'font' | 'color'> = { font: WORD_FONTS.head, color: layout.red }

/** The red head (版头): mark and label, name in red, issue, issuer and date, signer, the red rule. */
export function drawHead(head: OfficialDocument['head']): Paragraph[] {
  const issuer: Face = { font: WORD_FONTS.body, size: layout.issuer }
  const last = head.name.length - 1
  return [
    twoSided(
      head.mark,
      { font: WORD_FONTS.heading1, size: layout.mark },
      head.label ?? '',
      { font: WORD_FONTS.body, size: layout.mark },
      twipsOfMm(8),
    ),
    ...head.name.map((line, index) =>
      paragraphOf(
        line,
        {
          ...RED,
          size: index === last ? layout.headKind : layout.headName,
          spacing: index === last ? layout.headKind * 0.6 : 1,
        },
        { alignment: AlignmentType.CENTER, spacing: { after: twipsOfMm(2) } },
      ),
    ),
    paragraphOf(
      head.issue,
      { font: WORD_FONTS.body, size: layout.issue },
      { alignment: AlignmentType.CENTER, spacing: { before: twipsOfMm(2), after: twipsOfMm(3) } },
    ),
    twoSided(head.issuer, issuer, head.date, issuer, twipsOfMm(2)),
    ...head.signers.map((signer) => paragraphOf(signer, issuer, { alignment: AlignmentType.RIGHT })),
    new Paragraph({
      spacing: { after: twipsOfMm(7), line: twipsOfMm(2) },
      // Eighths of a point: 0.7 mm are 2 pt.
      border: {
        bottom: { style: BorderStyle.SINGLE, size: 16, color: layout.red.replace('#', ''), space: 1 },
      },
    }),
  ]
}

function twoSided(left: string, leftFace: Face, right: string, rightFace: Face, after: number): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    spacing: { after },
    children: [...runsOf(left, leftFace), ...runsOf('\t', rightFace), ...runsOf(right, rightFace)],
  })
}
