import { countEntries, type OutboxCounts } from '@anye/pack/outbox/outbox.rules'
import type { PackStorage } from '@anye/pack/storage/pack-storage'

export type SyncFigures = OutboxCounts & { syncedAt: string | null }

/** Figures of the quiet line: what the server has confirmed, what waits, what needs her. */
export async function readSyncFigures(storage: PackStorage): Promise<SyncFigures> {
  const [entries, receipts, meta] = await Promise.all([storage.listEntries(), storage.listReceipts(), storage.readMeta()])
  const counts = countEntries(entries)
  return { ...counts, stored: counts.stored + receipts.length, syncedAt: meta.syncedAt }
}
