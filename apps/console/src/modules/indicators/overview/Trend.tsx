import { dayNumber } from '@anye/kernel/calendar-date'
import { useT } from '../../../app/i18n/locale.tsx'
import { SparkLine } from '../../../ui/figures/SparkLine.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { trendLabel } from './trend-label.ts'
import type { TrendPoint } from './trend-label.ts'

interface TrendProps {
  /** Of what: an indicator or a place. */
  name: string
  trend: readonly TrendPoint[]
  /** Writes the first and last value as the page does. */
  print: (value: number | null) => string
}

/** The last weeks of a figure as a line; its words say from which value to which. */
export function Trend({ name, trend, print }: TrendProps) {
  const t = useT()
  const label = trendLabel({ name, trend, print }, t)
  if (label === undefined) return <span className="quiet">{NO_VALUE}</span>
  return <SparkLine points={trend.map(({ day, value }) => ({ at: dayNumber(day), value }))} label={label} />
}
