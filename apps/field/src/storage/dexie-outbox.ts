import { newEntry, type OutboxEntry, type Receipt } from '@anye/pack/outbox/outbox-entry'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { discardable, receiptOf } from '@anye/pack/storage/settle.rules'
import { UnknownEntry } from '@anye/pack/storage/storage-errors'
import { openJson, sealJson } from '../vault/boxes.ts'
import type { OpenKeys } from '../vault/vault.ts'
import type { OutboxRow, PhoneDatabase, ReceiptRow } from './phone-database.ts'
import { orStorageFull } from './storage-full.ts'

type OutboxHalf = Pick<PackStorage, 'appendEntry' | 'updateEntry' | 'listEntries' | 'settleEntry' | 'discardEntry' | 'listReceipts' | 'pruneReceipts'>
type Typed = Omit<OutboxEntry, 'state' | 'code' | 'attempts' | 'triedAt' | 'receipt'>

const ownerOf = ({ userId, outboxKeyId }: Pick<OpenKeys, 'userId' | 'outboxKeyId'>) => `${userId}:${outboxKeyId}`

/** Entries of this person that a lost key sealed: they stay, and somebody must be told. */
export async function countUnreadable(database: PhoneDatabase, keys: OpenKeys): Promise<number> {
  const all = await database.outbox.where('owner').startsWith(`${keys.userId}:`).count()
  return all - (await database.outbox.where('owner').equals(ownerOf(keys)).count())
}

export function outboxOf(database: PhoneDatabase, keys: OpenKeys): OutboxHalf {
  const { outbox: key } = keys
  const owner = ownerOf(keys)
  const getRow = async (commandId: string): Promise<OutboxRow> => {
    const row = await database.outbox.get({ commandId })
    if (row?.owner !== owner) throw new UnknownEntry(commandId)
    return row
  }
  const openRow = async ({ commandId, box, receipt, state, code, attempts, triedAt }: OutboxRow): Promise<OutboxEntry> => ({
    ...(await openJson<Typed>(key, `entry:${commandId}`, box)), state, code, attempts, triedAt,
    receipt: receipt === null ? null : await openJson(key, `answer:${commandId}`, receipt),
  })
  return {
    appendEntry: async (entry) => {
      const { state, code, attempts, triedAt, receipt: _, ...typed } = newEntry(entry)
      const row: OutboxRow = { commandId: entry.commandId, owner, state, code, attempts, triedAt, receipt: null, box: await sealJson(key, `entry:${entry.commandId}`, typed) }
      const kept = await orStorageFull(() => database.transaction('rw', database.outbox, async () => {
        const known = await database.outbox.get({ commandId: entry.commandId })
        if (known === undefined) await database.outbox.add(row)
        return known ?? row
      }))
      return openRow(kept)
    },
    updateEntry: async (commandId, { receipt, ...plain }) => {
      const answer = receipt === undefined ? {} : { receipt: receipt === null ? null : await sealJson(key, `answer:${commandId}`, receipt) }
      const { seq } = await getRow(commandId)
      await orStorageFull(() => database.outbox.update(seq ?? -1, { ...plain, ...answer }))
      return openRow(await getRow(commandId))
    },
    listEntries: async () => Promise.all((await database.outbox.where('owner').equals(owner).sortBy('seq')).map(openRow)),
    settleEntry: async (commandId, storedAt) => {
      const row = await getRow(commandId)
      const receipt = receiptOf(await openRow(row), storedAt)
      await moveToReceipts(database, row, { owner, commandId, storedAt, box: await sealJson(key, `receipt:${commandId}`, receipt) })
      return receipt
    },
    discardEntry: async (commandId) => {
      const row = await getRow(commandId)
      discardable(await openRow(row))
      await database.outbox.delete(row.seq ?? -1)
    },
    listReceipts: async () => {
      const rows = await database.receipts.where('owner').equals(owner).sortBy('seq')
      return Promise.all(rows.reverse().map(({ commandId, box }) => openJson<Receipt>(key, `receipt:${commandId}`, box)))
    },
    pruneReceipts: async (before) => {
      await database.receipts.where('storedAt').below(before).delete()
    },
  }
}

async function moveToReceipts(database: PhoneDatabase, row: OutboxRow, receipt: ReceiptRow): Promise<void> {
  await orStorageFull(() => database.transaction('rw', database.outbox, database.receipts, async () => {
    await database.receipts.add(receipt)
    await database.outbox.delete(row.seq ?? -1)
  }))
}
