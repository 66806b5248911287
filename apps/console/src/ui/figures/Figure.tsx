import type { PlanState } from '@anye/contract/indicators/endpoints'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { Delta } from './Delta.tsx'
import { UiLink } from '../link.tsx'
import { StateMark } from './StateMark.tsx'
import './figure.css'

export interface FigureProps {
  name: string
  /** Already formatted. */
  value: string
  unit?: string | undefined
  /** The records behind the figure; every figure should have one. */
  href?: string | undefined
  delta?: { value: number | null; digits?: number; unit?: string; since: string }
  state?: PlanState | undefined
  /** Beside the state: what it is compared with, or how urgent it is. */
  note?: ReactNode
  /** Base of a rate, for example "14,203 / 14,733 户". */
  basis?: string
  trend?: ReactNode
}

/** One key figure: name, number with unit, change, state, basis. The number is the link. */
export function Figure({ name, value, unit, href, delta, state, note, basis, trend }: FigureProps) {
  const t = useT()
  const number = (
    <>
      <span className="figure-value">{value}</span>
      {unit && <span className="figure-unit">{unit}</span>}
    </>
  )
  return (
    <div className="figure">
      <div className="figure-name" title={name}>{name}</div>
      <div className="figure-number">
        {href ? <UiLink href={href} aria-label={t('figure.open', { name })}>{number}</UiLink> : number}
        {trend && <span className="figure-trend">{trend}</span>}
      </div>
      <div className="figure-foot">
        {state && <StateMark state={state} />}
        {note && <span className="quiet">{note}</span>}
      </div>
      <div className="figure-foot">
        {basis && <span className="quiet">{basis}</span>}
        {delta && <Delta {...delta} withUnit />}
      </div>
    </div>
  )
}

/** Figures in one printed line, divided by hairlines. */
export function FigureStrip({ figures }: { figures: readonly FigureProps[] }) {
  return (
    <div className="figure-strip">
      {figures.map((figure) => <Figure key={figure.name} {...figure} />)}
    </div>
  )
}
