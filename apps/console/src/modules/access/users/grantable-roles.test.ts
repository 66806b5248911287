import { describe, expect, it } from 'vitest'
import { grantableRoles } from './grantable-roles.ts'

const conflicting = (held: Parameters<typeof grantableRoles>[0]) =>
  grantableRoles(held)
    .filter(({ conflicts }) => conflicts)
    .map(({ role }) => role)

describe('roles that may be granted', () => {
  it('are all of them for a person without a role', () => {
    expect(conflicting([])).toEqual([])
  })

  it('keep the three administrators apart from each other and from business', () => {
    expect(conflicting(['inspector'])).toEqual(['system_admin', 'security_admin', 'audit_admin'])
    expect(conflicting(['audit_admin'])).toContain('inspector')
    expect(conflicting(['audit_admin'])).toContain('system_admin')
    expect(conflicting(['audit_admin'])).not.toContain('audit_admin')
  })
})
