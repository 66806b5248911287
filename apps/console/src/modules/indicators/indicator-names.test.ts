import type { IndicatorValue } from './indicator-types.ts'
import { describe, expect, it } from 'vitest'
import { counterBehind, formatIndicator, valueOf } from './indicator-names.ts'

const rate = {
  key: 'A' as const, numerator: 9637, denominator: 10000, value: 96.37, plan: 96, deviation: 0.39,
  state: 'on_plan' as const, change: 0.1,
}

describe('indicators on screen', () => {
  it('print a rate with one decimal and a count grouped', () => {
    expect(formatIndicator(rate)).toBe('96.4')
    expect(formatIndicator({ ...rate, key: 'zero', value: 1204 })).toBe('1,204')
  })

  it('open to those who still lack it', () => {
    expect(counterBehind('A')).toBe('hh.poor.uncovered')
    expect(counterBehind('zero')).toBe('hh.zero')
  })

  it('are found by key among the values of a row', () => {
    const values: IndicatorValue[] = [rate]
    expect(valueOf(values, 'A')).toBe(rate)
    expect(valueOf(values, 'B')).toBeUndefined()
  })
})
