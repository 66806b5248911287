import { ERRORS, type ErrorCode, type Retry } from '@anye/contract/errors'
import type { EntryChange, OutboxEntry } from './outbox-entry.ts'

/** How one attempt ended. `code` is what the server said, whether this phone knows the word or not. */
export type Outcome = { kind: 'stored'; receipt: unknown } | { kind: 'refused'; code: string } | { kind: 'unreachable' }

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 15 * 60_000

/** What the error table says of a code; a code this phone does not know asks a person. */
export function retryOf(code: string): Retry {
  return Object.prototype.hasOwnProperty.call(ERRORS, code) ? ERRORS[code as ErrorCode].retry : 'ask-person'
}

/** O1 An entry that was on its way when the app was killed waits again: its command id makes a second sending harmless. */
export function afterRestart(entry: OutboxEntry): EntryChange | undefined {
  return entry.state === 'sending' ? { state: 'waiting' } : undefined
}

/**
 * O2 What an attempt changes. Only `stored` ends an entry; a refusal that time or a log-in mends waits; everything else, an unknown
 * code too, asks a person.
 */
export function afterAttempt(entry: OutboxEntry, outcome: Outcome, at: string): EntryChange {
  const tried = { attempts: entry.attempts + 1, triedAt: at }
  if (outcome.kind === 'stored') return { ...tried, state: 'stored', code: null, receipt: outcome.receipt }
  if (outcome.kind === 'unreachable') return { ...tried, state: 'waiting', code: 'unreachable' }
  const waits = ['later', 'after-login'].indexOf(retryOf(outcome.code)) >= 0
  return { ...tried, state: waits ? 'waiting' : 'attention', code: outcome.code }
}

/** O3 A person lets a parked entry go again. */
export function afterDecision(entry: OutboxEntry): EntryChange | undefined {
  return entry.state === 'attention' ? { state: 'waiting', code: null, attempts: 0 } : undefined
}

/** O4 When a waiting entry may be tried again, in milliseconds since 1970: pauses double from five seconds to a quarter of an hour. */
export function readyAt(entry: OutboxEntry): number {
  if (entry.triedAt === null || entry.attempts === 0) return 0
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(entry.attempts - 1, 20))
  return Date.parse(entry.triedAt) + pause
}

/**
 * O5 What may be sent now, in order. Within a household an entry waits for the one before it; a parked entry has stepped aside and
 * holds up nobody; no household waits for another.
 * @param entries the outbox in the order of writing
 * @param now milliseconds since 1970
 */
export function readyEntries(entries: readonly OutboxEntry[], now: number): OutboxEntry[] {
  const held = new Set<string>()
  const ready: OutboxEntry[] = []
  for (const entry of entries) {
    if (entry.state === 'stored' || entry.state === 'attention') continue
    const queue = entry.householdId ?? entry.commandId
    if (!held.has(queue) && entry.state === 'waiting' && readyAt(entry) <= now) ready.push(entry)
    held.add(queue)
  }
  return ready
}

/** O6 Work that the server does not have: a log-out refuses while there is any that was not saved to a file. */
export function unsent(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(({ state }) => state !== 'stored')
}

export type OutboxCounts = { waiting: number; attention: number; stored: number }

/** Figures of the sync line; what is on its way counts as waiting. */
export function countEntries(entries: readonly OutboxEntry[]): OutboxCounts {
  const counts: OutboxCounts = { waiting: 0, attention: 0, stored: 0 }
  for (const { state } of entries) counts[state === 'sending' ? 'waiting' : state]++
  return counts
}
