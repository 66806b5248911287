import { describe, expect, it } from 'vitest'
import { cardMonthOn, daysOfMonth } from '../months/card-month.rules.ts'
import { timeOfCheck } from './check-time.rules.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const PARAMETERS = { skewHours: 24, opensDay: 6, dueDay: 5 }
const time = (deviceAt: string, receivedAt: string, skewSeconds = 0) =>
  timeOfCheck({ deviceAt: at(deviceAt), receivedAt: at(receivedAt), skewSeconds, dueOn: '2026-12-05' }, PARAMETERS)

describe('the time of a check', () => {
  it('S79 is the device’s: a check of the 5th that arrives on the 9th is in time', () => {
    expect(time('2026-12-05T23:50:00', '2026-12-09T08:00:00')).toMatchObject({ day: '2026-12-05', late: false, clockWrong: false })
  })
  it('is the device’s up to a day of skew, and the arrival beyond it', () => {
    expect(time('2026-12-05T20:00:00', '2026-12-06T10:00:00', -23 * 3600)).toMatchObject({ late: false, clockWrong: false })
    expect(time('2026-12-01T20:00:00', '2026-12-06T10:00:00', -25 * 3600)).toMatchObject({ day: '2026-12-06', late: true, clockWrong: true })
    expect(time('2026-12-09T20:00:00', '2026-12-05T10:00:00', 0)).toMatchObject({ day: '2026-12-05', late: false, clockWrong: true })
  })
  it('never lies in our future', () => {
    expect(time('2026-12-05T20:00:00', '2026-12-05T10:00:00', 36_000).observed).toBe(at('2026-12-05T10:00:00'))
  })
})

describe('the card month', () => {
  it('S79 runs from its opening day to the due day of the next month', () => {
    expect(['2026-11-05', '2026-11-06', '2026-12-05', '2026-12-06', '2027-01-05'].map((day) => cardMonthOn(day, PARAMETERS)))
      .toEqual(['2026-10', '2026-11', '2026-11', '2026-12', '2026-12'])
    expect(daysOfMonth('2026-12', PARAMETERS)).toEqual({ asOf: '2026-12-31', dueOn: '2027-01-05' })
  })
})
