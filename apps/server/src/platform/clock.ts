import { businessDayOf, type CalendarDate } from '@anye/kernel/calendar-date'

/** The only source of time. Tests and the demo pass their own. */
export type Clock = { now: () => number; today: () => CalendarDate }

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => businessDayOf(Date.now()),
}

/** A clock that stands at one instant (milliseconds since 1970 UTC) until it is moved. */
export function clockAt(instant: number): Clock & { set: (instant: number) => void } {
  let current = instant
  return {
    now: () => current,
    today: () => businessDayOf(current),
    set: (next) => { current = next },
  }
}

const DAY_MS = 86_400_000

/** A clock that runs some whole days ahead of another (or, negative, behind it): an installation that lives in another time. */
export function shiftedClock(clock: Clock, days: number): Clock {
  if (days === 0) return clock
  const now = () => clock.now() + days * DAY_MS
  return { now, today: () => businessDayOf(now()) }
}
