import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../storage/memory-storage.ts'
import type { PackStorage } from '../storage/pack-storage.ts'
import { anEntry } from '../storage/testing/storage-contract.ts'
import { createSync } from './sync.ts'
import { ServerRefusal, type PullPage, type PushBatch, type PushResult, type SyncServer } from './sync-server.ts'

const NOW = Date.parse('2026-11-24T10:00:00+08:00')
let storage: PackStorage
let now: number
let batches: string[][]
let answerTo: (commandId: string) => PushResult | undefined
let refusal: (batch: PushBatch) => unknown

beforeEach(() => {
  storage = createMemoryStorage()
  now = NOW
  batches = []
  answerTo = (commandId) => ({ commandId, status: 'stored', response: null })
  refusal = () => undefined
})

const emptyPage = (): PullPage => ({
  put: [], remove: [], range: null, cursor: 'c', more: false, contractVersion: 1, serverNow: '2026-11-24T02:00:00.000Z',
  state: { month: '2026-11', today: '2026-11-24', dueOn: '2026-12-05', parameters: { evidenceDays: 45, monthsWithoutContact: 2 } },
})
const server = (pull: SyncServer['pull'] = async () => emptyPage()): SyncServer => ({
  pull,
  push: async (batch) => {
    batches.push(batch.entries.map(({ commandId }) => commandId))
    const error = refusal(batch)
    if (error !== undefined) throw error
    return { results: batch.entries.map(({ commandId }) => answerTo(commandId)).filter((result) => result !== undefined), serverNow: '2026-11-24T02:00:00.000Z', contractVersion: 1 }
  },
})
const run = (options?: { eager?: boolean }, pull?: SyncServer['pull']) => createSync({ storage, server: server(pull), now: () => now, random: () => 0, deviceId: 'd' }).run(options)
const add = async (...ids: [string, string | null][]) => { for (const [commandId, householdId] of ids) await storage.appendEntry(anEntry(commandId, { householdId })) }
const statesOf = async () => Object.fromEntries((await storage.listEntries()).map(({ commandId, state, code }) => [commandId, code ?? state]))
const refused = (code: 'busy' | 'internal' | 'episode_overlap' | 'forbidden') => (commandId: string): PushResult => ({ commandId, status: 'refused', code, data: null })

