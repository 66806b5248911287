import { describe, expect, it } from 'vitest'
import type { CellInput } from './cell.ts'
import { readWage } from './wage-cell.ts'

const brief = (cell: CellInput) => {
  const wage = readWage(cell)
  return wage.ok ? [wage.min, wage.max, wage.basis, wage.monthly] : wage.fault
}

describe('3.3-10 wages', () => {
  it('3.3-10 reads one amount however it is written', () => {
    for (const cell of [3500, '3500', '3500元', '3,500元/月', '3500.00', '3千5', '三千五', '三千五百元', '0.35万', '月薪3500', '3.5k',
      '￥3500', '3500元一个月', '35００']) {
      expect(brief(cell), String(cell)).toEqual([3500, 3500, 'month', 3500])
    }
  })

  it('3.3-10 reads ranges and takes their middle', () => {
    for (const cell of ['3000-4000', '3000~4000元', '3000—4000', '3-4千', '三到四千', '3000至4000', '4000-3000']) {
      expect(brief(cell), cell).toEqual([3000, 4000, 'month', 3500])
    }
    expect(readWage('三千多')).toMatchObject({ min: 3000, max: 4000, monthly: 3500, approximate: true })
    expect(readWage('3500多')).toMatchObject({ min: 3500, max: 3600, approximate: true })
    expect(readWage('3500左右')).toMatchObject({ min: 3500, max: 3500, approximate: true })
    expect(readWage('底薪2000+提成')).toMatchObject({ min: 2000, monthly: 2000, approximate: true })
  })

  it('3.3-10 multiplies day wages by the configured days', () => {
    expect(brief('120/天')).toEqual([120, 120, 'day', 2640])
    expect(brief('日薪120-150元')).toEqual([120, 150, 'day', 2970])
    expect(readWage('120/天', { daysPerMonth: 26 })).toMatchObject({ monthly: 3120 })
    expect(brief('15元/小时')).toEqual([120, 120, 'day', 2640])
    expect(brief('4.8万/年')).toEqual([4000, 4000, 'month', 4000])
  })

  it('3.3-10 notes board and lodging beside the amount', () => {
    expect(readWage('包吃住3500')).toMatchObject({ ok: true, monthly: 3500, board: true })
    expect(readWage('3500(包吃包住)')).toMatchObject({ ok: true, monthly: 3500, board: true })
    expect(readWage('3500')).toMatchObject({ board: false })
  })

  it('3.3-10 keeps piece work without inventing an amount', () => {
    expect(brief('计件')).toEqual([null, null, 'piece', null])
    expect(brief('计件3000-5000')).toEqual([3000, 5000, 'piece', 4000])
  })

  it('3.3-10 uses the unit of the column title and never guesses one', () => {
    expect(readWage(0.35, { unit: 10_000 })).toMatchObject({ ok: true, monthly: 3500 })
    expect(brief(3.5)).toBe('unit_unclear')
    expect(brief('35')).toBe('unit_unclear')
  })

  it('3.3-10 says what is missing', () => {
    for (const cell of [null, '', '无', '/', 0, '0', '不详']) expect(brief(cell), String(cell)).toBe('missing')
    for (const cell of ['面议', '不固定']) expect(brief(cell), cell).toBe('unstated')
    for (const cell of ['问老板', true]) expect(brief(cell), String(cell)).toBe('unreadable')
  })
})
