import { describe, expect, it } from 'vitest'
import { changedFields, conflictRows, settle } from './conflict.rules.ts'

const opened = { name: 'A', relation: '20', intent: null, birth: '1990-01-01' }

describe('a correction that meets a newer version', () => {
  it('names what somebody else changed, and whether both did', () => {
    const theirs = { ...opened, name: 'B', relation: '21', birth: '1990-01-02' }
    const mine = { ...opened, name: 'C', birth: '1990-01-02' }
    expect(conflictRows(opened, theirs, mine)).toEqual([
      { field: 'name', opened: 'A', theirs: 'B', mine: 'C', isBoth: true },
      { field: 'relation', opened: '20', theirs: '21', mine: '20', isBoth: false },
    ])
  })

  it('takes theirs unless the person kept their own', () => {
    const theirs = { ...opened, name: 'B', relation: '21' }
    const mine = { ...opened, name: 'C', intent: '1' }
    const rows = conflictRows(opened, theirs, mine)
    expect(settle(mine, rows, new Set())).toEqual({ ...opened, name: 'B', relation: '21', intent: '1' })
    expect(settle(mine, rows, new Set(['name']))).toEqual({
      ...opened,
      name: 'C',
      relation: '21',
      intent: '1',
    })
  })

  it('never keeps mine where only they changed it', () => {
    const rows = conflictRows(opened, { ...opened, relation: '21' }, opened)
    expect(settle(opened, rows, new Set(['relation']))).toEqual({ ...opened, relation: '21' })
  })

  it('sends only what differs from the opened form', () => {
    const typed = { ...opened, intent: null, name: 'Z', reason: 'because' }
    expect(changedFields(opened, typed)).toEqual({ name: 'Z' })
  })

  it('sends an emptied field as null', () => {
    const base: { education?: string | null } = { education: '71' }
    expect(changedFields(base, { education: undefined })).toEqual({ education: null })
  })
})
