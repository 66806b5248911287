import { describe, expect, it } from 'vitest'
import { stateOf } from './user-state.ts'

const role = {
  grantId: 'g',
  role: 'inspector' as const,
  scope: ['522301'],
  unitCode: '522301',
  place: 'P',
  validFrom: '2026-01-01',
  validTo: null,
}
const account = { state: 'active' as const, lockedUntil: null, roles: [role], mustChangePassword: false }

describe('the state of an account', () => {
  it('names what stops the person first: disabled before locked before waiting', () => {
    const everything = {
      state: 'disabled' as const,
      lockedUntil: '2026-11-24T02:00:00Z',
      roles: [],
      mustChangePassword: true,
    }
    expect(stateOf(everything)).toBe('disabled')
    expect(stateOf({ ...everything, state: 'active' })).toBe('locked')
    expect(stateOf({ ...account, roles: [], mustChangePassword: true })).toBe('noRole')
    expect(stateOf({ ...account, mustChangePassword: true })).toBe('firstPassword')
    expect(stateOf(account)).toBe('active')
  })
})
