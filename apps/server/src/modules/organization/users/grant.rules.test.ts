import { ADMINISTRATORS, ROLE_CODES, ROLES, type Role } from '@anye/contract/access'
import { describe, expect, it } from 'vitest'
import { checkGrant, scopeOfGrant } from './grant.rules.ts'

const grant = (role: Role, held: Role[]) => checkGrant({ actorId: 'a', userId: 'b', role, held })

describe('checkGrant', () => {
  it('refuses every pair with an administrator in it, and no other', () => {
    for (const role of ROLE_CODES) {
      for (const held of ROLE_CODES.filter((each) => each !== role)) {
        const separated = [role, held].some((each) => (ADMINISTRATORS as readonly Role[]).includes(each))
        expect(grant(role, [held]), `${role} beside ${held}`).toBe(
          separated ? 'administrator_conflict' : undefined,
        )
      }
    }
  })

  it('lets nobody change his own roles', () => {
    expect(checkGrant({ actorId: 'a', userId: 'a', role: 'county_office', held: [] })).toBe(
      'separation_of_duties',
    )
  })

  it('allows one role over several places', () => {
    expect(grant('village_post', ['village_post'])).toBeUndefined()
  })
})

describe('scopeOfGrant', () => {
  const YILONG = ['522301103', '522301105']

  it.each([
    ['prefecture_chief', '5223', undefined, ['5223']],
    ['prefecture_chief', '522300', undefined, ['5223']],
    ['prefecture_chief', '522301', undefined, undefined],
    ['county_office', '5223-YL', YILONG, YILONG],
    ['county_office', '522301001', undefined, undefined],
    ['township_clerk', '522301001', undefined, ['522301001']],
    ['township_clerk', '522301', undefined, undefined],
    ['village_post', '522301001001', undefined, ['522301001001']],
    ['village_post', '522301001', undefined, undefined],
    ['audit_admin', null, undefined, []],
    ['audit_admin', '5223', undefined, undefined],
  ] as const)('gives %s over %s the right prefixes or none', (role, place, unitScope, scope) => {
    expect(scopeOfGrant(role, place, unitScope)).toEqual(scope)
  })

  it('never gives a role without a place a scope', () => {
    for (const role of ROLE_CODES.filter((each) => ROLES[each].scopeLevel !== 'none'))
      expect(scopeOfGrant(role, null, undefined)).toBeUndefined()
  })
})
