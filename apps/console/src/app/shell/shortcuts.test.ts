import { describe, expect, it } from 'vitest'
import { pressKey } from './shortcuts.ts'

describe('shortcuts', () => {
  it('go to a page by g and its letter', () => {
    expect(pressKey(false, 'g')).toEqual({ awaiting: true })
    expect(pressKey(true, 'o')).toEqual({ awaiting: false, action: { kind: 'go', key: 'overview' } })
  })

  it('forget g when the next letter names no page', () => {
    expect(pressKey(true, 'z')).toEqual({ awaiting: false })
    expect(pressKey(true, '/')).toEqual({ awaiting: false })
  })

  it('search with a slash and help with a question mark', () => {
    expect(pressKey(false, '/').action).toEqual({ kind: 'search' })
    expect(pressKey(false, '?').action).toEqual({ kind: 'help' })
    expect(pressKey(false, 'o').action).toBeUndefined()
  })
})
