import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openEnvelope, readHeader, sealEnvelope } from './envelope.ts'
import { SealBroken } from './suite.ts'
import { SUITES } from './suites.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

describe('the Chinese algorithms of this Node give the published values', () => {
  const key = hex('0123456789abcdeffedcba9876543210')

  it('GB/T 32907-2016 example 1: SM4 of one block', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  it('GB/T 32907-2016 example 2: SM4 a million times over', { timeout: 60_000 }, () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    let block: Buffer = key
    for (let round = 0; round < 1_000_000; round++) block = cipher.update(block)
    expect(block.toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
  })

  it('draft-ribose-cfrg-sm4 A.2.5.1: SM4 in counter mode', () => {
    const plain = hex([...'abcdefab'].map((digit) => digit.repeat(16)).join(''))
    const cipher = createCipheriv('sm4-ctr', key, hex('000102030405060708090a0b0c0d0e0f'))
    expect(cipher.update(plain).toString('hex')).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7' +
        'f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    )
  })

  it('GB/T 32905-2016 examples 1 and 2: SM3', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  it('GM/T 0042-2015 appendix D.3: HMAC-SM3', () => {
    const macKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1))
    const message = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(createHmac('sm3', macKey).update(message).digest('hex')).toBe(
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    )
  })
})

describe.each(Object.values(SUITES))('suite $name', (suite) => {
  const key = suite.prepare(randomBytes(suite.keyBytes))
  const seal = (plain: string, label = 'registry.person.phone') =>
    sealEnvelope({ suite, key, keyId: 7, label, plain, iv: randomBytes(suite.ivBytes) })

  it.each(['15400000001', '', '韦秀英𠀀'])('opens what it sealed: "%s"', (plain) => {
    const sealed = seal(plain)
    expect(readHeader(sealed)).toEqual({ suite, keyId: 7 })
    expect(openEnvelope(sealed, suite, key, 'registry.person.phone')).toBe(plain)
  })

  it('refuses a value with any single byte changed', () => {
    const sealed = seal('522399199003071232')
    for (let at = 2; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => openEnvelope(changed, suite, key, 'registry.person.phone')).toThrow(SealBroken)
    }
  })

  it('refuses a value moved to another field or cut short', () => {
    const sealed = seal('15400000001')
    expect(() => openEnvelope(sealed, suite, key, 'registry.household.phone')).toThrow(SealBroken)
    expect(() => openEnvelope(sealed.subarray(0, -1), suite, key, 'registry.person.phone')).toThrow(
      SealBroken,
    )
  })

  it('does not open under another key of the same suite', () => {
    const other = suite.prepare(randomBytes(suite.keyBytes))
    expect(() => openEnvelope(seal('15400000001'), suite, other, 'registry.person.phone')).toThrow(SealBroken)
  })
})

describe('readHeader', () => {
  it.each([
    ['empty', ''],
    ['unknown version', '0201'],
    ['unknown suite', '0109'],
    ['too short', '010100000001'],
  ])('refuses a value that is %s', (_, bytes) => {
    expect(() => readHeader(hex(bytes))).toThrow(SealBroken)
  })
})
