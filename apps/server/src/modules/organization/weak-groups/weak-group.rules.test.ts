import { describe, expect, it } from 'vitest'
import { checkEnd, checkTerm } from './weak-group.rules.ts'

describe('terms at a weak group', () => {
  it('end once, at the version that was read, not before they began', () => {
    const run = { version: 1, from: '2026-03-01', to: null }
    expect(checkEnd(run, { version: 1, lastDay: '2026-03-01' })).toBeUndefined()
    expect(checkEnd(run, { version: 2, lastDay: '2026-03-01' })).toBe('stale_version')
    expect(checkEnd(run, { version: 1, lastDay: '2026-02-28' })).toBe('wrong_state')
    expect(checkEnd({ ...run, to: '2026-05-01' }, { version: 1, lastDay: '2026-06-01' })).toBe('already_done')
  })

  it('of cadres have a last day that is not past', () => {
    expect(checkTerm({ fromOn: '2026-11-01', toOn: '2026-11-24' }, '2026-11-24')).toBeUndefined()
    expect(checkTerm({ fromOn: '2026-11-01', toOn: '2026-11-23' }, '2026-11-24')).toBe('wrong_state')
    expect(checkTerm({ fromOn: '2027-01-02', toOn: '2027-01-01' }, '2026-11-24')).toBe('wrong_state')
  })
})
