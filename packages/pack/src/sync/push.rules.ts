import { afterAttempt, readyAt } from '../outbox/outbox.rules.ts'
import type { EntryChange, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { PushResult, QueuedCommand } from './sync-server.ts'

/** How an answer about the whole batch ends it: nobody heard of it, or it was refused as a whole. */
export type BatchFailure = { kind: 'unreachable' } | { kind: 'refused'; code: string }

/** Codes that say something of the batch as it was written: one bad entry in it must not hold up the others, so it is halved. */
const ABOUT_CONTENT = new Set(['request_invalid', 'too_large', 'internal'])

/**
 * What is sent next, in the order of writing. Entries of one household follow each other in the batch, for the server runs them in order;
 * one that waits holds back those behind it, one that asks for a person does not (O5).
 * @param mayGo whether a waiting entry may be tried now
 */
export function batchOf(entries: readonly OutboxEntry[], mayGo: (entry: OutboxEntry) => boolean, most: number): OutboxEntry[] {
  const held = new Set<string>()
  const batch: OutboxEntry[] = []
  for (const entry of entries) {
    if (entry.state === 'stored' || entry.state === 'attention') continue
    const queue = entry.householdId ?? entry.commandId
    const isReady = entry.state === 'waiting' && mayGo(entry) && batch.length < most
    if (isReady && !held.has(queue)) batch.push(entry)
    else held.add(queue)
  }
  return batch
}

export function queuedOf({ commandId, endpoint, input, contractVersion, deviceTime, householdId, author }: OutboxEntry): QueuedCommand {
  return { commandId, endpoint, input: input as QueuedCommand['input'], contractVersion, deviceTime, householdId, author: author ?? null }
}

/** What one result changes. Work that waits in a successor's inbox has left this phone: its receipt says so. */
export function afterResult(entry: OutboxEntry, result: PushResult | undefined, at: string): EntryChange {
  if (result === undefined) return afterAttempt(entry, { kind: 'unreachable' }, at)
  if (result.status === 'stored') return afterAttempt(entry, { kind: 'stored', receipt: { status: 'stored', response: result.response } }, at)
  if (result.status === 'parked') return afterAttempt(entry, { kind: 'stored', receipt: { status: 'parked', reason: result.reason } }, at)
  return afterAttempt(entry, { kind: 'refused', code: result.code }, at)
}

/** Codes of single results that hold for all: the rest of the round would hear the same. */
const ABOUT_ALL = new Set(['busy', 'too_many_requests', 'signed_out', 'password_must_change'])

/** What in an answer ends the round. */
export function failureIn(results: readonly PushResult[]): BatchFailure | null {
  for (const result of results) if (result.status === 'refused' && ABOUT_ALL.has(result.code)) return { kind: 'refused', code: result.code }
  return null
}

/** True when a refused batch is to be tried in halves. */
export function isHalved(failure: BatchFailure, size: number): boolean {
  return size > 1 && failure.kind === 'refused' && ABOUT_CONTENT.has(failure.code)
}

/**
 * Milliseconds until something may be tried again, undefined when nothing waits; spread by up to a third, so that a village that was
 * cut off together does not come back together.
 * @param random uniform in [0, 1)
 */
export function nextTryIn(entries: readonly OutboxEntry[], now: number, random: () => number): number | undefined {
  const times = entries.filter(({ state }) => state === 'waiting' || state === 'sending').map(readyAt)
  return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - now) * (1 + random() / 3)
}
