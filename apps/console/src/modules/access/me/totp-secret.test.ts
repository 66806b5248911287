import { describe, expect, it } from 'vitest'
import { secretOf } from './totp-secret.ts'

describe('the key of the authenticator', () => {
  it('is grouped for typing', () => {
    expect(secretOf('otpauth://totp/Anye:li?secret=JBSWY3DPEHPK3PXP&issuer=Anye')).toBe('JBSW Y3DP EHPK 3PXP')
    expect(secretOf('otpauth://totp/x?secret=ABCDE')).toBe('ABCD E')
  })
})
