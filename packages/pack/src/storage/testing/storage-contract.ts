import { beforeEach, describe, expect, it } from 'vitest'
import type { NewEntry } from '../../outbox/outbox-entry.ts'
import { EMPTY_META, type PackStorage } from '../pack-storage.ts'
import { NotParked, NotStored, UnknownEntry } from '../storage-errors.ts'

/** A command of household `h1`; tests name what matters to them. */
export function anEntry(commandId: string, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    commandId, endpoint: 'registry.episode.add', input: { personId: 'p1', note: '义乌' }, contractVersion: 1, baseVersion: 3,
    deviceTime: '2026-11-20T09:00:00+08:00', actorId: 'u1', householdId: 'h1', title: '张三 · 登记就业', ...changes,
  }
}

/** What every adapter of PackStorage keeps to. `open` answers an empty storage each time. */
export function storageContract(name: string, open: () => Promise<PackStorage>): void {
  describe(`${name} as the storage of a phone`, () => {
    let storage: PackStorage
    beforeEach(async () => { storage = await open() })
    packTests(() => storage)
    outboxTests(() => storage)
    receiptTests(() => storage)
  })
}

function packTests(storage: () => PackStorage): void {
  const doc = (id: string, version = 1) => ({ id, version, doc: { id, headName: '韦阿妹', members: [{ name: '韦阿妹' }] } })

  it('begins empty', async () => {
    expect(await storage().listHouseholds()).toEqual([])
    expect(await storage().readHousehold('h1')).toBeUndefined()
    expect(await storage().readIndex()).toBeUndefined()
    expect(await storage().readMeta()).toEqual(EMPTY_META)
    expect(await storage().listEntries()).toEqual([])
    expect(await storage().measure()).toMatchObject({ households: 0 })
  })

  it('keeps documents, index and cursor of a pull together, and replaces a document by its id', async () => {
    await storage().apply({ put: [doc('h2'), doc('h1')], index: 'h1 waimei', meta: { cursor: 'c1', syncedAt: '2026-11-20T01:00:00Z' } })
    await storage().apply({ put: [doc('h2', 2)], meta: { cursor: 'c2' } })
    expect(await storage().listHouseholds()).toEqual([{ id: 'h1', version: 1 }, { id: 'h2', version: 2 }])
    expect(await storage().readHousehold('h2')).toEqual(doc('h2', 2))
    expect(await storage().readIndex()).toBe('h1 waimei')
    expect(await storage().readMeta()).toEqual({ ...EMPTY_META, cursor: 'c2', syncedAt: '2026-11-20T01:00:00Z' })
  })

  it('reads several documents in the order asked for and leaves unknown ones out', async () => {
    await storage().apply({ put: [doc('h1'), doc('h2'), doc('h3')] })
    expect((await storage().readHouseholds(['h3', 'gone', 'h1'])).map(({ id }) => id)).toEqual(['h3', 'h1'])
  })

  it('removes documents that left the scope', async () => {
    await storage().apply({ put: [doc('h1'), doc('h2')] })
    await storage().apply({ remove: ['h1', 'never-there'] })
    expect(await storage().listHouseholds()).toEqual([{ id: 'h2', version: 1 }])
  })

  it('measures what it holds', async () => {
    await storage().apply({ put: [doc('h1'), doc('h2')], index: 'words' })
    const { households, bytes } = await storage().measure()
    expect(households).toBe(2)
    expect(bytes).toBeGreaterThan(100)
  })

  it('O7 wiping the pack forgets documents, index and cursor, and keeps unsent work and receipts', async () => {
    await storage().apply({ put: [doc('h1')], index: 'words', meta: { cursor: 'c1' } })
    await storage().appendEntry(anEntry('sent'))
    await storage().updateEntry('sent', { state: 'stored' })
    await storage().settleEntry('sent', '2026-11-20T02:00:00Z')
    await storage().appendEntry(anEntry('unsent'))
    await storage().wipePack()
    expect(await storage().listHouseholds()).toEqual([])
    expect(await storage().readIndex()).toBeUndefined()
    expect(await storage().readMeta()).toEqual(EMPTY_META)
    expect((await storage().listEntries()).map(({ commandId }) => commandId)).toEqual(['unsent'])
    expect(await storage().listReceipts()).toHaveLength(1)
  })
}

