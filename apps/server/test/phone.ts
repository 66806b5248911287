import { CONTRACT_VERSION } from '@anye/contract/cards/sync/contract-version'
import type { NewEntry } from '@anye/pack/outbox/outbox-entry'
import { createMemoryStorage } from '@anye/pack/storage/memory-storage'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { httpSyncServer, type Fetch } from '@anye/pack/sync/sync-server'
import { createSync } from '@anye/pack/sync/sync'

export type Phone = {
  storage: PackStorage
  deviceId: string
  sync: ReturnType<typeof createSync>
  /** The phone's own clock, milliseconds since 1970. */
  now: () => number
  /** Queues a command; answers its id. */
  queue: (endpoint: string, householdId: string | null, input: Record<string, unknown>, changes?: Partial<NewEntry>) => Promise<string>
}

export type PhoneParts = {
  fetch: Fetch; base?: string; headers: Record<string, string>; now: () => number; newId: () => string; random?: () => number
  /** What survived of the phone before; a new one starts empty. */
  storage?: PackStorage; deviceId?: string
}

/** A phone with the client of the field app and a memory for a storage. */
export function aPhone({ fetch, base = '', headers, now, newId, random = () => 0.5, storage = createMemoryStorage(), deviceId = newId() }: PhoneParts): Phone {
  const sync = createSync({ storage, server: httpSyncServer({ fetch, base, headers }), now, deviceId, random })
  return {
    storage, deviceId, sync, now,
    queue: async (endpoint, householdId, input, changes = {}) => {
      const commandId = changes.commandId ?? newId()
      await storage.appendEntry({
        commandId, endpoint, input: { ...input, commandId }, contractVersion: CONTRACT_VERSION, baseVersion: null, deviceTime: new Date(now()).toISOString(),
        actorId: 'person', householdId, title: 'check', ...changes,
      })
      return commandId
    },
  }
}
