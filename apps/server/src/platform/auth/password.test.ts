import { describe, expect, it } from 'vitest'
import { checkPassword } from '@anye/contract/access/password.rules'
import { seeded } from '@anye/kernel/random'
import { makeFirstPassword } from './first-password.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

describe('password hash', () => {
  it('is argon2id with its parameters and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('Anye-2026-demo'), hashPassword('Anye-2026-demo')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
  })

  it('verifies the password in any Unicode form, no other, and no damaged hash', async () => {
    const stored = await hashPassword('caf\u00e9-2026-X')
    expect(await verifyPassword(stored, 'cafe\u0301-2026-X')).toBe(true)
    expect(await verifyPassword(stored, 'cafe-2026-X')).toBe(false)
    expect(await verifyPassword('damaged', 'cafe-2026-X')).toBe(false)
  })
})

describe('first password', () => {
  it('always satisfies the complexity rule and has no letters that look alike', () => {
    const { bytes } = seeded('first passwords')
    for (let round = 0; round < 500; round++) {
      const password = makeFirstPassword(bytes)
      expect(checkPassword(password, 'office-522301'), password).toBeUndefined()
      expect(password).not.toMatch(/[il1o0]/)
    }
  })
})
