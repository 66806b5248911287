import { describe, expect, it } from 'vitest'
import { formatDateTime, formatInteger, formatPercent, formatSigned } from './format.ts'

describe('figures', () => {
  it('group thousands and show a dash for nothing', () => {
    expect(formatInteger(12345)).toBe('12,345')
    expect(formatInteger(0)).toBe('0')
    expect(formatInteger(null)).toBe('—')
  })

  it('never round a rate up to full coverage', () => {
    expect(formatPercent(96.37)).toBe('96.4')
    expect(formatPercent(99.996)).toBe('99.9')
    expect(formatPercent(100)).toBe('100.0')
    expect(formatPercent(undefined)).toBe('—')
  })

  it('sign a difference with a true minus and no sign for zero', () => {
    expect(formatSigned(0.44)).toBe('+0.4')
    expect(formatSigned(-1.25)).toBe('−1.3')
    expect(formatSigned(-0.01)).toBe('0.0')
    expect(formatSigned(-1200, 0)).toBe('−1,200')
  })

  it('show an instant in the business time zone', () => {
    expect(formatDateTime('2026-11-24T00:30:00Z')).toBe('2026-11-24 08:30')
  })
})
