import { isUuid } from '@anye/kernel/ids'
import type { NewEntry, OutboxEntry } from './outbox-entry.ts'

/**
 * Unsent work as a file, for a phone that will not see a network again: another phone or a desk sends it. The format is this project's
 * own; what a later version adds is kept, what is not an entry is refused as a whole, so that nobody believes half a file to be sent.
 */
export type WorkFile = { exportedAt: string; entries: readonly NewEntry[] }

/** `foreign`: no file of ours; `newer`: of a later version of the app; `damaged`: ours, and not whole. */
export type WorkFileFault = 'foreign' | 'newer' | 'damaged'

export class UnreadableWorkFile extends Error {
  readonly fault: WorkFileFault
  constructor(fault: WorkFileFault) {
    super(`The file of unsent work cannot be read: ${fault}`)
    this.name = 'UnreadableWorkFile'
    this.fault = fault
  }
}

/** Nobody has as much unsent work; larger files are of another kind and are not read. */
export const WORK_FILE_BYTES = 8 * 1024 * 1024
const KIND = 'anye-outbox'
const VERSION = 2

/**
 * @param author who did the work, by name: whoever sends the file is not her
 * @param at ISO 8601
 */
export function writeWorkFile(entries: readonly OutboxEntry[], author: string, at: string): string {
  const kept = entries.map(({ state: _state, code: _code, attempts: _attempts, triedAt: _triedAt, receipt: _receipt, ...entry }) => ({ ...entry, author: entry.author ?? author }))
  return JSON.stringify({ kind: KIND, version: VERSION, exportedAt: at, entries: kept }, undefined, 2)
}

/** @throws UnreadableWorkFile */
export function readWorkFile(text: string): WorkFile {
  const file = parse(text)
  if (file['kind'] !== KIND) throw new UnreadableWorkFile('foreign')
  if (typeof file['version'] !== 'number' || file['version'] > VERSION) throw new UnreadableWorkFile('newer')
  const { exportedAt, entries } = file
  if (typeof exportedAt !== 'string' || !Array.isArray(entries)) throw new UnreadableWorkFile('damaged')
  return { exportedAt, entries: entries.map(entryIn) }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    throw new UnreadableWorkFile(text.includes(`"${KIND}"`) ? 'damaged' : 'foreign')
  }
}

function entryIn(value: unknown): NewEntry {
  if (!isRecord(value)) throw new UnreadableWorkFile('damaged')
  const { commandId, endpoint, input, contractVersion, baseVersion, deviceTime, actorId, householdId, title, author } = value
  const isWhole = typeof commandId === 'string' && isUuid(commandId) && typeof endpoint === 'string' && isRecord(input) && typeof contractVersion === 'number'
    && typeof deviceTime === 'string' && !Number.isNaN(Date.parse(deviceTime)) && typeof actorId === 'string' && typeof title === 'string'
  if (!isWhole) throw new UnreadableWorkFile('damaged')
  return {
    commandId, endpoint, input, contractVersion, deviceTime, actorId, title, baseVersion: typeof baseVersion === 'number' ? baseVersion : null,
    householdId: typeof householdId === 'string' ? householdId : null, author: typeof author === 'string' ? author : null,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
