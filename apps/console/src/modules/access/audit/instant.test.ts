import { describe, expect, it } from 'vitest'
import { formatInstant } from './instant.ts'

describe('the time of an audit line', () => {
  it('has seconds, in the business time zone', () => {
    expect(formatInstant('2026-11-24T00:30:05Z')).toBe('2026-11-24 08:30:05')
  })
})
