import { formatSigned, NO_VALUE } from '../../ui/format.ts'

/** A rate with two decimals, as documents print it. */
export function rateText(value: number | null): string {
  return value === null ? NO_VALUE : value.toFixed(2)
}

/** A change with its sign; nothing on the first closed day. */
export function changeText(value: number | null, digits = 0): string {
  return value === 0 ? '0' : formatSigned(value, digits)
}

/** Places gained or lost since the day before. */
export function movedText(change: number | null): string {
  if (change === null || change === 0) return NO_VALUE
  return `${change > 0 ? '↑' : '↓'}${Math.abs(change)}`
}
