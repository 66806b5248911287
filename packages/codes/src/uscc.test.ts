import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { buildUscc, readUscc } from './uscc.ts'

const VECTOR = '91350100M000100Y43'
const fault = (cell: string | number) => {
  const reading = readUscc(cell)
  return reading.ok ? 'none' : reading.fault
}

describe('V15 unified social credit code (GB 32100-2015)', () => {
  it('reads the published vector, lower case and spaced', () => {
    expect(readUscc(VECTOR)).toEqual({ ok: true, code: VECTOR, kind: '18', flags: [] })
    expect(readUscc(' 91350100 m000100y43 ')).toMatchObject({ ok: true, code: VECTOR })
  })

  it('says which check failed', () => {
    expect(fault('91350100M000100Y44')).toBe('check')
    expect(fault('9135010IM000100Y43')).toBe('charset')
    expect(fault('91350100M000100Y4')).toBe('length')
    expect(fault(9.13501e17)).toBe('lossy')
    expect(fault('9.1350100E+17')).toBe('lossy')
    expect(fault('无')).toBe('missing')
  })

  it('checks the organisation code inside as well', () => {
    const valid = buildUscc('93', '522301', 'MA6DKXYT')
    expect(readUscc(valid)).toMatchObject({ ok: true, code: valid })
    const inner = valid.slice(0, 16) + (valid[16] === '1' ? '2' : '1')
    const last = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('').find((char) => fault(inner + char) !== 'check')
    expect(fault(`${inner}${last}`)).toBe('organisation_check')
  })

  it('keeps the two legacy numbers as written and flags them', () => {
    expect(readUscc('520000000012345')).toMatchObject({ ok: true, kind: 'licence15', flags: ['legacy'] })
    expect(readUscc('D2143569-X')).toMatchObject({ ok: true, code: 'D2143569X', kind: 'organisation9' })
    expect(fault('D2143569-1')).toBe('organisation_check')
  })

  it('flags an entity prefix outside the table', () => {
    expect(readUscc(buildUscc('99', '522301', '12345678'))).toMatchObject({ ok: true, flags: ['entity_unknown'] })
  })

  it('agrees with an independent validator on built and on damaged codes', () => {
    const unit = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    const organisation = fc.string({ unit, minLength: 8, maxLength: 8 })
    fc.assert(fc.property(organisation, fc.nat(17), (organisation8, at) => {
      const code = buildUscc('91', '522301', organisation8)
      // stdnum 1.12.0 refuses every code whose check character is 0 (it forgets the last modulo).
      fc.pre(!code.endsWith('0'))
      expect([readUscc(code).ok, stdnum.CN?.uscc?.validate(code).isValid], code).toEqual([true, true])
      const damaged = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1)
      expect([readUscc(damaged).ok, stdnum.CN?.uscc?.validate(damaged).isValid], damaged).toEqual([false, false])
    }))
  })
})
