import { expect, it } from 'vitest'
import { formatBytes, formatInteger, formatTime } from './format.ts'

it('writes times of Shanghai, with the day when it is another', () => {
  const now = Date.parse('2026-11-20T15:30:00Z')
  expect(formatTime('2026-11-20T02:21:09Z', now)).toBe('10:21')
  expect(formatTime('2026-11-19T16:00:00Z', now)).toBe('00:00')
  expect(formatTime('2026-11-19T15:59:00Z', now)).toBe('11-19 23:59')
})

it('writes sizes and counts as people read them', () => {
  expect([0, 2048, 1_300_000, 3_500_000_000].map(formatBytes)).toEqual(['1 kB', '2 kB', '1.2 MB', '3.3 GB'])
  expect([7, 999, 1000, 1234567].map(formatInteger)).toEqual(['7', '999', '1,000', '1,234,567'])
})
