import { describe, expect, it } from 'vitest'
import { sparkGeometry } from './spark-line.geometry.ts'

const daily = (values: readonly (number | null)[]) => values.map((value, at) => ({ at, value }))

describe('sparkline', () => {
  it('runs from the low at the foot to the high at the head', () => {
    expect(sparkGeometry(daily([1, 3]), 86, 20)).toEqual({ path: 'M3 17L83 3', last: { x: 83, y: 3 } })
  })

  it('breaks the line where a day has no figure', () => {
    expect(sparkGeometry(daily([1, null, 3]), 86, 20).path).toBe('M3 17M83 3')
  })

  it('leaves room for days without books', () => {
    const weekThenDay = [{ at: 100, value: 1 }, { at: 107, value: 2 }, { at: 108, value: 3 }]
    expect(sparkGeometry(weekThenDay, 86, 20).path).toBe('M3 17L73 10L83 3')
  })

  it('draws a flat series through the middle and nothing for no data', () => {
    expect(sparkGeometry(daily([2, 2]), 86, 20).path).toBe('M3 10L83 10')
    expect(sparkGeometry(daily([null]), 86, 20)).toEqual({ path: '', last: undefined })
  })
})
