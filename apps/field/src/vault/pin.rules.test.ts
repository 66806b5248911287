import { describe, expect, it } from 'vitest'
import { afterWrongPin, isWeakPin, triesLeft } from './pin.rules.ts'

describe('wrong PINs', () => {
  it('lock at the fifth and wipe from the tenth on', () => {
    const acts = Array.from({ length: 11 }, (_, index) => afterWrongPin(index + 1))
    expect(acts).toEqual(['again', 'again', 'again', 'again', 'lock', 'again', 'again', 'again', 'again', 'wipe', 'wipe'])
  })

  it('say how many are left', () => {
    expect([0, 1, 4, 5, 9].map(triesLeft)).toEqual([5, 4, 1, 5, 1])
  })
})

describe('a PIN', () => {
  it.each(['000000', '123456', '654321', '121212', '135135'])('%s is what a stranger tries first', (pin) => expect(isWeakPin(pin)).toBe(true))
  it.each(['135791', '846203', '112358', '522326'])('%s will do', (pin) => expect(isWeakPin(pin)).toBe(false))
})
