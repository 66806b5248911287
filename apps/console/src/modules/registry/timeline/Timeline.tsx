import type { CalendarDate } from '@anye/kernel/calendar-date'
import { useT } from '../../../app/i18n/locale.tsx'
import { ticksOf, xOf } from './axis.geometry.ts'
import { layOut } from './layout.geometry.ts'
import type { Band, Layout, Strands } from './layout.geometry.ts'
import { PlaceStrand, TrainingStrand } from './SpanStrands.tsx'
import { useWidth } from './use-width.ts'
import { WageStrand } from './WageStrand.tsx'
import { WorkStrand } from './WorkStrand.tsx'
import './timeline.css'

const FIRST_WIDTH = 1160

interface TimelineProps {
  strands: Strands
  today: CalendarDate
  /** Whose it is, for screen readers. */
  name: string
}

/**
 * Work, places, training and wages of a person over one time axis (S86): what happened beside what, at a
 * look.
 */
export function Timeline({ strands, today, name }: TimelineProps) {
  const t = useT()
  const { ref, width } = useWidth(FIRST_WIDTH)
  const layout = layOut(strands, today, width)
  return (
    <figure className="timeline">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${layout.height}`}
          role="img"
          aria-label={t('timeline.describe', { name, jobs: strands.work.length })}
        >
          <StaleHatch />
          <Grid layout={layout} width={width} />
          <StrandName band={layout.work} name={t('timeline.work')} />
          <WorkStrand band={layout.work} axis={layout.axis} spans={layout.work.spans} />
          <StrandName band={layout.places} name={t('timeline.places')} />
          <PlaceStrand band={layout.places} spans={layout.places.spans} />
          <StrandName band={layout.trainings} name={t('timeline.training')} />
          <TrainingStrand band={layout.trainings} spans={layout.trainings.spans} />
          <StrandName band={layout.wages} name={t('timeline.wages')} />
          <WageStrand band={layout.wages} axis={layout.axis} wages={strands.wages} terms={strands.terms} />
          <Today x={xOf(layout.axis, today)} height={layout.height} />
        </svg>
      </div>
      <Legend />
    </figure>
  )
}

function StaleHatch() {
  return (
    <defs>
      <pattern
        id="timeline-stale"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--paper)" />
        <path d="M0 0v6" stroke="var(--map-2)" strokeWidth="4" />
      </pattern>
    </defs>
  )
}

function Grid({ layout, width }: { layout: Layout; width: number }) {
  const { axis, height, places, trainings, wages } = layout
  return (
    <g className="timeline-grid">
      {ticksOf(axis).map(({ x, label, isYear }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={18} y2={height} className={isYear ? 'is-year' : undefined} />
          <text x={x + 4} y={13} className={isYear ? 'is-year' : undefined}>
            {label}
          </text>
        </g>
      ))}
      {[places, trainings, wages].map(({ top }) => (
        <line key={top} x1={0} x2={width} y1={top - 8} y2={top - 8} className="is-strand" />
      ))}
    </g>
  )
}

function StrandName({ band, name }: { band: Band; name: string }) {
  return (
    <text className="timeline-name" x={0} y={band.top + 14}>
      {name}
    </text>
  )
}

function Today({ x, height }: { x: number; height: number }) {
  const t = useT()
  return (
    <g className="timeline-today">
      <line x1={x} x2={x} y1={18} y2={height - 14} />
      <text x={x} y={height - 2} textAnchor="middle">
        {t('timeline.today')}
      </text>
    </g>
  )
}

/** What shapes and lines mean, in words under the drawing; it prints with it. */
function Legend() {
  const t = useT()
  return (
    <figcaption className="timeline-legend">
      <span>
        <svg width="28" height="10" aria-hidden="true">
          <rect width="28" height="10" fill="var(--map-5)" />
        </svg>
        {t('timeline.open')}
      </span>
      <span>
        <svg width="28" height="10" aria-hidden="true">
          <rect width="27" height="9" x=".5" y=".5" fill="url(#timeline-stale)" stroke="var(--map-4)" />
        </svg>
        {t('timeline.stale')}
      </span>
      <span>
        <svg width="28" height="10" aria-hidden="true">
          <rect width="28" height="10" fill="var(--map-1)" />
        </svg>
        {t('timeline.past')}
      </span>
      <span>
        <svg width="28" height="10" aria-hidden="true">
          <line x1="0" x2="28" y1="5" y2="5" className="proof-line" />
          <circle cx="4" cy="5" r="3.5" className="proof-a" />
        </svg>
        {t('timeline.proof.a')}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <rect x="1.5" y="1.5" width="7" height="7" className="proof-b" />
        </svg>
        {t('timeline.proof.b')}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="3" className="proof-c" />
        </svg>
        {t('timeline.proof.c')}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="3" className="wage-paid" />
        </svg>
        {t('timeline.wage.paid')}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <rect x="2" y="2" width="6" height="6" className="wage-agreed" />
        </svg>
        {t('timeline.wage.agreed')}
      </span>
    </figcaption>
  )
}
