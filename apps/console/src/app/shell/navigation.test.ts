import { permissionsOf } from '@anye/contract/access'
import { describe, expect, it } from 'vitest'
import { homeOf, NAVIGATION, navigationFor } from './navigation.ts'

const everything = NAVIGATION.flatMap(({ items }) => items)
const keysFor = (...roles: Parameters<typeof permissionsOf>[0]) =>
  navigationFor(permissionsOf(roles)).flatMap(({ items }) => items.map(({ key }) => key))

describe('navigation', () => {
  it('shows a county chief the situation, the records and the report, but no administration', () => {
    expect(keysFor('county_chief')).toEqual(['overview', 'coverage', 'households', 'persons', 'contacts', 'cardProgress', 'cardLines', 'tasks', 'needs', 'reports', 'days', 'weakGroups', 'organization'])
  })

  it('keeps the three administrators out of business data', () => {
    expect(keysFor('system_admin')).toEqual(['users', 'settings'])
    expect(keysFor('audit_admin')).toEqual(['users', 'audit'])
  })

  it('lands everybody on a page they may open', () => {
    expect(homeOf(permissionsOf(['prefecture_office']))).toBe('/overview')
    expect(homeOf(permissionsOf(['security_admin']))).toBe('/users')
    expect(homeOf(new Set())).toBe('/account/sessions')
  })

  it('gives every destination its own key and letter', () => {
    expect(new Set(everything.map(({ key }) => key)).size).toBe(everything.length)
    expect(new Set(everything.map(({ shortcut }) => shortcut)).size).toBe(everything.length)
  })
})
