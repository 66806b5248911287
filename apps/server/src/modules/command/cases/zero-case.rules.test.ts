import { describe, expect, it } from 'vitest'
import { ZERO_CASE_STATES } from '@anye/contract/command/cases/zero-case'
import { approverRefusal, caseRefusal, groundRefusal, type CaseAct } from './zero-case.rules.ts'

const at = (fields: object = {}) => ({ state: 'open', version: 2, proposed_by: 'a', episode_id: null, ...fields }) as const
const possible = (act: CaseAct) => ZERO_CASE_STATES.filter((state) => caseRefusal(act, at({ state }), 2) === undefined)

describe('a case of zero employment', () => {
  it('S23 is proposed while open, and decided once proposed', () => {
    expect({ assign: possible('assign'), propose: possible('propose'), approve: possible('approve'), decline: possible('decline') })
      .toEqual({ assign: ['open', 'proposed'], propose: ['open'], approve: ['proposed'], decline: ['proposed'] })
  })
  it('that somebody changed meanwhile is looked at again first', () => expect(caseRefusal('propose', at(), 1)).toBe('stale_version'))
  it('V26 closes on one of the household’s verified jobs, and on nothing else', () => {
    expect(groundRefusal('j1', [{ episodeId: 'j1' }])).toBeUndefined()
    expect(groundRefusal('j2', [{ episodeId: 'j1' }])).toBe('zero_case_unverified')
    expect(groundRefusal(null, [])).toBe('zero_case_unverified')
  })
  it('is not approved by who proposed it', () => {
    expect(approverRefusal(at(), 'a')).toBe('separation_of_duties')
    expect(approverRefusal(at(), 'b')).toBeUndefined()
  })
})
