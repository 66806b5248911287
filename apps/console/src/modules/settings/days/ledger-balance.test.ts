import { describe, expect, it } from 'vitest'
import { imbalanceOf, unbalanced } from './ledger-balance.ts'

const balanced = { key: 'hh.zero' as const, opening: 40, change: -3, correction: 1, closing: 38 }

describe('a line of the books', () => {
  it('balances when opening, change and correction give the closing', () => {
    expect(imbalanceOf(balanced)).toBe(0)
    expect(imbalanceOf({ ...balanced, closing: 37 })).toBe(1)
    expect(unbalanced([balanced, { ...balanced, correction: 0 }])).toEqual([{ ...balanced, correction: 0 }])
  })
})
