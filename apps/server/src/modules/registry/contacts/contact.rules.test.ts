import { describe, expect, it } from 'vitest'
import { checkContactEnd, checkContactTerm } from './contact.rules.ts'

describe('the term of a contact', () => {
  it('begins a month back at most and ends no earlier than it begins', () => {
    expect(checkContactTerm({ fromOn: '2026-10-24' }, '2026-11-24')).toBeUndefined()
    expect(checkContactTerm({ fromOn: '2026-10-23' }, '2026-11-24')).toBe('contact_dates_invalid')
    expect(checkContactTerm({ fromOn: '2026-12-01', toOn: '2026-12-01' }, '2026-11-24')).toBeUndefined()
    expect(checkContactTerm({ fromOn: '2026-12-01', toOn: '2026-11-30' }, '2026-11-24')).toBe('contact_dates_invalid')
  })

  it('is ended at the version that was read, earlier than before, and not before its start', () => {
    const contact = { version: 2, from_on: '2026-01-01', to_on: null }
    expect(checkContactEnd(contact, { version: 2, lastDay: '2026-11-24' })).toBeUndefined()
    expect(checkContactEnd(contact, { version: 1, lastDay: '2026-11-24' })).toBe('stale_version')
    expect(checkContactEnd(contact, { version: 2, lastDay: '2025-12-31' })).toBe('contact_dates_invalid')
    expect(checkContactEnd({ ...contact, to_on: '2026-06-30' }, { version: 2, lastDay: '2026-07-01' })).toBe('already_done')
  })
})
