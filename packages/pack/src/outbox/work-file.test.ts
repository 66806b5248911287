import { describe, expect, it } from 'vitest'
import { newEntry, type OutboxEntry } from './outbox-entry.ts'
import { readWorkFile, UnreadableWorkFile, writeWorkFile } from './work-file.ts'

const ENTRY: OutboxEntry = {
  ...newEntry({
    commandId: '01939c5e-0000-7000-8000-000000000001', endpoint: 'cards.check.record', input: { personId: 'p1', status: '11' }, contractVersion: 1, baseVersion: 3,
    deviceTime: '2026-11-20T09:00:00+08:00', actorId: 'u1', householdId: 'h1', title: '张三 · 无变化',
  }),
  state: 'attention', code: 'internal', attempts: 4, triedAt: '2026-11-20T10:00:00Z',
}
const AT = '2026-11-21T00:00:00Z'
const faultOf = (text: string) => {
  try {
    readWorkFile(text)
    return undefined
  } catch (error) {
    return error instanceof UnreadableWorkFile ? error.fault : error
  }
}

describe('O8 a file of unsent work', () => {
  it('O8 comes back as it was written, with its author, and without what its phone tried', () => {
    const { entries, exportedAt } = readWorkFile(writeWorkFile([ENTRY], '王小丽', AT))
    expect(exportedAt).toBe(AT)
    const { state: _state, code: _code, attempts: _attempts, triedAt: _triedAt, receipt: _receipt, ...said } = ENTRY
    expect(entries).toEqual([{ ...said, author: '王小丽' }])
  })

  it('O8 keeps the first author through a second phone', () => {
    const [passed] = readWorkFile(writeWorkFile([{ ...ENTRY, author: '王小丽' }], '陆大山', AT)).entries
    expect(passed?.author).toBe('王小丽')
  })

  it('O8 is refused as a whole when it is cut, foreign or of a later version', () => {
    const text = writeWorkFile([ENTRY, ENTRY], '王小丽', AT)
    expect(faultOf(text.slice(0, -20))).toBe('damaged')
    expect(faultOf(text.replace('"deviceTime": "2026-11-20T09:00:00+08:00"', '"deviceTime": "yesterday"'))).toBe('damaged')
    expect(faultOf('{"kind":"something"}')).toBe('foreign')
    expect(faultOf('PK\u0003\u0004')).toBe('foreign')
    expect(faultOf(text.replace('"version": 2', '"version": 3'))).toBe('newer')
  })

  it('O8 is read as earlier versions wrote it, without an author', () => {
    const old = JSON.stringify({ kind: 'anye-outbox', version: 1, exportedAt: AT, entries: [ENTRY] })
    expect(readWorkFile(old).entries).toMatchObject([{ commandId: ENTRY.commandId, author: null }])
  })
})
