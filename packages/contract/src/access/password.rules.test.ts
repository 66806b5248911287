import { describe, expect, it } from 'vitest'
import { checkPassword } from './password.rules.ts'

describe('checkPassword', () => {
  it.each(['Anye-2026-demo', '安业平台2026就业全覆盖!', 'a1!aaaaaaa'])('accepts %s', (password) => {
    expect(checkPassword(password, 'office-522301')).toBeUndefined()
  })

  it.each([
    ['short', 'a1!aaaaaa'],
    ['without a digit', 'abcdefghij!'],
    ['without a letter', '1234567890!'],
    ['without a symbol', 'abcdefghij1'],
    ['with spaces for symbols', 'abcdefgh 12'],
    ['with the user name', 'x1!OFFICE-522301'],
    ['endless', 'a1!'.repeat(50)],
  ])('refuses a password %s', (_, password) => {
    expect(checkPassword(password, 'office-522301')).toBe('password_weak')
  })
})
