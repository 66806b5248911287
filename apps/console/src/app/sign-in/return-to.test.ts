import { describe, expect, it } from 'vitest'
import { safeReturnTo } from './return-to.ts'

describe('the way back after signing in', () => {
  it('keeps an address of the console', () => {
    expect(safeReturnTo('/households?area=522326')).toBe('/households?area=522326')
  })

  it.each([null, '', 'https://example.org', '//example.org', '/\\example.org', '/sign-in?returnTo=/'])(
    'goes home instead of to %s',
    (wanted) => {
      expect(safeReturnTo(wanted)).toBe('/')
    },
  )
})
