import { describe, expect, it } from 'vitest'
import type { CellInput } from './cell.ts'
import { readDate } from './date-cell.ts'

const read = (cell: CellInput) => {
  const reading = readDate(cell, { asOfYear: 2020 })
  return reading.ok ? `${reading.date} ${reading.precision}` : reading.fault
}

describe('3.3-6 dates', () => {
  it('3.3-6 reads a day in every layout', () => {
    for (const cell of ['2020-4-1', '2020.4.1', '2020/04/01', '20200401', 20_200_401, '2020年4月1日', '2020年4月1号', '4月1日',
      '43922', 43_922, 43_922.75, '20.4.1', '2020-04-01 08:30:00', '2020 / 4 / 1', '２０２０．４．１', '二〇二〇年四月一日',
      '2020年04月01日起', '4.1', { date: '2020-04-01', serial: 43_922 }]) {
      expect(read(cell), String(cell)).toBe('2020-04-01 day')
    }
  })

  it('3.3-6 keeps the precision the sheet has', () => {
    for (const cell of ['2020年4月', '2020.4', 2020.4, '2020-04', '202004', '4月', '2020年4月初', '今年4月', '2020年4月份']) {
      expect(read(cell), String(cell)).toBe('2020-04-01 month')
    }
    for (const cell of ['2020', 2020, '2020年', '今年']) expect(read(cell), String(cell)).toBe('2020-01-01 year')
    expect(read('去年底')).toBe('2019-12-01 month')
    expect(read('去年')).toBe('2019-01-01 year')
  })

  it('3.3-6 puts two-digit years in the nearer century', () => {
    expect(read('85.3.1')).toBe('1985-03-01 day')
    expect(read('22.3.1')).toBe('2022-03-01 day')
    expect(read('31.3.1')).toBe('1931-03-01 day')
  })

  it('3.3-6 refuses a day that does not exist instead of moving it', () => {
    for (const cell of ['2020-04-31', '20200230', '2019年2月29日', '2020-13-01', '4月31日']) {
      expect(read(cell), String(cell)).toBe('no_such_day')
    }
  })

  it('3.3-6 says why it cannot tell', () => {
    expect(read(2020.1)).toBe('ambiguous')
    expect(read('2020.4-2021.3')).toBe('range')
    expect(read('2020年3月至今')).toBe('range')
    expect(read('至今')).toBe('open_ended')
    for (const cell of ['年后', '春节后', '过完年', '多年']) expect(read(cell), cell).toBe('vague')
    for (const cell of ['上学', true, 7, '1-2-3-4', '12345678901']) expect(read(cell), String(cell)).toBe('unreadable')
    for (const cell of [null, '', '无', '/', 0]) expect(read(cell), String(cell)).toBe('missing')
  })
})
