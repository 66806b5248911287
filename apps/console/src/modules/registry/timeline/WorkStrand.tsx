import { EVIDENCE } from '@anye/codes/evidence'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import type { Proof } from '../registry-types.ts'
import { xOf } from './axis.geometry.ts'
import type { Axis } from './axis.geometry.ts'
import type { PlacedSpan } from './lanes.geometry.ts'
import { WORK_LANE } from './layout.geometry.ts'
import type { Band } from './layout.geometry.ts'
import type { WorkSpan, WorkTone } from './strands.rules.ts'
import { NothingInStrand } from './NothingInStrand.tsx'

const BAR = 18
const PROOF_LINE = 23
/** Words stay readable on a dark and on a hatched bar. */
const ON_BAR: Partial<Record<WorkTone, string>> = { open: 'is-light', stale: 'is-stale' }

interface WorkStrandProps {
  band: Band
  axis: Axis
  spans: readonly PlacedSpan<WorkSpan>[]
}

/** Jobs as bars; under each, how long its evidence held: a gap in that line is a time nobody vouched for. */
export function WorkStrand({ band, axis, spans }: WorkStrandProps) {
  const t = useT()
  if (spans.length === 0) return <NothingInStrand band={band} text={t('timeline.work.none')} />
  return spans.map(({ span, x, width, lane, text, textX, anchor, isInside }) => {
    const top = band.top + lane * WORK_LANE
    return (
      <g key={span.key}>
        <rect x={x} y={top} width={width} height={BAR} className={`work-bar is-${span.tone}`}>
          <title>{`${span.label} ${span.from} – ${isOpen(span) ? t('timeline.now') : span.to}`}</title>
        </rect>
        <text x={textX} y={top + 13} textAnchor={anchor} className={isInside ? ON_BAR[span.tone] : undefined}>
          {text}
        </text>
        {span.proofs.map((proof) => (
          <ProofLine key={proof.id} proof={proof} axis={axis} y={top + PROOF_LINE} until={span.to} />
        ))}
      </g>
    )
  })
}

function isOpen({ tone }: WorkSpan): boolean {
  return tone === 'open' || tone === 'stale'
}

interface ProofLineProps {
  proof: Proof
  axis: Axis
  y: number
  /** A proof says nothing about the time after its job. */
  until: string
}

function ProofLine({ proof, axis, y, until }: ProofLineProps) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const x = xOf(axis, proof.onDate)
  const end = xOf(axis, proof.freshUntil < until ? proof.freshUntil : until)
  const words = { kind: nameOf(EVIDENCE, proof.kind), on: proof.onDate, until: proof.freshUntil }
  return (
    <g>
      <title>{t('timeline.proof', words)}</title>
      {end > x && <line x1={x} x2={end} y1={y} y2={y} className="proof-line" />}
      {proof.grade === 'a' && <circle cx={x} cy={y} r="3.5" className="proof-a" />}
      {proof.grade === 'b' && <rect x={x - 3.5} y={y - 3.5} width="7" height="7" className="proof-b" />}
      {proof.grade === 'c' && <circle cx={x} cy={y} r="3" className="proof-c" />}
    </g>
  )
}
