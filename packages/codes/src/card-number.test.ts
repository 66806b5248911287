import { describe, expect, it } from 'vitest'
import { cardNumberOf, checkDigit, readCardNumber, spacedCardNumber } from './card-number.ts'

const VILLAGE = '522326001001'

describe('card number', () => {
  it('carries the check digit of ISO/IEC 7064 MOD 11,10', () => {
    // The example of the standard's own annex.
    expect(checkDigit('0794')).toBe(5)
  })

  it('is village, bag and check digit, and reads back as it is printed or typed', () => {
    const number = cardNumberOf(VILLAGE, 37)
    expect(number).toMatch(/^26001001\d{5}$/)
    expect(spacedCardNumber(number)).toMatch(/^26001001-0037-\d$/)
    for (const typed of [number, spacedCardNumber(number), `２６００１００１ 0037—${number.slice(-1)}`]) expect(readCardNumber(typed)).toBe(number)
  })

  it('refuses every single wrong digit', () => {
    const number = cardNumberOf(VILLAGE, 37)
    for (let place = 0; place < number.length; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)
        expect(readCardNumber(wrong), wrong).toBe(wrong === number ? number : undefined)
      }
    }
    expect(readCardNumber(number.slice(1))).toBeUndefined()
  })

  it('has no number for a township or for a bag beyond four digits', () => {
    expect(() => cardNumberOf('522326001', 1)).toThrow(RangeError)
    expect(() => cardNumberOf(VILLAGE, 10_000)).toThrow(RangeError)
    expect(() => cardNumberOf(VILLAGE, 0)).toThrow(RangeError)
  })
})
