import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { WagePoint } from '../registry-types.ts'
import { xOf } from './axis.geometry.ts'
import type { Axis } from './axis.geometry.ts'
import type { Band } from './layout.geometry.ts'
import type { WageTerm } from './strands.rules.ts'
import { NothingInStrand } from './NothingInStrand.tsx'
import { heightOf, placeWages } from './wages.geometry.ts'

/** Room above the highest point for its words. */
const HEADROOM = 12
/** The unit stands below the strand's name. */
const UNIT_BELOW = 18

interface WageStrandProps {
  band: Band
  axis: Axis
  wages: readonly WagePoint[]
  terms: readonly WageTerm[]
}

/** Monthly wages over a zero line: what was agreed and what evidence says was paid. */
export function WageStrand({ band, axis, wages, terms }: WageStrandProps) {
  const t = useT()
  if (wages.length === 0) return <NothingInStrand band={band} text={t('timeline.wages.none')} />
  const bottom = band.top + band.height
  const scale = { bottom, height: band.height - HEADROOM }
  const placed = placeWages(wages, axis, scale, formatInteger)
  const yOf = heightOf(wages, scale)
  return (
    <g>
      <line x1={axis.left} x2={axis.right} y1={bottom} y2={bottom} className="wage-zero" />
      <text x={axis.left - 6} y={bottom} textAnchor="end" className="timeline-none">
        0
      </text>
      <text x={axis.left - 6} y={band.top + HEADROOM + UNIT_BELOW} textAnchor="end" className="timeline-none">
        {t('unit.yuanMonth')}
      </text>
      {terms.map(({ key, from, to, monthly }) => (
        <line
          key={key}
          x1={xOf(axis, from)}
          x2={xOf(axis, to)}
          y1={yOf(monthly)}
          y2={yOf(monthly)}
          className="wage-line"
        />
      ))}
      {placed.map(({ wage, x, y, label }, index) => (
        <g key={`${wage.onDate}:${index}`}>
          <title>
            {t(`timeline.wage.${wage.kind}.at`, {
              day: wage.onDate,
              yuan: formatInteger(wage.monthly),
              employer: wage.employer,
            })}
          </title>
          {wage.kind === 'paid' ? (
            <circle cx={x} cy={y} r="3" className="wage-paid" />
          ) : (
            <rect x={x - 3} y={y - 3} width="6" height="6" className="wage-agreed" />
          )}
          {label && (
            <text x={x} y={y - 7} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
