import type { EntryChange, NewEntry, OutboxEntry, Receipt } from '../outbox/outbox-entry.ts'

/** A household as the pack keeps it: opaque JSON under an id, with the version the server gave it. */
export type StoredHousehold = { id: string; version: number; doc: unknown }

export type PackMeta = {
  /** Where the next pull begins; null before the first. Opaque. */
  cursor: string | null
  /** Last pull that ended well, ISO 8601. */
  syncedAt: string | null
  /** Figures that came with the last pull and are not documents (month, day, list of today), as JSON. */
  state: unknown
}

/** What one pull changes, all of it or nothing. */
export type PackChanges = {
  put?: readonly StoredHousehold[]
  remove?: readonly string[]
  /** The searchable index of the whole pack, one text. */
  index?: string
  meta?: Partial<PackMeta>
}

export type PackSize = { households: number; bytes: number }

/**
 * What a phone remembers: the pack of one person, and what she did that the server may not have yet. Two adapters, memory and Dexie
 * (encrypted), pass one suite (`testing/storage-contract.ts`).
 *
 * Every promise resolves only when the data are on the device. @throws StorageFull when it has no room; nothing is changed then.
 */
export interface PackStorage {
  readHousehold(id: string): Promise<StoredHousehold | undefined>
  /** In the order asked for; unknown ids are left out. */
  readHouseholds(ids: readonly string[]): Promise<StoredHousehold[]>
  /** Ids and versions of everything held, sorted by id. */
  listHouseholds(): Promise<{ id: string; version: number }[]>
  readIndex(): Promise<string | undefined>
  readMeta(): Promise<PackMeta>
  /** Writes a pull in one transaction. */
  apply(changes: PackChanges): Promise<void>
  /** Forgets households, index and meta. Outbox and receipts stay. */
  wipePack(): Promise<void>

  /** Adds a command at the end. The same command id again changes nothing and answers what is there. */
  appendEntry(entry: NewEntry): Promise<OutboxEntry>
  /** @throws UnknownEntry */
  updateEntry(commandId: string, change: EntryChange): Promise<OutboxEntry>
  /** Every entry in the order of writing. */
  listEntries(): Promise<OutboxEntry[]>
  /** Takes a stored entry out and keeps its receipt. @throws NotStored for any other state, @throws UnknownEntry */
  settleEntry(commandId: string, storedAt: string): Promise<Receipt>
  /** A person gave a parked entry up, with her eyes open. @throws NotParked for any other state, @throws UnknownEntry */
  discardEntry(commandId: string): Promise<void>
  /** Newest first. */
  listReceipts(): Promise<Receipt[]>
  /** Forgets receipts older than an instant (ISO 8601). */
  pruneReceipts(before: string): Promise<void>

  measure(): Promise<PackSize>
}

export const EMPTY_META: PackMeta = { cursor: null, syncedAt: null, state: null }
