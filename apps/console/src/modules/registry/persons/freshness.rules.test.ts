import { describe, expect, it } from 'vitest'
import { freshnessOn, latestProof, shortDay } from './freshness.rules.ts'

describe('freshness of evidence', () => {
  it('counts through its last day and is named a week before it decays', () => {
    expect(freshnessOn('2026-12-17', '2026-11-24')).toBe('fresh')
    expect(freshnessOn('2026-12-17', '2026-12-10')).toBe('fresh')
    expect(freshnessOn('2026-12-17', '2026-12-11')).toBe('expiring')
    expect(freshnessOn('2026-12-17', '2026-12-17')).toBe('expiring')
    expect(freshnessOn('2026-12-17', '2026-12-18')).toBe('expired')
  })

  it('is that of the proof that lasts longest', () => {
    const proofs = [{ freshUntil: '2026-10-01' }, { freshUntil: '2026-12-17' }, { freshUntil: '2026-11-30' }]
    expect(latestProof(proofs)).toEqual({ freshUntil: '2026-12-17' })
    expect(latestProof([])).toBeUndefined()
  })

  it('names the year only when it is another one', () => {
    expect(shortDay('2026-11-02', '2026-11-24')).toBe('11-02')
    expect(shortDay('2025-11-02', '2026-11-24')).toBe('2025-11-02')
  })
})
