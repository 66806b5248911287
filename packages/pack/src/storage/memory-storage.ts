import { newEntry, type OutboxEntry, type Receipt } from '../outbox/outbox-entry.ts'
import { EMPTY_META, type PackChanges, type PackMeta, type PackStorage, type StoredHousehold } from './pack-storage.ts'
import { discardable, receiptOf } from './settle.rules.ts'
import { UnknownEntry } from './storage-errors.ts'

type Memory = {
  households: Map<string, StoredHousehold>
  index: string | undefined
  meta: PackMeta
  entries: OutboxEntry[]
  receipts: Receipt[]
}

/** JSON in, JSON out: what a caller changes afterwards does not change what is kept, as with a database. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** A phone's memory that ends with the process: for tests and for simulating many phones on one machine. */
export function createMemoryStorage(): PackStorage {
  const memory: Memory = { households: new Map(), index: undefined, meta: EMPTY_META, entries: [], receipts: [] }
  return { ...packOf(memory), ...outboxOf(memory) }
}

type PackHalf = Pick<PackStorage, 'readHousehold' | 'readHouseholds' | 'listHouseholds' | 'readIndex' | 'readMeta' | 'apply' | 'wipePack' | 'measure'>

function packOf(memory: Memory): PackHalf {
  const find = (id: string) => memory.households.get(id)
  return {
    readHousehold: async (id) => {
      const found = find(id)
      return found && copy(found)
    },
    readHouseholds: async (ids) => ids.map(find).filter((found) => found !== undefined).map(copy),
    listHouseholds: async () => Array.from(memory.households.values(), ({ id, version }) => ({ id, version })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    readIndex: async () => memory.index,
    readMeta: async () => copy(memory.meta),
    apply: async (changes) => applyTo(memory, changes),
    wipePack: async () => {
      memory.households.clear()
      memory.index = undefined
      memory.meta = EMPTY_META
    },
    measure: async () => ({
      households: memory.households.size,
      bytes: JSON.stringify(Array.from(memory.households.values())).length + (memory.index ?? '').length,
    }),
  }
}

function applyTo(memory: Memory, { put = [], remove = [], index, meta }: PackChanges): void {
  for (const id of remove) memory.households.delete(id)
  for (const household of put) memory.households.set(household.id, copy(household))
  if (index !== undefined) memory.index = index
  if (meta !== undefined) memory.meta = copy({ ...memory.meta, ...meta })
}

function outboxOf(memory: Memory): Omit<PackStorage, keyof PackHalf> {
  const positionOf = (commandId: string) => {
    const position = memory.entries.findIndex((entry) => entry.commandId === commandId)
    const entry = memory.entries[position]
    if (entry === undefined) throw new UnknownEntry(commandId)
    return { position, entry }
  }
  return {
    appendEntry: async (entry) => {
      const known = memory.entries.find(({ commandId }) => commandId === entry.commandId)
      const kept = known ?? copy(newEntry(entry))
      if (known === undefined) memory.entries.push(kept)
      return copy(kept)
    },
    updateEntry: async (commandId, change) => {
      const { position, entry } = positionOf(commandId)
      memory.entries[position] = copy({ ...entry, ...change })
      return copy({ ...entry, ...change })
    },
    listEntries: async () => copy(memory.entries),
    settleEntry: async (commandId, storedAt) => {
      const { position, entry } = positionOf(commandId)
      const receipt = copy(receiptOf(entry, storedAt))
      memory.entries.splice(position, 1)
      memory.receipts.unshift(receipt)
      return copy(receipt)
    },
    discardEntry: async (commandId) => {
      const { position, entry } = positionOf(commandId)
      discardable(entry)
      memory.entries.splice(position, 1)
    },
    listReceipts: async () => copy(memory.receipts),
    pruneReceipts: async (before) => {
      memory.receipts = memory.receipts.filter(({ storedAt }) => storedAt >= before)
    },
  }
}
