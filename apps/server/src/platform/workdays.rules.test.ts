import { describe, expect, it } from 'vitest'
import { addWorkdays, isWorkingDay } from './workdays.rules.ts'

describe('working days', () => {
  it('counts the make-up Sunday 2025-09-28 and skips the holiday 2025-10-01', () => {
    expect(isWorkingDay('2025-09-28')).toBe(true)
    expect(isWorkingDay('2025-10-01')).toBe(false)
  })
  it('goes forward and back over a weekend', () => {
    expect(addWorkdays('2026-11-20', 1)).toBe('2026-11-23')
    expect(addWorkdays('2026-11-23', -1)).toBe('2026-11-20')
  })
  it('follows the week beyond the years that the calendar knows', () => {
    expect(isWorkingDay('2031-03-08')).toBe(false)
    expect(isWorkingDay('2031-03-10')).toBe(true)
  })
})
