import { useT } from '../../../app/i18n/locale.tsx'
import type { PlacedSpan, Span } from './lanes.geometry.ts'
import { SPAN_LANE } from './layout.geometry.ts'
import type { Band } from './layout.geometry.ts'
import type { PlaceSpan } from './strands.rules.ts'
import { NothingInStrand } from './NothingInStrand.tsx'

const BAR = 16

interface StrandProps<S extends Span> {
  band: Band
  spans: readonly PlacedSpan<S>[]
}

/** Where the person worked: the further from home, the darker. */
export function PlaceStrand({ band, spans }: StrandProps<PlaceSpan>) {
  const t = useT()
  if (spans.length === 0) return <NothingInStrand band={band} text={t('timeline.places.none')} />
  return spans.map((placed) => (
    <Bar
      key={placed.span.key}
      placed={placed}
      band={band}
      className={`place-bar is-area-${placed.span.area}`}
    />
  ))
}

export function TrainingStrand({ band, spans }: StrandProps<Span>) {
  const t = useT()
  if (spans.length === 0) return <NothingInStrand band={band} text={t('timeline.training.none')} />
  return spans.map((placed) => (
    <Bar key={placed.span.key} placed={placed} band={band} className="training-bar" />
  ))
}

interface BarProps {
  placed: PlacedSpan<Span>
  band: Band
  className: string
}

function Bar({ placed: { span, x, width, lane, text, textX, anchor, isInside }, band, className }: BarProps) {
  const top = band.top + lane * SPAN_LANE
  return (
    <g className={isInside ? 'is-inside' : undefined}>
      <rect x={x} y={top} width={width} height={BAR} className={className}>
        <title>{`${span.label} ${span.from} – ${span.to}`}</title>
      </rect>
      <text x={textX} y={top + 12} textAnchor={anchor}>
        {text}
      </text>
    </g>
  )
}
