import { describe, expect, it } from 'vitest'
import { groupsInOrder } from './group-order.rules.ts'
import { planIssue, type VillageHousehold } from './plan-issue.rules.ts'

const household = (id: string, rest: Partial<VillageHousehold> = {}): VillageHousehold =>
  ({ id, status: 'active', groupName: '1组', hhNo: null, parents: [], ...rest })
const card = (householdId: string) => ({ id: `card-${householdId}`, householdId })

describe('issuing the cards of a village', () => {
  it('gives every active household without a card one, in the order of a walk through the groups', () => {
    const plan = planIssue([
      household('d', { groupName: null }), household('c', { groupName: '上寨' }), household('b2', { groupName: '十组', hhNo: '2' }),
      household('b1', { groupName: '十组', hhNo: '1' }), household('a', { groupName: '2组' }), household('gone', { status: 'closed' }),
    ], [])
    expect(plan.issue.map(({ householdId }) => householdId)).toEqual(['a', 'b1', 'b2', 'c', 'd'])
    expect([plan.close, plan.replace]).toEqual([[], []])
  })

  it('does nothing when every household has its card', () => {
    expect(planIssue([household('a')], [card('a')])).toEqual({ close: [], replace: [], issue: [] })
  })

  it('closes the card of a household that ended or moved away', () => {
    const plan = planIssue([household('a', { status: 'closed' })], [card('a'), card('elsewhere')])
    expect(plan.close.map(({ cardId }) => cardId)).toEqual(['card-a', 'card-elsewhere'])
    expect(plan.issue).toEqual([])
  })

  it('renews both sides of a split, the new household after the card of the old', () => {
    const plan = planIssue([household('old'), household('young', { parents: ['old'] }), household('other')], [card('old'), card('other')])
    expect(plan.replace).toEqual([{ cardId: 'card-old', reason: 'changed' }])
    expect(plan.issue).toEqual([{ householdId: 'old', replaces: 'card-old' }, { householdId: 'young', replaces: 'card-old' }])
    expect(plan.close).toEqual([])
  })

  it('closes the card of a household that was merged into another, and renews the card of that', () => {
    const plan = planIssue([household('kept', { parents: ['gone'] }), household('gone', { status: 'merged' })], [card('kept'), card('gone')])
    expect(plan).toEqual({
      close: [{ cardId: 'card-gone', reason: 'household_ended' }],
      replace: [{ cardId: 'card-kept', reason: 'changed' }],
      issue: [{ householdId: 'kept', replaces: 'card-kept' }],
    })
  })

  it('does not renew a card again once both sides of a split have theirs', () => {
    expect(planIssue([household('old'), household('young', { parents: ['old'] })], [card('old'), card('young')]).issue).toEqual([])
  })
})

describe('village groups', () => {
  it('stand in the order of their numbers, however these are written', () => {
    expect(groupsInOrder(['十组', '2组', '上寨', '', '第一组', '2组'])).toEqual(['第一组', '2组', '十组', '上寨', ''])
  })
})
