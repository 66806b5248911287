import { describe, expect, it } from 'vitest'
import { fill } from '../../../app/i18n/translate.ts'
import type { Translate } from '../../../app/i18n/translate.ts'
import { zh } from '../../../app/i18n/zh-CN.ts'
import type { ChildRow, Overview } from '../indicator-types.ts'
import { answerOf } from './answer.ts'

type State = ChildRow['values'][number]['state']

const a = (deviation: number | null, state: State) => ({
  key: 'A' as const, numerator: 960, denominator: 1000, value: 96, plan: null, deviation, state, change: null,
})
const child = (name: string, deviation: number | null, state: State): ChildRow => ({
  place: { code: name, name, level: 'unit' }, values: [a(deviation, state)], zero: 0, rank: null, rankChange: null, trend: [],
})
const overview = (children: ChildRow[]): Overview => ({
  place: { code: '5223', name: 'P', level: 'prefecture' },
  path: [],
  fresh: { day: '2026-11-24', live: true, reconstructed: false, computedAt: '2026-11-24T01:00:00Z', pendingVillages: 0, base: null },
  figures: [{ ...a(null, 'on_plan'), trend: [] }],
  counters: {},
  children,
  zero: { open: 530, overdue: 31, first: [] },
})
const t: Translate = (key, params) => fill(zh[key], params)
const reader = { nameOfA: zh['overview.state'], canList: true, t }
const answer = (children: ChildRow[]) => answerOf(overview(children), reader)
const sentence = (children: ChildRow[]) => {
  const { key, params } = answer(children)
  return fill(zh[key], params)
}

describe('the answer of the wall chart', () => {
  it('names the unit furthest behind', () => {
    const text = sentence([child('X', -2, 'behind'), child('W', -12.4, 'far_behind'), child('Y', 1, 'on_plan')])
    expect(text).toContain('3')
    expect(text).toContain('2')
    expect(text).toContain('W')
    expect(text).toContain('−12.4')
  })

  it('opens the unit it names and the households it counts', () => {
    const { links } = answer([child('W', -12.4, 'far_behind')])
    expect(links).toEqual({ name: '/overview/W', zero: '/zero-households?place=5223' })
  })

  it('opens no list to those who may not read lists', () => {
    const { links } = answerOf(overview([child('W', -12.4, 'far_behind')]), { ...reader, canList: false })
    expect(links?.['zero']).toBeUndefined()
  })

  it('says so when all are on plan', () => {
    expect(sentence([child('Y', 1, 'on_plan')])).toBe(
      fill(zh['overview.answer.onPlan'], { total: 1, zero: fill(zh['overview.answer.zero'], { open: 530, overdue: 31 }) }),
    )
  })

  it('says that nothing was imported instead of printing zeros', () => {
    const empty = { ...overview([]), fresh: { ...overview([]).fresh, computedAt: null } }
    expect(answerOf(empty, reader)).toEqual({ key: 'overview.answer.empty', params: { place: 'P' } })
  })

  it('says nothing of clocks for a day that was never closed', () => {
    const sums = { ...overview([child('Y', 1, 'on_plan')]), zero: { open: 530, overdue: null, first: [] } }
    const { params, links } = answerOf(sums, reader)
    expect(params['zero']).toBe(fill(zh['overview.answer.zero.sums'], { open: 530 }))
    expect(links?.['zero']).toBe('/members?counter=hh.zero&place=5223')
  })

  it('falls back to the whole when there is no plan', () => {
    expect(sentence([child('Y', null, 'on_plan')])).toContain('40')
  })
})
