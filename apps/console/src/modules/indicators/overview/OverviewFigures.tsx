import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { counterNames } from 'virtual:contract'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { FigureStrip } from '../../../ui/figures/Figure.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { FigureProps } from '../../../ui/figures/Figure.tsx'
import { formatInteger, formatPercent } from '../../../ui/format.ts'
import { counterBehind, formatIndicator } from '../indicator-names.ts'
import type { Figure, Overview } from '../indicator-types.ts'
import { Trend } from './Trend.tsx'

/** The figures of the strip, in the order a chief asks for them. */
const SHOWN: readonly IndicatorKey[] = ['A', 'B', 'zero', 'clearRate', 'employment', 'toVerify']
const BASIS = { household: 'overview.basis.household', person: 'overview.basis.person' } as const
const UNIT = { percent: 'unit.percent', households: 'unit.household.short', persons: 'unit.person' } as const

export function OverviewFigures({ overview, canList }: { overview: Overview; canList: boolean }) {
  const t = useT()
  const nameOf = useName()
  const place = overview.place.code
  const day = overview.fresh.live ? undefined : overview.fresh.day
  const toProps = (figure: Figure): FigureProps => {
    const indicator = INDICATORS[figure.key]
    const name = nameOf(indicator)
    const isRate = indicator.unit === 'percent'
    return {
      name,
      value: formatIndicator(figure),
      unit: figure.value === null ? undefined : t(UNIT[indicator.unit]),
      href: canList && figure.value !== null ? paths.members(counterBehind(figure.key), { place, day }) : undefined,
      delta: {
        value: figure.change,
        digits: isRate ? 1 : 0,
        unit: t(isRate ? 'unit.point' : UNIT[indicator.unit]),
        since: t('overview.since'),
      },
      ...(figure.plan === null ? {} : { state: figure.state, note: t('overview.plan', { plan: formatPercent(figure.plan) }) }),
      ...(figure.key === 'zero' ? { note: <Overdue overview={overview} /> } : {}),
      ...(figure.key === 'clearRate' ? { note: t('overview.clearRate') } : {}),
      ...(figure.key === 'toVerify' ? { note: t('overview.stale') } : {}),
      ...(figure.denominator === null ? {} : { basis: t(BASIS[indicatorBase(figure)], basisOf(figure)) }),
      trend: <Trend name={name} trend={figure.trend} print={isRate ? formatPercent : formatInteger} />,
    }
  }
  const figures = SHOWN.flatMap((key) => overview.figures.filter((figure) => figure.key === key))
  return <FigureStrip figures={figures.map(toProps)} />
}

/** The tail of the clock: households past their deadline, by word and shape. */
function Overdue({ overview: { zero } }: { overview: Overview }) {
  const t = useT()
  // A day that was never closed kept no clocks.
  if (zero.overdue === null) return null
  if (zero.overdue === 0) return t('overview.overdue.none')
  return (
    <span className="state-mark">
      <StateShape state="far_behind" />
      {t('overview.overdue', { count: formatInteger(zero.overdue) })}
    </span>
  )
}

/** What the base of a rate counts. */
function indicatorBase({ key }: Figure): 'household' | 'person' {
  const { denominator } = INDICATORS[key] as { denominator?: keyof typeof counterNames }
  return denominator === undefined ? 'person' : counterNames[denominator].over
}

function basisOf({ numerator, denominator }: Figure) {
  return { numerator: formatInteger(numerator), denominator: formatInteger(denominator) }
}
