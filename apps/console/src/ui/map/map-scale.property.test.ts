import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fiveStepBreaks, stepOf } from './map-scale.ts'

describe('five-step scale', () => {
  it('gives round thresholds', () => {
    expect(fiveStepBreaks([91.2, 93.4, 96.8, 98.9])).toEqual([92, 94, 96, 98])
    expect(fiveStepBreaks([0, 37, 120])).toEqual([25, 50, 75, 100])
    expect(fiveStepBreaks([])).toEqual([])
  })

  it('puts a value on a threshold into the step above', () => {
    expect(stepOf(92, [92, 94, 96, 98])).toBe(2)
    expect(stepOf(91.9, [92, 94, 96, 98])).toBe(1)
    expect(stepOf(98, [92, 94, 96, 98])).toBe(5)
  })

  it('keeps order, covers the range and stays equally spaced for any values', () => {
    const figures = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(figures, (values) => {
        const breaks = fiveStepBreaks(values)
        const [first = 0, second = 0, , fourth = 0] = breaks
        const step = second - first
        expect(step).toBeGreaterThan(0)
        expect(Math.min(...values)).toBeGreaterThanOrEqual(first - step - 1e-6)
        expect(Math.max(...values)).toBeLessThanOrEqual(fourth + step + 1e-6)
        const sorted = [...values].sort((a, b) => a - b).map((value) => stepOf(value, breaks))
        expect(sorted).toEqual([...sorted].sort())
      }),
    )
  })
})