describe('a round of a phone', () => {
  it('sends everything in the order of writing, and keeps receipts', async () => {
    await add(['a1', 'a'], ['b1', 'b'], ['a2', 'a'])
    expect(await run()).toMatchObject({ push: { stored: 3, failure: null }, pull: { end: 'done' } })
    expect(batches).toEqual([['a1', 'b1', 'a2']])
    expect(await storage.listReceipts()).toHaveLength(3)
    expect((await storage.readMeta()).syncedAt).toBe('2026-11-24T02:00:00.000Z')
  })

  it('sends again what was on its way when the app was killed, and settles what was stored', async () => {
    await add(['sending', 'a'], ['stored', 'b'])
    await storage.updateEntry('sending', { state: 'sending' })
    await storage.updateEntry('stored', { state: 'stored', receipt: 1, triedAt: '2026-11-24T01:00:00Z' })
    await run()
    expect(batches).toEqual([['sending']])
    expect((await storage.listReceipts()).map(({ commandId }) => commandId)).toEqual(['sending', 'stored'])
  })

  it('lets one bad entry step aside: what asks for a person holds up nobody', async () => {
    await add(['bad', 'a'], ['a2', 'a'], ['b1', 'b'])
    answerTo = (commandId) => (commandId === 'bad' ? refused('episode_overlap')(commandId) : { commandId, status: 'stored', response: null })
    expect(await run()).toMatchObject({ push: { stored: 2, attention: 1 }, nextTryMs: undefined })
    expect(await statesOf()).toEqual({ bad: 'episode_overlap' })
  })

  it('finds the entry for which the server cannot read a whole batch', async () => {
    await add(['a', 'a'], ['bad', 'b'], ['c', 'c'], ['d', 'd'])
    refusal = ({ entries }) => (entries.some(({ commandId }) => commandId === 'bad') ? new ServerRefusal('request_invalid') : undefined)
    expect(await run()).toMatchObject({ push: { stored: 3, attention: 1, failure: null } })
    expect(await statesOf()).toEqual({ bad: 'request_invalid' })
  })

  it('holds back the entries behind one that must wait, and pauses before it tries again', async () => {
    await add(['a1', 'a'], ['a2', 'a'])
    answerTo = refused('busy')
    expect(await run()).toMatchObject({ push: { failure: { code: 'busy' } }, pull: { end: 'done' }, nextTryMs: 5000 })
    now += 4999
    await run()
    expect(batches).toHaveLength(1)
    now += 1
    answerTo = (commandId) => ({ commandId, status: 'stored', response: null })
    await run()
    expect(batches.at(-1)).toEqual(['a1', 'a2'])
  })

  it('keeps everything while there is no network or no log-in, and goes on at once when a person says so', async () => {
    await add(['a1', 'a'])
    refusal = () => new TypeError('fetch failed')
    expect(await run()).toMatchObject({ push: { failure: { kind: 'unreachable' } }, pull: null, isSignedOut: false })
    refusal = () => new ServerRefusal('signed_out')
    expect(await run({ eager: true })).toMatchObject({ isSignedOut: true })
    expect(await statesOf()).toEqual({ a1: 'signed_out' })
    refusal = () => undefined
    expect(await run({ eager: true })).toMatchObject({ push: { stored: 1 } })
  })

  it('asks a person about a word it does not know, and sends again what the server did not speak of', async () => {
    await add(['strange', 'a'], ['forgotten', 'b'])
    answerTo = (commandId) => (commandId === 'strange' ? { commandId, status: 'refused', code: 'word_of_next_year' as 'busy', data: null } : undefined)
    await run()
    expect(await statesOf()).toEqual({ strange: 'word_of_next_year', forgotten: 'unreachable' })
  })

  it('runs once at a time', async () => {
    await add(['a1', 'a'])
    const sync = createSync({ storage, server: server(), now: () => now, random: () => 0, deviceId: 'd' })
    await Promise.all([sync.run(), sync.run()])
    expect(batches).toEqual([['a1']])
  })
})

describe('a pull', () => {
  const held = (id: string) => ({ id, version: 1, doc: {} })

  it('goes on after the last page that was written', async () => {
    const asked: (string | null)[] = []
    const pull = async (cursor: string | null) => {
      asked.push(cursor)
      if (asked.length === 2) throw new TypeError('fetch failed')
      return { ...emptyPage(), cursor: `c${asked.length}`, more: asked.length < 3 }
    }
    expect(await run({}, pull)).toMatchObject({ pull: { end: 'unreachable', pages: 1 } })
    expect((await storage.readMeta()).syncedAt).toBeNull()
    expect(await run({}, pull)).toMatchObject({ pull: { end: 'done', pages: 1 } })
    expect(asked).toEqual([null, 'c1', 'c1'])
  })

  it('forgets what a page that tells a range completely does not speak of, and nothing outside of the range', async () => {
    await storage.apply({ put: ['1', '2', '3', '4'].map(held) })
    await run({}, async () => ({ ...emptyPage(), remove: ['1'], range: { after: '1', to: '3', keep: ['2'] } }))
    expect((await storage.listHouseholds()).map(({ id }) => id)).toEqual(['2', '4'])
  })

  it('wipes the pack of somebody who may not check any more; unsent work stays', async () => {
    await storage.apply({ put: [held('1')], index: '[]', meta: { cursor: 'c' } })
    await add(['a1', 'a'])
    answerTo = refused('forbidden')
    expect(await run({}, async () => { throw new ServerRefusal('forbidden') })).toMatchObject({ pull: { end: 'wiped' } })
    expect(await storage.listHouseholds()).toEqual([])
    expect(await statesOf()).toEqual({ a1: 'forbidden' })
  })
})
