import type { OutboxEntry, Receipt } from '../outbox/outbox-entry.ts'
import { NotParked, NotStored } from './storage-errors.ts'

/** What stays of an entry that the server has. @throws NotStored when it does not have it */
export function receiptOf(entry: OutboxEntry, storedAt: string): Receipt {
  if (entry.state !== 'stored') throw new NotStored(entry.commandId)
  const { commandId, endpoint, householdId, title, deviceTime, actorId, receipt } = entry
  return { commandId, endpoint, householdId, title, deviceTime, actorId, receipt, storedAt }
}

/** @throws NotParked when an entry is not one that asks for a person */
export function discardable(entry: OutboxEntry): void {
  if (entry.state !== 'attention') throw new NotParked(entry.commandId)
}
