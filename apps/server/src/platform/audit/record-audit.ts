import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { AuditEntry } from './audit-entry.ts'

/** Writes one audit row in the caller's transaction: the act and its record commit together or not at all. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const before = entry.before === undefined ? null : JSON.stringify(entry.before)
  const after = entry.after === undefined ? null : JSON.stringify(entry.after)
  const content = createHash('sha256').update(JSON.stringify([entry, before, after])).digest()
  await sql`insert into platform.audit_entry
    (at, actor_id, actor_name, action, outcome, object_type, object_id, division, before, after, reason, request_id, address, content_hash)
    values (${new Date(entry.at)}, ${entry.actorId}, ${entry.actorName}, ${entry.action}, ${entry.outcome},
      ${entry.objectType ?? null}, ${entry.objectId ?? null}, ${entry.division ?? null}, ${before}::jsonb, ${after}::jsonb,
      ${entry.reason ?? null}, ${entry.requestId ?? null}, ${entry.address ?? null}, ${content})`.execute(tx)
}
