import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { WagePoint } from '../registry-types.ts'
import type { Axis } from './axis.geometry.ts'
import type { Band } from './layout.geometry.ts'
import { NothingInStrand } from './NothingInStrand.tsx'
import { placeWages, topOfScale } from './wages.geometry.ts'

/** Room above the highest point for its words. */
const HEADROOM = 12

interface WageStrandProps {
  band: Band
  axis: Axis
  wages: readonly WagePoint[]
}

/** Monthly wages over a zero line: what was agreed and what evidence says was paid. */
export function WageStrand({ band, axis, wages }: WageStrandProps) {
  const t = useT()
  if (wages.length === 0) return <NothingInStrand band={band} text={t('timeline.wages.none')} />
  const bottom = band.top + band.height
  const scale = { bottom, height: band.height - HEADROOM }
  const placed = placeWages(wages, axis, scale, formatInteger)
  const path = placed.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    <g>
      <line x1={axis.left} x2={axis.right} y1={bottom} y2={bottom} className="wage-zero" />
      <text x={axis.left - 6} y={bottom} textAnchor="end" className="timeline-none">0</text>
      <text x={axis.left - 6} y={bottom - scale.height + 4} textAnchor="end" className="timeline-none">{formatInteger(topOfScale(wages))}</text>
      <path d={path} className="wage-line" />
      {placed.map(({ wage, x, y, label }, index) => (
        <g key={`${wage.onDate}:${index}`}>
          <title>{t(`timeline.wage.${wage.kind}.at`, { day: wage.onDate, yuan: formatInteger(wage.monthly), employer: wage.employer })}</title>
          {wage.kind === 'paid'
            ? <circle cx={x} cy={y} r="3" className="wage-paid" />
            : <rect x={x - 3} y={y - 3} width="6" height="6" className="wage-agreed" />}
          {label && <text x={x} y={y - 7} textAnchor="middle">{label}</text>}
        </g>
      ))}
    </g>
  )
}
