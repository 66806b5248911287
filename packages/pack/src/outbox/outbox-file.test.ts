import { describe, expect, it } from 'vitest'
import { anEntry } from '../storage/testing/storage-contract.ts'
import { newEntry, type OutboxEntry } from './outbox-entry.ts'
import { readOutboxFile, writeOutboxFile } from './outbox-file.ts'

const AT = '2026-11-20T10:00:00.000Z'
const id = (last: number) => `0197a000-0000-7000-8000-00000000000${last}`
const entry = (last: number, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({ ...newEntry(anEntry(id(last))), ...changes })

describe('unsent work as a file', () => {
  it('comes back as it was written, in its order, without the tries of the first phone and without what the server has', () => {
    const text = writeOutboxFile([entry(1, { state: 'attention', code: 'episode_overlap', attempts: 3 }), entry(2, { state: 'stored' }), entry(3)], AT)
    expect(readOutboxFile(text, 'u1')).toEqual({ entries: [anEntry(id(1)), anEntry(id(3))], others: 0 })
  })

  it('is taken in by the person who did it and by nobody else', () => {
    const text = writeOutboxFile([entry(1), entry(2, { actorId: 'u2' })], AT)
    expect(readOutboxFile(text, 'u2')).toMatchObject({ entries: [{ commandId: id(2) }], others: 1 })
    expect(readOutboxFile(text, 'u3')).toEqual({ entries: [], others: 2 })
  })

  it.each([
    ['no JSON', 'hello'], ['JSON of something else', '{"kind":"other"}'], ['nothing', 'null'], ['a version to come', writeOutboxFile([entry(1)], AT).replace('"version": 1', '"version": 2')],
    ['an entry without its id', writeOutboxFile([entry(1, { commandId: 'x' })], AT)], ['an entry without its time', writeOutboxFile([entry(1, { deviceTime: 'yesterday' })], AT)],
  ])('is refused as a whole when it is %s', (_what, text) => { expect(readOutboxFile(text, 'u1')).toBeUndefined() })
})
