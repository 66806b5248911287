import { describe, expect, it } from 'vitest'
import { axisOf } from './axis.geometry.ts'
import { placeWages, topOfScale } from './wages.geometry.ts'

const wage = (onDate: string, monthly: number) => ({ onDate, monthly, employer: 'E', kind: 'paid' as const })

describe('wages on the axis', () => {
  it('stand on a zero line under a round top', () => {
    expect(topOfScale([wage('2026-01-01', 4200)])).toBe(5000)
    expect(topOfScale([])).toBe(2000)
    const axis = axisOf([], '2026-11-24', 0, 1000)
    const [low, high] = placeWages(
      [wage('2026-01-01', 0), wage('2026-06-01', 5000)],
      axis,
      { bottom: 100, height: 60 },
      String,
    )
    expect(low?.y).toBe(100)
    expect(high?.y).toBe(50)
  })

  it('are named once while they stay the same and never over each other', () => {
    const axis = axisOf([], '2026-11-24', 0, 1000)
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-03']
    const amounts = [4000, 4000, 4500, 4600]
    const placed = placeWages(
      days.map((day, index) => wage(day, amounts[index] ?? 0)),
      axis,
      { bottom: 60, height: 50 },
      String,
    )
    expect(placed.map(({ label }) => label)).toEqual(['4000', '', '4500', ''])
  })
})
