import { unsent } from './outbox.rules.ts'
import type { NewEntry, OutboxEntry } from './outbox-entry.ts'

const KIND = 'anye-outbox'
const VERSION = 1
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Unsent work as a text that another phone of the same person takes in. `at`: ISO 8601. */
export function writeOutboxFile(entries: readonly OutboxEntry[], at: string): string {
  return JSON.stringify({ kind: KIND, version: VERSION, exportedAt: at, entries: unsent(entries) }, undefined, 2)
}

/** What a file brings: her own work in the order of writing, and how many entries are somebody else's. */
export type OutboxFile = { entries: NewEntry[]; others: number }

/**
 * Reads what `writeOutboxFile` wrote. Only the person who did the work sends it: under another name it would be another's word.
 * Each entry keeps its command id, so that a file taken in twice, or sent by the first phone after all, is stored once.
 * @returns undefined for a text that is no such file
 */
export function readOutboxFile(text: string, actorId: string): OutboxFile | undefined {
  const found = fieldsOf(parse(text))
  if (found['kind'] !== KIND || found['version'] !== VERSION || !Array.isArray(found['entries'])) return undefined
  const entries = found['entries'].map(entryOf)
  if (!entries.every((entry) => entry !== undefined)) return undefined
  const own = entries.filter((entry) => entry.actorId === actorId)
  return { entries: own, others: entries.length - own.length }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})

/** The part of an entry that a person made; the rest begins anew on this phone. */
function entryOf(value: unknown): NewEntry | undefined {
  const { commandId, endpoint, input, contractVersion, baseVersion, deviceTime, actorId, householdId, title } = fieldsOf(value)
  if (typeof commandId !== 'string' || !UUID.test(commandId) || typeof endpoint !== 'string' || typeof input !== 'object' || input === null) return undefined
  if (typeof contractVersion !== 'number' || typeof deviceTime !== 'string' || Number.isNaN(Date.parse(deviceTime))) return undefined
  if (typeof actorId !== 'string' || typeof title !== 'string' || (householdId !== null && typeof householdId !== 'string')) return undefined
  return { commandId, endpoint, input, contractVersion, baseVersion: typeof baseVersion === 'number' ? baseVersion : null, deviceTime, actorId, householdId, title }
}
