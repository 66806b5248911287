import { readOutboxFile, writeOutboxFile } from '@anye/pack/outbox/outbox-file'
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

/** Unsent work as a file that another phone of hers takes in and a desk can read; ids of what is in it. */
export async function exportUnsent(storage: PackStorage, at: string): Promise<{ name: string; text: string; ids: string[] }> {
  const entries = unsent(await storage.listEntries())
  return { name: `anye-outbox-${at.slice(0, 16).replace(/[:T]/g, '-')}.json`, text: writeOutboxFile(entries, at), ids: entries.map(({ commandId }) => commandId) }
}

export type TakenIn = { added: number; known: number; others: number }

/** Puts a file's work into the outbox of the person it belongs to; undefined for a file of another kind. @throws StorageFull */
export async function importUnsent(storage: PackStorage, text: string, actorId: string): Promise<TakenIn | undefined> {
  const file = readOutboxFile(text, actorId)
  if (file === undefined) return undefined
  const [entries, receipts] = await Promise.all([storage.listEntries(), storage.listReceipts()])
  const here = new Set([...entries, ...receipts].map(({ commandId }) => commandId))
  const added = file.entries.filter(({ commandId }) => !here.has(commandId))
  for (const entry of added) await storage.appendEntry(entry)
  return { added: added.length, known: file.entries.length - added.length, others: file.others }
}

export function readTextFile(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    // Blob.text() is younger than the oldest web view.
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(new Error('the file cannot be read', { cause: reader.error }))
    reader.readAsText(file)
  })
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
