import { unsent } from '@anye/pack/outbox/outbox.rules'
import type { PackStorage } from '@anye/pack/storage/pack-storage'

export type PhoneFacts = { households: number; bytes: number; syncedAt: string | null; unsent: number; persisted: boolean | null; room: number | null }

/** What the phone holds and how safe it lies. `persisted` and `room` are null where the browser does not say. */
export async function readPhoneFacts(storage: PackStorage): Promise<PhoneFacts> {
  const [size, meta, entries, persisted, estimate] = await Promise.all([
    storage.measure(), storage.readMeta(), storage.listEntries(), askPersisted(), askEstimate(),
  ])
  const room = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0)
  return { ...size, syncedAt: meta.syncedAt, unsent: unsent(entries).length, persisted, room }
}

// Older web views know the interface in part.
const manager = (): Partial<StorageManager> | undefined => (navigator as { storage?: Partial<StorageManager> }).storage

async function askPersisted(): Promise<boolean | null> {
  return (await manager()?.persisted?.()) ?? null
}

async function askEstimate(): Promise<StorageEstimate | undefined> {
  return manager()?.estimate?.()
}

/** Asks the system never to clear this app's data by itself; it may refuse. */
export async function askToPersist(): Promise<void> {
  await manager()?.persist?.()
}

/** Unsent work as a file that a desk can read; ids of what is in it. */
export async function exportUnsent(storage: PackStorage, at: string): Promise<{ name: string; text: string; ids: string[] }> {
  const entries = unsent(await storage.listEntries())
  const text = JSON.stringify({ kind: 'anye-outbox', version: 1, exportedAt: at, entries }, undefined, 2)
  return { name: `anye-outbox-${at.slice(0, 16).replace(/[:T]/g, '-')}.json`, text, ids: entries.map(({ commandId }) => commandId) }
}

/** Hands a text to the phone's downloads. */
export function saveTextFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The download has read it by then; a web view that is slow keeps it a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
