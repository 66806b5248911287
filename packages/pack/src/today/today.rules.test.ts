import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexMember, IndexRow } from './index-row.ts'
import { progressOf, reasonsOf, todayOf } from './today.rules.ts'

const TODAY = '2026-11-24'
const facts = { today: TODAY, dueOn: '2026-12-05', checkedHere: new Set<string>(), callsHere: new Map<string, number>() }
const member = (changes: Partial<IndexMember> = {}): IndexMember => ({ id: 'p', name: '韦一', initials: 'wy', last4: '0011', line: 'due', hasJob: true, contractTo: null, ...changes })
const row = (changes: Partial<IndexRow> = {}): IndexRow => ({
  id: 'h', division: '522326001001', place: '新屯', group: '1组', head: '韦一', address: null, members: [member()], needDueOn: null, told: [], ...changes,
})

const failed = (count: number) => ({ kind: 'call_failed', on: '2026-11-23', personId: 'p', count })

describe('why a household stands on the list', () => {
  it.each([
    ['its lines are open', row(), [{ kind: 'due', days: 11, count: 1 }]],
    ['a line came back', row({ members: [member({ line: 'returned' })] }), [{ kind: 'returned', count: 1 }, { kind: 'due', days: 11, count: 1 }]],
    ['nobody works', row({ members: [member({ line: 'checked', hasJob: false })] }), [{ kind: 'zero' }]],
    ['a contract ends', row({ members: [member({ line: 'checked', contractTo: '2026-12-01' })] }), [{ kind: 'contract_ends', days: 7 }]],
    ['somebody came back', row({ members: [member({ line: 'checked' })], told: [{ kind: 'came_back', on: '2026-11-20' }] }), [{ kind: 'came_back', days: 4 }]],
    ['nobody answered twice', row({ members: [member({ line: 'checked' })], told: [failed(2)] }), [{ kind: 'call_failed', count: 2 }]],
    ['nobody answered once', row({ members: [member({ line: 'checked' })], told: [failed(1)] }), []],
    ['a need is due', row({ members: [member({ line: 'checked' })], needDueOn: '2026-11-20' }), [{ kind: 'need_due', days: -4 }]],
    ['nothing', row({ members: [member({ line: 'reviewed', contractTo: '2027-06-01' })], needDueOn: '2027-01-01' }), []],
  ])('%s', (_why, household, reasons) => { expect(reasonsOf(household, facts)).toEqual(reasons) })

  it('is late after the due day', () => {
    expect(reasonsOf(row(), { ...facts, today: '2026-12-07' })).toEqual([{ kind: 'late', days: 2, count: 1 }])
  })

  it('adds calls that wait on this phone to those the server knows, person by person, until the person is checked', () => {
    const household = row({ members: [member({ line: 'checked' }), member({ id: 'q', line: 'checked' })], told: [failed(1)] })
    const reasons = (here: [string, number][], checked: string[] = []) => reasonsOf(household, { ...facts, callsHere: new Map(here), checkedHere: new Set(checked) })
    expect(reasons([['p', 1]])).toEqual([{ kind: 'call_failed', count: 2 }])
    expect(reasons([['q', 1]])).toEqual([])
    expect(reasons([['p', 2]], ['p'])).toEqual([])
  })

  it('is late with nothing before a pull has told the due day', () => {
    expect(reasonsOf(row(), { ...facts, dueOn: null })).toEqual([{ kind: 'due', count: 1 }])
  })

  it('is gone for a line whose check waits on this phone', () => {
    expect(reasonsOf(row(), { ...facts, checkedHere: new Set(['p']) })).toEqual([])
  })
})

const states = fc.constantFrom('due', 'checked', 'returned', 'reviewed', null)
const anyRow = fc.record({
  group: fc.constantFrom('1组', '2组', '3组'), division: fc.constantFrom('522326001001', '522326001002'), lines: fc.array(fc.record({ line: states, hasJob: fc.boolean() }), { maxLength: 3 }),
})
const anyRows = fc.array(anyRow, { maxLength: 30 }).map((rows) => rows.map(({ group, division, lines }, index) =>
  row({ id: `h${index}`, group, division, members: lines.map((each, n) => member({ id: `p${index}.${n}`, ...each } as Partial<IndexMember>)) })))

describe('the round of today', () => {
  it('goes through each village and each group once, the most urgent household of a group first, and leaves nobody out', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const items = todayOf(rows, facts)
      expect(items.map(({ id }) => id).sort()).toEqual(rows.filter((each) => reasonsOf(each, facts).length > 0).map(({ id }) => id).sort())
      for (const key of [({ division }: { division: string }) => division, ({ division, group }: { division: string; group: string }) => `${division} ${group}`]) {
        const walked = items.map(key).filter((each, index, all) => each !== all[index - 1])
        expect(new Set(walked).size).toBe(walked.length)
      }
      const rises = items.filter((item, index) => {
        const before = items[index - 1]
        return before?.group === item.group && before.division === item.division && before.urgency < item.urgency
      })
      expect(rises).toEqual([])
    }))
  })

  it('does not depend on the order of the pack', () => {
    fc.assert(fc.property(anyRows, (rows) => { expect(todayOf(rows.toReversed(), facts)).toEqual(todayOf(rows, facts)) }))
  })
})

describe('the progress of the month', () => {
  it('S81 keeps what the server confirmed apart from what waits, and both with what is open make all', () => {
    const rows = [row({ members: [member({ id: 'a' }), member({ id: 'b', line: 'checked' }), member({ id: 'c', line: 'due' }), member({ id: 'd', line: null })] })]
    expect(progressOf(rows, new Set(['c']))).toEqual({ lines: 3, confirmed: 1, waiting: 1, open: 1 })
    fc.assert(fc.property(anyRows, fc.array(fc.constantFrom('p0.0', 'p1.0', 'p2.1')), (all, checked) => {
      const { lines, confirmed, waiting, open } = progressOf(all, new Set(checked))
      expect(confirmed + waiting + open).toBe(lines)
    }))
  })
})
