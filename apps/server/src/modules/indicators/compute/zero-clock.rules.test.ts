import { describe, expect, it } from 'vitest'
import { addDays } from '@anye/kernel/calendar-date'
import { addWorkdays } from '../../../platform/workdays.rules.ts'
import { clocksEndingBefore, firstOpenClock } from './zero-clock.rules.ts'

// A Friday of a summer without holidays.
const DAY = '2026-08-28'

describe('S23 the clocks that ran out in the last 30 days', () => {
  it('are due from the thirtieth day before to yesterday', () => {
    const clocks = clocksEndingBefore(DAY, 20)
    expect(clocks[0]).toEqual({ opened: '2026-07-01', due: '2026-07-29' })
    expect(clocks.at(-1)).toEqual({ opened: '2026-07-30', due: '2026-08-27' })
    expect(clocks).toHaveLength(30)
  })

  it('hold every opening once, and end where the clocks that still run begin', () => {
    for (let day = '2026-01-20'; day < '2026-12-01'; day = addDays(day, 3)) {
      const clocks = clocksEndingBefore(day, 20)
      expect(clocks.at(-1)?.opened).toBe(addDays(firstOpenClock(day, 20), -1))
      clocks.forEach(({ opened }, index) => expect(opened).toBe(addDays(clocks[0]?.opened ?? '', index)))
      for (const { opened, due } of [clocks[0], clocks.at(-1)].flatMap((clock) => clock ?? [])) {
        expect(due).toBe(addWorkdays(opened, 20))
        expect(due >= addDays(day, -30) && due < day, `${due} on ${day}`).toBe(true)
      }
      expect(addWorkdays(firstOpenClock(day, 20), 20) >= day).toBe(true)
      expect(addWorkdays(addDays(clocks[0]?.opened ?? '', -1), 20) < addDays(day, -30)).toBe(true)
    }
  })

  it('count working days: over the Spring Festival they began earlier', () => {
    expect(firstOpenClock('2026-03-13', 20) < addDays('2026-03-13', -28)).toBe(true)
  })
})
