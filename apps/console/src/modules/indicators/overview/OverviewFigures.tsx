import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { FigureStrip } from '../../../ui/figures/Figure.tsx'
import type { FigureProps } from '../../../ui/figures/Figure.tsx'
import { SparkLine } from '../../../ui/figures/SparkLine.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { counterBehind, formatIndicator } from '../indicator-names.ts'
import type { Figure, Overview } from '../indicator-types.ts'

/** The figures of the strip, in the order a chief asks for them. */
const SHOWN: readonly IndicatorKey[] = ['A', 'B', 'zero', 'employment', 'toVerify']
const UNIT = { percent: 'unit.percent', households: 'unit.household', persons: 'unit.person' } as const

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
      ...(figure.plan === null ? {} : { state: figure.state }),
      ...(figure.denominator === null ? {} : { basis: t('overview.basis', basisOf(figure)) }),
      trend: (
        <SparkLine
          values={figure.trend.map(({ value }) => value)}
          label={t('overview.trend.label', { name, days: figure.trend.length })}
        />
      ),
    }
  }
  const figures = SHOWN.flatMap((key) => overview.figures.filter((figure) => figure.key === key))
  return <FigureStrip figures={figures.map(toProps)} />
}

function basisOf({ numerator, denominator }: Figure) {
  return { numerator: formatInteger(numerator), denominator: formatInteger(denominator) }
}