function outboxTests(storage: () => PackStorage): void {
  it('appends commands and lists them in the order of writing, whatever their ids', async () => {
    for (const id of ['c', 'a', 'b']) await storage().appendEntry(anEntry(id))
    const entries = await storage().listEntries()
    expect(entries.map(({ commandId }) => commandId)).toEqual(['c', 'a', 'b'])
    expect(entries[0]).toEqual({ ...anEntry('c'), state: 'waiting', code: null, attempts: 0, triedAt: null, receipt: null })
  })

  it('takes the same command once, however often it is appended', async () => {
    await storage().appendEntry(anEntry('a'))
    await storage().updateEntry('a', { state: 'sending' })
    const again = await storage().appendEntry(anEntry('a', { title: 'other' }))
    expect(again).toMatchObject({ state: 'sending', title: '张三 · 登记就业' })
    expect(await storage().listEntries()).toHaveLength(1)
  })

  it('keeps the state of an entry and its place', async () => {
    for (const id of ['a', 'b']) await storage().appendEntry(anEntry(id))
    await storage().updateEntry('a', { state: 'attention', code: 'episode_overlap', attempts: 2, triedAt: '2026-11-20T01:00:00Z' })
    expect((await storage().listEntries()).map(({ commandId, state, code }) => [commandId, state, code])).toEqual([
      ['a', 'attention', 'episode_overlap'], ['b', 'waiting', null],
    ])
  })

  it('does not change with the object that was handed in or out', async () => {
    const input = { personId: 'p1' }
    await storage().appendEntry(anEntry('a', { input }))
    input.personId = 'changed'
    const [first] = await storage().listEntries()
    Object.assign(first ?? {}, { state: 'stored' })
    expect(await storage().listEntries()).toMatchObject([{ input: { personId: 'p1' }, state: 'waiting' }])
  })

  it('knows when an entry is not there', async () => {
    await expect(storage().updateEntry('gone', { state: 'stored' })).rejects.toBeInstanceOf(UnknownEntry)
    await expect(storage().settleEntry('gone', '2026-11-20T02:00:00Z')).rejects.toBeInstanceOf(UnknownEntry)
  })

  it('gives up only what a person decided about', async () => {
    await storage().appendEntry(anEntry('a'))
    await expect(storage().discardEntry('a')).rejects.toBeInstanceOf(NotParked)
    await storage().updateEntry('a', { state: 'attention', code: 'not_found' })
    await storage().discardEntry('a')
    expect(await storage().listEntries()).toEqual([])
  })
}

function receiptTests(storage: () => PackStorage): void {
  it('O2 lets an entry go only when the server has it, and keeps a receipt without what was typed', async () => {
    await storage().appendEntry(anEntry('a'))
    for (const state of ['waiting', 'sending', 'attention'] as const) {
      await storage().updateEntry('a', { state })
      await expect(storage().settleEntry('a', '2026-11-20T02:00:00Z')).rejects.toBeInstanceOf(NotStored)
    }
    await storage().updateEntry('a', { state: 'stored', receipt: { id: 'e1', version: 1 } })
    const receipt = await storage().settleEntry('a', '2026-11-20T02:00:00Z')
    expect(receipt).toMatchObject({ commandId: 'a', receipt: { id: 'e1', version: 1 }, storedAt: '2026-11-20T02:00:00Z' })
    expect(receipt).not.toHaveProperty('input')
    expect(await storage().listEntries()).toEqual([])
    expect(await storage().listReceipts()).toEqual([receipt])
  })

  it('lists receipts newest first and forgets old ones', async () => {
    for (const [id, at] of [['a', '2026-11-01T00:00:00Z'], ['b', '2026-11-20T00:00:00Z']] as const) {
      await storage().appendEntry(anEntry(id))
      await storage().updateEntry(id, { state: 'stored' })
      await storage().settleEntry(id, at)
    }
    expect((await storage().listReceipts()).map(({ commandId }) => commandId)).toEqual(['b', 'a'])
    await storage().pruneReceipts('2026-11-10T00:00:00Z')
    expect((await storage().listReceipts()).map(({ commandId }) => commandId)).toEqual(['b'])
  })
}
