import { daysBetween } from '@anye/kernel/calendar-date'
import type { Translate } from '../../../app/i18n/translate.ts'
import type { Figure } from '../indicator-types.ts'

export type TrendPoint = Figure['trend'][number]

interface Told {
  name: string
  trend: readonly TrendPoint[]
  print: (value: number | null) => string
}

/** A trend in words, undefined while there is no day to compare with. */
export function trendLabel({ name, trend, print }: Told, t: Translate): string | undefined {
  const [first] = trend
  const last = trend.at(-1)
  if (!first || !last || first === last) return undefined
  const days = daysBetween(first.day, last.day)
  return t('overview.trend.label', { name, days, from: print(first.value), to: print(last.value) })
}
