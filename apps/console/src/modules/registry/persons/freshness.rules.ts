import { daysBetween } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

export type Freshness = 'fresh' | 'expiring' | 'expired'

/** A week is what a village needs to call or visit before the claim decays. */
const EXPIRING_DAYS = 7

/** How a proof stands on a day: it counts through the day `freshUntil`. */
export function freshnessOn(freshUntil: CalendarDate, today: CalendarDate): Freshness {
  const left = daysBetween(today, freshUntil)
  if (left < 0) return 'expired'
  return left < EXPIRING_DAYS ? 'expiring' : 'fresh'
}

/** The proof that keeps a claim fresh longest; undefined without any. */
export function latestProof<Proof extends { freshUntil: CalendarDate }>(
  proofs: readonly Proof[],
): Proof | undefined {
  return proofs.toSorted((x, y) => y.freshUntil.localeCompare(x.freshUntil))[0]
}

/** A day as people say it beside today: `11-02` within the year, else with it. */
export function shortDay(day: CalendarDate, today: CalendarDate): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}
