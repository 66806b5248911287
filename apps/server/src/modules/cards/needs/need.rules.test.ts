import { describe, expect, it } from 'vitest'
import { NEED_STATES } from '@anye/contract/cards/needs/need'
import { closeRefusal, needRefusal, serviceDateRefusal, type NeedAct } from './need.rules.ts'

const need = (fields: object = {}) => ({ state: 'open', version: 3, raised_on: '2026-11-10', served_by: null, ...fields }) as const
const possible = (act: NeedAct) => NEED_STATES.filter((state) => needRefusal(act, need({ state }), 3) === undefined)

describe('a need', () => {
  it('S80 is served while open, closed once served, and opened again from either end', () => {
    expect({ hand_over: possible('hand_over'), serve: possible('serve'), close: possible('close'), reopen: possible('reopen') })
      .toEqual({ hand_over: ['open'], serve: ['open'], close: ['served'], reopen: ['served', 'closed'] })
  })
  it('that somebody changed meanwhile is looked at again first', () => {
    expect(needRefusal('serve', need(), 2)).toBe('stale_version')
  })
  it('is not closed by who served it', () => {
    expect(closeRefusal(need({ served_by: 'a' }), 'a')).toBe('separation_of_duties')
    expect(closeRefusal(need({ served_by: 'a' }), 'b')).toBeUndefined()
  })
  it.each([['2026-11-09', 'need_date_invalid'], ['2026-11-10', undefined], ['2026-11-24', undefined], ['2026-11-25', 'need_date_invalid']] as const)(
    'raised on the 10th and served on %s, as of the 24th', (servedOn, refusal) => {
      expect(serviceDateRefusal(need(), servedOn, '2026-11-24')).toBe(refusal)
    })
})
