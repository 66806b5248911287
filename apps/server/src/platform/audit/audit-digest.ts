import { createHash, createHmac } from 'node:crypto'
import type { MacKey } from '../crypto/suite.ts'
import type { AuditEntry } from './audit-entry.ts'

/** Values of before and after as they come back from jsonb; null where there is none. */
export type AuditContent = Omit<AuditEntry, 'before' | 'after'> & { before: unknown; after: unknown }

/** What the first link stands on. */
export const GENESIS = Buffer.alloc(32)

/**
 * A value as JSON that jsonb gives back unchanged: no NUL and no half surrogate pair (jsonb refuses both),
 * dates as text, absent members dropped. Keys in order, because jsonb keeps none.
 */
export function canonicalJson(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? wellFormed(member) : member,
  )
  return text === undefined ? null : JSON.stringify(inKeyOrder(JSON.parse(text)))
}

/**
 * SHA-256 over everything a row says. The id is not in it (the database gives it later); the link covers the
 * id.
 */
export function contentDigest(entry: AuditContent): Buffer {
  const fields = [
    entry.at,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.outcome,
    entry.objectType ?? null,
    entry.objectId ?? null,
    entry.division ?? null,
    canonicalJson(entry.before),
    canonicalJson(entry.after),
    entry.reason ?? null,
    entry.requestId ?? null,
    entry.address ?? null,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}

/** The keyed hash of one link: place, the link before, the row's id and its content. */
export function linkHash(
  key: MacKey,
  link: { seq: number; before: Buffer; entryId: number; content: Buffer },
): Buffer {
  const place = Buffer.alloc(16)
  place.writeBigUInt64BE(BigInt(link.seq), 0)
  place.writeBigUInt64BE(BigInt(link.entryId), 8)
  return createHmac(key.hash, key.key).update(place).update(link.before).update(link.content).digest()
}

/** Text that PostgreSQL stores as it is. */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, inKeyOrder(member)]),
  )
}
