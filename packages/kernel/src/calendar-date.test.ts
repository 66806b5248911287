import { describe, expect, it } from 'vitest'
import * as date from './calendar-date.ts'
import * as month from './calendar-month.ts'

describe('calendar date', () => {
  it('accepts only days that exist', () => {
    expect(date.isCalendarDate('2020-02-29')).toBe(true)
    for (const text of ['2019-02-29', '2020-13-01', '2020-04-31', '2020-4-1', '', '2020-04-01T00:00']) {
      expect(date.isCalendarDate(text), text).toBe(false)
    }
    expect(date.calendarDate(2020, 4, 1)).toBe('2020-04-01')
    expect(date.calendarDate(2020, 4, 31)).toBeUndefined()
    expect(date.calendarDate(2020, 0, 1)).toBeUndefined()
  })

  it('counts days across months, leap days and years', () => {
    expect(date.addDays('2020-02-28', 2)).toBe('2020-03-01')
    expect(date.addDays('2020-01-01', -1)).toBe('2019-12-31')
    expect(date.daysBetween('2020-01-01', '2021-01-01')).toBe(366)
    expect(() => date.dayNumber('2020-02-30')).toThrow(RangeError)
  })

  it('keeps the last day when the target month is shorter', () => {
    expect(date.addMonths('2020-01-31', 1)).toBe('2020-02-29')
    expect(date.addMonths('2020-03-31', -13)).toBe('2019-02-28')
    expect(date.addMonths('2020-11-15', 3)).toBe('2021-02-15')
  })

  it('counts the birthday itself as a completed year', () => {
    expect(date.ageOn('2004-04-01', '2020-03-31')).toBe(15)
    expect(date.ageOn('2004-04-01', '2020-04-01')).toBe(16)
    expect(date.ageOn('2004-02-29', '2019-02-28')).toBe(14)
    expect(date.ageOn('2004-02-29', '2019-03-01')).toBe(15)
    expect(date.ageOn('2020-04-02', '2020-04-01')).toBe(-1)
  })

  it('numbers weekdays from Monday to Sunday, also before 1970', () => {
    expect(date.weekday('2020-04-01')).toBe(3)
    expect(date.weekday('2020-04-05')).toBe(7)
    expect(date.weekday('1949-10-01')).toBe(6)
  })

  it('prints a day as documents do', () => {
    expect(date.toChinese('2020-04-01')).toBe('2020年4月1日')
    expect(month.monthToChinese('2020-04')).toBe('2020年4月')
  })

  it('turns the day at midnight in Shanghai, 16:00 UTC', () => {
    expect(date.businessDayOf(Date.UTC(2020, 3, 1, 15, 59, 59, 999))).toBe('2020-04-01')
    expect(date.businessDayOf(Date.UTC(2020, 3, 1, 16))).toBe('2020-04-02')
    expect(date.businessDayOf(date.startOfBusinessDay('2020-04-01'))).toBe('2020-04-01')
    expect(date.businessDayOf(date.startOfBusinessDay('2020-04-01') - 1)).toBe('2020-03-31')
  })
})

describe('calendar month', () => {
  it('shifts, counts and lists months', () => {
    expect(month.shiftMonth('2020-12', 1)).toBe('2021-01')
    expect(month.shiftMonth('2020-01', -1)).toBe('2019-12')
    expect(month.monthsBetween('2019-11', '2020-02')).toBe(3)
    expect(month.monthsFrom('2019-12', '2020-02')).toEqual(['2019-12', '2020-01', '2020-02'])
    expect(month.monthsFrom('2020-02', '2020-01')).toEqual([])
    expect(() => month.shiftMonth('2020-13', 1)).toThrow(RangeError)
  })

  it('knows the first and last day, leap February included', () => {
    expect(month.firstDayOf('2020-02')).toBe('2020-02-01')
    expect(month.lastDayOf('2020-02')).toBe('2020-02-29')
    expect(month.lastDayOf('1900-02')).toBe('1900-02-28')
  })
})
