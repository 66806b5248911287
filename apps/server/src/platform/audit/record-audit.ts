import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { canonicalJson, contentDigest, wellFormed } from './audit-digest.ts'
import type { AuditEntry } from './audit-entry.ts'

/**
 * Writes one audit row in the caller's transaction: the act and its record commit together or not at all. The
 * row queues itself for the chain; writers never wait for each other (docs/decisions/0011-audit-chain.md).
 */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const texts = {
    actorName: textOf(entry.actorName),
    objectId: textOf(entry.objectId),
    reason: textOf(entry.reason),
    requestId: textOf(entry.requestId),
    address: textOf(entry.address),
  }
  const content = contentDigest({
    ...entry,
    ...texts,
    before: entry.before ?? null,
    after: entry.after ?? null,
  })
  await sql`insert into platform.audit_entry
    (at, actor_id, actor_name, action, outcome, object_type, object_id, division, before, after, reason,
    request_id, address, content_hash)
    values (${new Date(entry.at)}, ${entry.actorId}, ${texts.actorName}, ${entry.action}, ${entry.outcome},
      ${entry.objectType ?? null}, ${texts.objectId ?? null}, ${entry.division ?? null},
      ${canonicalJson(entry.before)}::jsonb, ${canonicalJson(entry.after)}::jsonb,
      ${texts.reason ?? null}, ${texts.requestId ?? null}, ${texts.address ?? null}, ${content})`.execute(tx)
}

// Typed by people or sent by clients: must neither fail the insert nor differ from what is read back.
function textOf<T extends string | null | undefined>(text: T): T {
  return (typeof text === 'string' ? wellFormed(text) : text) as T
}
