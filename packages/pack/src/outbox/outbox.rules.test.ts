import { describe, expect, it } from 'vitest'
import { newEntry, type OutboxEntry } from './outbox-entry.ts'
import { afterAttempt, afterDecision, afterRestart, countEntries, readyAt, readyEntries, retryOf, unsent } from './outbox.rules.ts'

const AT = '2026-11-20T01:00:00.000Z'
const NOW = Date.parse(AT)

function entry(commandId: string, changes: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    ...newEntry({
      commandId, endpoint: 'registry.episode.add', input: {}, contractVersion: 1, baseVersion: null, deviceTime: AT, actorId: 'u1',
      householdId: 'h1', title: 'x',
    }),
    ...changes,
  }
}
const idsOf = (entries: readonly OutboxEntry[]) => entries.map(({ commandId }) => commandId)

describe('an entry of the outbox', () => {
  it('O1 waits again when the app was killed while it was sent', () => {
    expect(afterRestart(entry('a', { state: 'sending' }))).toEqual({ state: 'waiting' })
    for (const state of ['waiting', 'stored', 'attention'] as const) expect(afterRestart(entry('a', { state }))).toBeUndefined()
  })

  it('O2 ends only when the server has stored it', () => {
    expect(afterAttempt(entry('a'), { kind: 'stored', receipt: { id: 1 } }, AT)).toEqual({
      state: 'stored', code: null, receipt: { id: 1 }, attempts: 1, triedAt: AT,
    })
    expect(afterAttempt(entry('a'), { kind: 'unreachable' }, AT)).toMatchObject({ state: 'waiting', code: 'unreachable', attempts: 1 })
  })

  it('O2 waits after a refusal that time or a log-in mends', () => {
    for (const code of ['busy', 'too_many_requests', 'signed_out']) {
      expect(afterAttempt(entry('a'), { kind: 'refused', code }, AT)).toMatchObject({ state: 'waiting', code })
    }
  })

  it('O2 asks a person after any other refusal, and after a word that this phone does not know', () => {
    for (const code of ['episode_overlap', 'forbidden', 'request_invalid', 'internal', 'word_of_next_year', 'toString']) {
      expect(afterAttempt(entry('a'), { kind: 'refused', code }, AT)).toMatchObject({ state: 'attention', code })
    }
    expect(retryOf('word_of_next_year')).toBe('ask-person')
  })

  it('O3 goes again when a person says so, and only from attention', () => {
    expect(afterDecision(entry('a', { state: 'attention', code: 'busy', attempts: 4 }))).toEqual({ state: 'waiting', code: null, attempts: 0 })
    expect(afterDecision(entry('a'))).toBeUndefined()
  })

  it('O4 is tried after pauses that double up to a quarter of an hour, and never ends trying', () => {
    const pauses = [1, 2, 3, 8, 9, 500].map((attempts) => (readyAt(entry('a', { attempts, triedAt: AT })) - NOW) / 1000)
    expect(pauses).toEqual([5, 10, 20, 640, 900, 900])
    expect(readyAt(entry('a'))).toBe(0)
  })
})

describe('the queue', () => {
  it('O5 keeps the order within a household and lets no household wait for another', () => {
    const entries = [entry('a1'), entry('a2'), entry('b1', { householdId: 'h2' }), entry('n1', { householdId: null }), entry('n2', { householdId: null })]
    expect(idsOf(readyEntries(entries, NOW))).toEqual(['a1', 'b1', 'n1', 'n2'])
  })

  it('O5 holds a household back while its first entry is on its way or pauses', () => {
    const sending = [entry('a1', { state: 'sending' }), entry('a2'), entry('b1', { householdId: 'h2' })]
    expect(idsOf(readyEntries(sending, NOW))).toEqual(['b1'])
    const pausing = [entry('a1', { attempts: 1, triedAt: AT }), entry('a2')]
    expect(idsOf(readyEntries(pausing, NOW + 4_999))).toEqual([])
    expect(idsOf(readyEntries(pausing, NOW + 5_000))).toEqual(['a1'])
  })

  it('O5 lets a parked entry step aside: it blocks neither its own household nor another', () => {
    const entries = [entry('a1', { state: 'attention' }), entry('a2'), entry('b1', { householdId: 'h2' })]
    expect(idsOf(readyEntries(entries, NOW))).toEqual(['a2', 'b1'])
  })

  it('O6 counts as unsent everything that the server does not have', () => {
    const entries = [entry('a', { state: 'stored' }), entry('b', { state: 'sending' }), entry('c', { state: 'attention' }), entry('d')]
    expect(idsOf(unsent(entries))).toEqual(['b', 'c', 'd'])
    expect(countEntries(entries)).toEqual({ waiting: 2, attention: 1, stored: 1 })
  })
})
