import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { IndicatorValue } from './indicator-types.ts'
import { formatInteger, formatPercent } from '../../ui/format.ts'

/** The value as printed without its unit: `96.4` for a rate, `1,204` for a count. */
export function formatIndicator(value: IndicatorValue): string {
  return INDICATORS[value.key].unit === 'percent' ? formatPercent(value.value) : formatInteger(value.value)
}

/** The counter whose list an official works through: those who still lack it, else those counted. */
export function counterBehind(key: IndicatorKey): string {
  const indicator = INDICATORS[key]
  return 'missing' in indicator ? indicator.missing : indicator.numerator
}

/** The value of one indicator in a row, undefined when the server did not send it. */
export function valueOf(values: readonly IndicatorValue[], key: IndicatorKey): IndicatorValue | undefined {
  return values.find((value) => value.key === key)
}
