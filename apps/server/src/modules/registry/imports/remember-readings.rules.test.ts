import { describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { rememberReadings } from './remember-readings.rules.ts'

describe('remembering readings', () => {
  it('reads a repeated cell once and tells texts from numbers', () => {
    const seen: CellInput[] = []
    const read = rememberReadings((cell) => {
      seen.push(cell)
      return `${typeof cell}:${String(cell)}`
    })
    expect(['1', 1, '1', 1, null].map(read)).toEqual(['string:1', 'number:1', 'string:1', 'number:1', 'object:null'])
    expect(seen).toEqual(['1', 1, null])
  })

  it('forgets rather than growing with a column of unique values', () => {
    let count = 0
    const read = rememberReadings(() => ++count)
    for (let value = 0; value < 10_000; value++) read(value)
    expect(read(9999)).toBe(10_000)
    expect(read(0)).toBe(10_001)
  })
})
