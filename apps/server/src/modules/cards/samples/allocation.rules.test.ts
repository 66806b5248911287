import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocation.rules.ts'

describe('the strata of a sample', () => {
  it('S82 give in proportion, remainders to the largest fractions', () => {
    expect(allocate([500, 300, 200], 10)).toEqual([5, 3, 2])
    expect(allocate([10, 10, 10], 10)).toEqual([4, 3, 3])
    expect(allocate([3, 2], 10)).toEqual([3, 2])
  })
  it('give what was wanted, never more than they have, and each within one of its share', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 300 }), (sizes, wanted) => {
      const population = sizes.reduce((sum, size) => sum + size, 0)
      const shares = allocate(sizes, wanted)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(wanted, population))
      shares.forEach((share, index) => {
        expect(share).toBeLessThanOrEqual(sizes[index] ?? 0)
        const quota = population === 0 ? 0 : ((sizes[index] ?? 0) * Math.min(wanted, population)) / population
        expect(Math.abs(share - quota)).toBeLessThan(1)
      })
    }))
  })
})
