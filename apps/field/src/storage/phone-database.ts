import { Dexie, type Table } from 'dexie'
import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { Box } from '../vault/boxes.ts'
import type { DeviceRecord, KeyRecord, KeyStore } from '../vault/key-store.ts'
import { orStorageFull } from './storage-full.ts'

/** Ids and versions are plain so that a pull can compare them; everything about people is in boxes. */
export type HouseholdRow = { id: string; version: number; box: Box }
export type BlobRow = { id: 'index' | 'meta'; box: Box }
/** State is plain so that it changes in one atomic step; what the person typed is in `box`, the server's answer in `receipt`. */
export type OutboxRow = Pick<OutboxEntry, 'commandId' | 'state' | 'code' | 'attempts' | 'triedAt'> & {
  seq?: number
  /** Person and key: another person's work, or work of a lost key, stays and is not read. */
  owner: string
  box: Box
  receipt: Box | null
}
export type ReceiptRow = { seq?: number; owner: string; commandId: string; storedAt: string; box: Box }
type KeyRow = { id: string; record: DeviceRecord | KeyRecord }

export class PhoneDatabase extends Dexie {
  declare households: Table<HouseholdRow, string>
  declare blobs: Table<BlobRow, string>
  declare outbox: Table<OutboxRow, number>
  declare receipts: Table<ReceiptRow, number>
  declare keys: Table<KeyRow, string>

  constructor(name = 'anye-field') {
    // Strict: a promise resolves when the bytes are on the disk, not when the system has taken note of them.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      households: 'id', blobs: 'id', outbox: '++seq, &commandId, owner', receipts: '++seq, owner, storedAt', keys: 'id',
    })
  }
}

const DEVICE = 'device'

/** Keys lie beside what they open: each is wrapped, and the phone's secret cannot be read by a script. */
export function keyStoreOf(database: PhoneDatabase): KeyStore {
  const read = async <T extends DeviceRecord | KeyRecord>(id: string) => (await database.keys.get(id))?.record as T | undefined
  const write = async (id: string, record: DeviceRecord | KeyRecord) => {
    await orStorageFull(() => database.keys.put({ id, record }))
  }
  return {
    readDevice: () => read<DeviceRecord>(DEVICE),
    writeDevice: (device) => write(DEVICE, device),
    readKeys: (userId) => read<KeyRecord>(`user:${userId}`),
    writeKeys: (keys) => write(`user:${keys.userId}`, keys),
  }
}
