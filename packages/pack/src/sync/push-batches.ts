import { afterAttempt, afterRestart, readyAt } from '../outbox/outbox.rules.ts'
import type { EntryChange, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { PackStorage } from '../storage/pack-storage.ts'
import { afterResult, batchOf, failureIn, isHalved, queuedOf, type BatchFailure } from './push.rules.ts'
import { ServerRefusal, type PushAnswer, type SyncServer } from './sync-server.ts'

const BATCH = 50

export type PushParts = { storage: PackStorage; server: SyncServer; now: () => number; deviceId: string }
/** `stored` on the server, `parked` there for a successor, `attention` here; `failure` is why it stopped early. */
export type PushEnd = { stored: number; parked: number; attention: number; failure: BatchFailure | null }

/** Makes good what a killed app left: what was on its way waits again, what was stored leaves. */
export async function recoverOutbox(storage: PackStorage): Promise<void> {
  for (const entry of await storage.listEntries()) {
    const change = afterRestart(entry)
    if (change !== undefined) await storage.updateEntry(entry.commandId, change)
    if (entry.state === 'stored') await storage.settleEntry(entry.commandId, entry.triedAt ?? entry.deviceTime)
  }
}

/** Sends everything that may be sent now, in batches, until nothing is left or the server cannot be reached. */
export async function pushBatches(parts: PushParts, { eager = false } = {}): Promise<PushEnd> {
  const end: PushEnd = { stored: 0, parked: 0, attention: 0, failure: null }
  const tried = new Set<string>()
  while (end.failure === null) {
    // Nothing is tried twice in one round: what failed holds back its household until the next.
    const mayGo = (entry: OutboxEntry) => !tried.has(entry.commandId) && (eager || readyAt(entry) <= parts.now())
    const batch = batchOf(await parts.storage.listEntries(), mayGo, BATCH)
    if (batch.length === 0) break
    for (const { commandId } of batch) tried.add(commandId)
    end.failure = await sendBatch(parts, batch, end)
  }
  return end
}

async function sendBatch(parts: PushParts, batch: readonly OutboxEntry[], end: PushEnd): Promise<BatchFailure | null> {
  for (const { commandId } of batch) await parts.storage.updateEntry(commandId, { state: 'sending' })
  const answer = await ask(parts, batch)
  if (!('kind' in answer)) {
    await takeAnswer(parts, batch, answer, end)
    return failureIn(answer.results)
  }
  if (isHalved(answer, batch.length)) {
    const middle = Math.ceil(batch.length / 2)
    return (await sendBatch(parts, batch.slice(0, middle), end)) ?? sendBatch(parts, batch.slice(middle), end)
  }
  const at = new Date(parts.now()).toISOString()
  for (const entry of batch) await change(parts.storage, entry, afterAttempt(entry, answer, at), end)
  // A refusal that was about this one entry stops nobody else.
  return answer.kind === 'refused' && batch.length === 1 && isHalved(answer, 2) ? null : answer
}

async function ask({ server, deviceId, now }: PushParts, batch: readonly OutboxEntry[]): Promise<PushAnswer | BatchFailure> {
  try {
    return await server.push({ device: { id: deviceId, now: new Date(now()).toISOString() }, entries: batch.map(queuedOf) })
  } catch (error) {
    return error instanceof ServerRefusal ? { kind: 'refused', code: error.code } : { kind: 'unreachable' }
  }
}

async function takeAnswer({ storage, now }: PushParts, batch: readonly OutboxEntry[], { results, serverNow }: PushAnswer, end: PushEnd): Promise<void> {
  const at = new Date(now()).toISOString()
  const byId = new Map(results.map((result) => [result.commandId, result]))
  for (const entry of batch) {
    const result = byId.get(entry.commandId)
    await change(storage, entry, afterResult(entry, result, at), end)
    if (result?.status !== 'stored' && result?.status !== 'parked') continue
    await storage.settleEntry(entry.commandId, serverNow)
    end[result.status] += 1
  }
}

async function change(storage: PackStorage, { commandId }: OutboxEntry, next: EntryChange, end: PushEnd): Promise<void> {
  await storage.updateEntry(commandId, next)
  if (next.state === 'attention') end.attention += 1
}
