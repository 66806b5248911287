import { describe, expect, it } from 'vitest'
import { newEntry, type OutboxState } from '@anye/pack/outbox/outbox-entry'
import { anEntry } from '@anye/pack/storage/testing/storage-contract'
import type { IndexRow } from '@anye/pack/today/index-row'
import { checkedHere, checksByPerson, markOf, matching, rowsOf } from './today-rows.ts'

const check = (personId: string, state: OutboxState) => ({ ...newEntry(anEntry(`c-${personId}`, { endpoint: 'cards.check.record', input: { personId } })), state })
const household = (id: string, head: string, line: IndexRow['members'][number]['line'], changes: Partial<IndexRow> = {}): IndexRow => ({
  id, division: '522326001001', place: '纳林村', group: '一组', head, address: null, needDueOn: null, told: [],
  members: [{ id: `p-${id}`, name: head, initials: 'wam', last4: '001X', line, hasJob: true, contractTo: null }], ...changes,
})
const facts = { today: '2026-11-20', dueOn: '2026-12-05', callsHere: new Map<string, number>() }

describe('a line seen from this phone', () => {
  it('counts as done once it is saved, and as hers again when the server sent it back', () => {
    expect(markOf('due', undefined)).toBe('due')
    expect((['waiting', 'sending', 'stored', 'attention'] as const).map((state) => markOf('due', check('p', state)))).toEqual(['queued', 'queued', 'done', 'attention'])
    expect([markOf('checked', undefined), markOf('reopened', undefined), markOf(null, undefined)]).toEqual(['done', 'due', undefined])
  })

  it('is known by the person in the command, whatever else waits', () => {
    const checks = checksByPerson([check('p1', 'waiting'), { ...check('p2', 'attention') }, newEntry(anEntry('other'))])
    expect(Array.from(checks.keys())).toEqual(['p1', 'p2'])
    expect(Array.from(checkedHere(checks))).toEqual(['p1'])
  })
})

describe('the list of today', () => {
  const index = [household('h1', '韦阿妹', 'checked'), household('h2', '罗小芳', 'due'), household('h3', '黄国强', 'returned'), household('h4', '岑文军', 'due')]

  it('begins with what needs her, then the round, and ends with what is done', () => {
    const checks = checksByPerson([check('p-h4', 'attention')])
    const rows = rowsOf(index, checks, { ...facts, checkedHere: checkedHere(checks) })
    expect(rows.map(({ id }) => id)).toEqual(['h4', 'h3', 'h2', 'h1'])
    expect(rows.map(({ due, attention }) => [due, attention])).toEqual([[0, 1], [1, 0], [1, 0], [0, 0]])
  })

  it('is searched by name, initials, last four of the ID, and by several words', () => {
    const rows = rowsOf(index, new Map(), { ...facts, checkedHere: new Set() })
    const ids = (search: string) => matching(rows, index, search).map(({ id }) => id)
    expect(ids('小芳')).toEqual(['h2'])
    expect(ids('001x')).toHaveLength(4)
    expect(ids('一组 黄')).toEqual(['h3'])
    expect(ids('没有')).toEqual([])
    expect(ids(' ')).toHaveLength(4)
  })
})
