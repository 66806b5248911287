import { describe, expect, it } from 'vitest'
import { createRowLevels } from './row-levels.ts'

describe('row levels', () => {
  it('keeps the level of each row of each sheet and counts them', () => {
    const levels = createRowLevels()
    levels.set(0, 3, 'accepted')
    levels.set(2, 3, 'rejected')
    levels.set(2, 200_000, 'queried')
    levels.set(0, 3, 'warned')
    expect(levels.get(0, 3)).toBe('warned')
    expect(levels.get(2, 200_000)).toBe('queried')
    expect(levels.counts()).toEqual({ accepted: 0, warned: 1, queried: 1, rejected: 1 })
    expect(levels.size).toBe(3)
  })

  it('takes a row it has not met for accepted', () => {
    expect(createRowLevels().get(4, 9)).toBe('accepted')
  })
})
