import { describe, expect, it } from 'vitest'
import { DEFAULT_CARD_PARAMETERS } from './card-parameters.ts'
import { CheckForm } from './check.ts'
import { checkOfCard, noChangeRefusal, type KnownLine } from './check.rules.ts'
import { LINE_STATES, LINE_STEPS, lineCan } from './line-states.ts'

const TODAY = '2026-11-24'
const JOB = '00000000-0000-7000-8000-000000000001'
const known = (fields: Partial<KnownLine> = {}): KnownLine => ({
  state: 'due', knownStatus: '11', openJobId: JOB, evidenceOn: '2026-11-01', monthsWithoutContact: 0, ...fields,
})
const form = (fields: Partial<Record<keyof CheckForm, unknown>> = {}) => CheckForm.parse({
  month: '2026-11', personId: JOB, observedAt: `${TODAY}T10:00:00+08:00`, method: 'phone', status: '11', noChange: false, ...fields,
})
const check = (fields: Partial<Record<keyof CheckForm, unknown>>, line = known()) =>
  checkOfCard({ form: form(fields), line, today: TODAY, parameters: DEFAULT_CARD_PARAMETERS })

describe('"no change"', () => {
  it.each([
    ['fresh evidence', known(), 'none', undefined],
    ['S79 evidence of 46 days ago', known({ evidenceOn: '2026-10-09' }), 'visit', 'stale'],
    ['a job that nobody ever proved', known({ evidenceOn: null }), 'visit', 'stale'],
    ['a person without a job, known to look for one', known({ knownStatus: '20', openJobId: null, evidenceOn: null }), 'phone', undefined],
    ['nothing known', known({ knownStatus: null }), 'visit', 'unknown'],
    ['somebody who was not reached', known({ knownStatus: '90' }), 'visit', 'unknown'],
    ['S82 the third month without a contact', known({ monthsWithoutContact: 2 }), 'proxy', 'contact'],
    ['S82 the third month, spoken to', known({ monthsWithoutContact: 2 }), 'video', undefined],
    ['a closed month', known({ state: 'closed' }), 'visit', 'state'],
  ] as const)('of %s', (_what, line, method, refusal) => {
    expect(noChangeRefusal(line, method, TODAY, DEFAULT_CARD_PARAMETERS)).toBe(refusal)
  })
  it('carries no job and no other status', () => {
    expect(check({ noChange: true })).toBeUndefined()
    expect(check({ noChange: true, status: '14' })).toBe('card_no_change_refused')
    expect(check({ noChange: true, job: { act: 'end', episodeId: JOB, endOn: TODAY, endReason: '01' } })).toBe('card_no_change_refused')
  })
})

describe('a full check', () => {
  it('V20 is of a month that has begun', () => expect(check({ month: '2026-12' })).toBe('card_month_invalid'))
  it('S82 says how, and where when it was at home', () => {
    expect(check({ method: 'none' })).toBe('card_method_required')
    expect(check({ method: 'visit' })).toBe('card_place_required')
    expect(check({ method: 'visit', place: { latitude: null, longitude: null, accuracy: null, text: '三组韦家' } })).toBeUndefined()
  })
  it('of somebody not reached leaves the job as it is', () => expect(check({ status: '90' })).toBeUndefined())
  it('of somebody at home cannot leave a job open', () => expect(check({ status: '40' })).toBe('card_job_contradicts'))
})

describe('the states of a line', () => {
  it('are reached and left by the table alone', () => {
    for (const state of LINE_STATES) {
      const reachable = state === 'due' || Object.values(LINE_STEPS).some((step) => step.to === state)
      expect(reachable, state).toBe(true)
    }
    expect(lineCan('accept', 'due')).toBe(false)
    expect(lineCan('check', 'closed')).toBe(false)
  })
})
