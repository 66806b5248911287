import { describe, expect, it } from 'vitest'
import { covers, scopeOf, NOWHERE } from './scope.ts'

describe('scope', () => {
  it('turns one prefix into a range without a list', () => {
    expect(scopeOf(['522301'])).toEqual({ lo: '522301', hi: '522302', list: '', units: '' })
    expect(scopeOf(['522309'])).toEqual({ lo: '522309', hi: '52230:', list: '', units: '' })
  })
  it('sees nothing without a prefix', () => {
    expect(scopeOf([])).toEqual(NOWHERE)
  })
  it('keeps the list when several prefixes do not form one range, and drops covered ones', () => {
    expect(scopeOf(['522328101', '522301011', '522328101200'])).toEqual({
      lo: '522301011', hi: '522328102', list: '522301011,522328101', units: '',
    })
  })
  it('covers a division exactly when a prefix starts it', () => {
    expect(covers(['522301011'], '522301011200')).toBe(true)
    expect(covers(['522301011'], '522301012200')).toBe(false)
  })
})
