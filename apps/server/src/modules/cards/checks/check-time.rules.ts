import type { CardParameters } from '@anye/contract/cards/card-parameters'
import { businessDayOf, type CalendarDate } from '@anye/kernel/calendar-date'

const HOUR_MS = 3_600_000

/** `observed` in milliseconds since 1970 UTC, the instant that counts. */
export type CheckTime = { observed: number; day: CalendarDate; late: boolean; clockWrong: boolean }

type Claim = {
  /** By the device's clock, milliseconds since 1970 UTC. */
  deviceAt: number
  receivedAt: number
  /** Device clock minus ours when it was sent; 0 for a desk. */
  skewSeconds: number
  dueOn: CalendarDate
}

/**
 * When a check was made: by the device's clock as long as that is not off by more than the hours allowed, else by its
 * arrival, and the check says so. What lies in our future arrives now.
 */
export function timeOfCheck({ deviceAt, receivedAt, skewSeconds, dueOn }: Claim, { skewHours }: Pick<CardParameters, 'skewHours'>): CheckTime {
  const mostMs = skewHours * HOUR_MS
  const clockWrong = Math.abs(skewSeconds) * 1000 > mostMs || deviceAt - receivedAt > mostMs
  const observed = clockWrong ? receivedAt : Math.min(deviceAt, receivedAt)
  const day = businessDayOf(observed)
  return { observed, day, late: day > dueOn, clockWrong }
}
