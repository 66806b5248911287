import { FIELD_LEVELS } from '@anye/contract/access'
import { describe, expect, it } from 'vitest'
import { healthFor, maskBankNo, maskFor, maskIdNo, maskName, maskPhone, wageBand } from './mask.rules.ts'

describe('masking', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王*明'],
    ['欧阳修文', '欧阳**'],
    ['𠀀三', '𠀀*'],
    ['韦', '*'],
    ['', ''],
  ])('shows the name %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('shows area and last four of an ID, 18 or 15 digits, and nothing of a fragment', () => {
    expect(maskIdNo('522326199001010011')).toBe('522326********0011')
    expect(maskIdNo('522326900101001')).toBe('522326*****1001')
    expect(maskIdNo('5223260011')).toBe('**********')
  })

  it('shows three and four digits of a phone and the last four of an account', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('110')).toBe('***')
    expect(maskBankNo('6217001234567890123')).toBe('****0123')
    expect(maskBankNo('123')).toBe('***')
  })

  it.each([
    [0, '0-1000'],
    [2999, '2000-3000'],
    [3000, '3000-4000'],
    [9000, '8000+'],
  ])('puts the wage %d into the band %s', (wage, band) => {
    expect(wageBand(wage)).toBe(band)
  })

  it.each([
    ['name', '王小明', [null, '王*明', '王小明', '王小明']],
    ['phone', '13812345678', [null, '138****5678', '13812345678', '13812345678']],
    ['idNo', '522326199001010011', [null, '522326********0011', '522326********0011', '522326199001010011']],
    ['bankNo', '6217001234567890123', [null, null, '****0123', '6217001234567890123']],
  ] as const)('gives %s by field level F1 to F4', (field, value, shown) => {
    expect(FIELD_LEVELS.map((level) => maskFor(level, field, value))).toEqual(shown)
  })

  it('answers null where there is no value', () => {
    expect(maskFor('F4', 'phone', null)).toBeNull()
    expect(maskFor('F2', 'name', '')).toBeNull()
  })

  it('shows health codes at F4 only and a need below it', () => {
    const isNeed = (code: string) => code !== '1'
    expect(healthFor('F1', ['3'], isNeed)).toEqual({ codes: null, need: null })
    expect(healthFor('F3', ['3'], isNeed)).toEqual({ codes: null, need: true })
    expect(healthFor('F4', ['1'], isNeed)).toEqual({ codes: ['1'], need: false })
  })
})
