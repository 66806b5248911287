import { describe, expect, it } from 'vitest'
import { agreementOf } from './agreement.rules.ts'

describe('the agreement rate', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718],
  ])('S82 of %i in %i has the interval of the literature', (agrees, reached, low, high) => {
    const found = agreementOf(agrees, reached)
    expect(found?.rate).toBe(agrees / reached)
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })
  it('is nothing before anybody was reached, and stays within 0 and 1', () => {
    expect(agreementOf(0, 0)).toBeUndefined()
    expect(agreementOf(20, 20)).toMatchObject({ rate: 1, high: 1 })
    expect(agreementOf(20, 20)?.low).toBeCloseTo(1 - 0.1611, 4)
  })
})
