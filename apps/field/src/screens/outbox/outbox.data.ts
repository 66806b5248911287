import type { OutboxEntry, Receipt } from '@anye/pack/outbox/outbox-entry'
import { afterDecision } from '@anye/pack/outbox/outbox.rules'
import type { PackStorage } from '@anye/pack/storage/pack-storage'

export type OutboxView = { attention: OutboxEntry[]; waiting: OutboxEntry[]; stored: OutboxEntry[]; receipts: Receipt[] }

export async function readOutbox(storage: PackStorage): Promise<OutboxView> {
  const [entries, receipts] = await Promise.all([storage.listEntries(), storage.listReceipts()])
  return {
    attention: entries.filter(({ state }) => state === 'attention'), waiting: entries.filter(({ state }) => state === 'waiting' || state === 'sending'),
    stored: entries.filter(({ state }) => state === 'stored').reverse(), receipts,
  }
}

/** O3 A parked entry goes again. */
export async function sendAgain(storage: PackStorage, entry: OutboxEntry): Promise<void> {
  const change = afterDecision(entry)
  if (change) await storage.updateEntry(entry.commandId, change)
}

export function giveUp(storage: PackStorage, entry: OutboxEntry): Promise<void> {
  return storage.discardEntry(entry.commandId)
}
