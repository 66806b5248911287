import { unsent } from '@anye/pack/outbox/outbox.rules'
import { readWorkFile, UnreadableWorkFile, WORK_FILE_BYTES, writeWorkFile } from '@anye/pack/outbox/work-file'
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

/** Unsent work as a file that another phone or a desk can send; ids of what is in it. */
export async function exportUnsent(storage: PackStorage, author: string, at: string): Promise<{ name: string; text: string; ids: string[] }> {
  const entries = unsent(await storage.listEntries())
  const text = writeWorkFile(entries, author, at)
  return { name: `anye-outbox-${at.slice(0, 16).replace(/[:T]/g, '-')}.json`, text, ids: entries.map(({ commandId }) => commandId) }
}

/** Entries that a file brought: new ones, `others` of them somebody else's work, and those that this phone knows. */
export type TakenIn = { added: number; others: number; known: number }

/**
 * O8 Takes the work of a file into this phone's outbox.
 * @param userId whose phone this is: work of hers from another phone needs no author beside her
 * @throws UnreadableWorkFile and nothing is taken, @throws StorageFull
 */
export async function importWork(storage: PackStorage, file: Blob, userId: string): Promise<TakenIn> {
  if (file.size > WORK_FILE_BYTES) throw new UnreadableWorkFile('foreign')
  const { entries } = readWorkFile(await textOf(file))
  const [waiting, receipts] = await Promise.all([storage.listEntries(), storage.listReceipts()])
  const here = new Set([...waiting, ...receipts].map(({ commandId }) => commandId))
  const added = entries.filter(({ commandId }) => !here.has(commandId))
  for (const entry of added) await storage.appendEntry(entry.actorId === userId ? { ...entry, author: null } : entry)
  return { added: added.length, others: added.filter(({ actorId }) => actorId !== userId).length, known: entries.length - added.length }
}

/** `Blob.text` is younger than the phones this runs on. */
function textOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new UnreadableWorkFile('damaged'))
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
