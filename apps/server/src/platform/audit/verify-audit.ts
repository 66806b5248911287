import { sql } from 'kysely'
import type { MacKey } from '../crypto/suite.ts'
import { firstRow, rows, type Database, type Tx } from '../db.ts'
import type { AuditAnchor } from './audit-anchors.ts'
import { contentDigest, GENESIS, linkHash } from './audit-digest.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { AuditHead } from './seal-audit.ts'

/**
 * `changed` a row or link says something else than when it was sealed; `removed`; `inserted` past the
 * application; `cut` the end is gone.
 */
export type AuditFault = {
  kind: 'changed' | 'removed' | 'inserted' | 'cut'
  seq: number | null
  entryId: number | null
  at: string | null
}
export type AuditVerdict =
  { ok: true; entries: number; waiting: number; head: AuditHead } | { ok: false; fault: AuditFault }

const PAGE = 5000

/**
 * Reads the whole chain in one snapshot and recomputes every hash. Anchors, noted outside the database, show
 * a chain that was cut at its end or replaced as a whole. Answers with the first fault in the order of the
 * chain.
 */
export async function verifyAudit(
  db: Database,
  key: MacKey,
  anchors: readonly AuditAnchor[] = [],
): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
      let head: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS }
      for (let page = await linksAfter(tx, 0); page.length > 0; page = await linksAfter(tx, head.seq)) {
        for (const link of page) {
          const fault = faultOf(link, head, key, anchored)
          if (fault !== undefined) return { ok: false, fault }
          head = { seq: link.seq, hash: link.hash }
        }
      }
      const lost = anchors.find(({ seq }) => seq > head.seq)
      if (lost !== undefined)
        return { ok: false, fault: { kind: 'cut', seq: head.seq + 1, entryId: null, at: lost.at } }
      const loose = await findLoose(tx)
      if (loose !== undefined) return { ok: false, fault: loose }
      const waiting = await firstRow(tx, sql<{ n: number }>`select count(*) as n from platform.audit_pending`)
      return {
        ok: true,
        entries: head.seq,
        waiting: waiting?.n ?? 0,
        head: { seq: head.seq, hash: head.seq === 0 ? '' : head.hash.toString('hex') },
      }
    })
}

type LinkRow = {
  seq: number
  entry_id: number
  hash: Buffer
  content_hash: Buffer | null
  at_ms: number | null
} & Record<
  | 'actor_id'
  | 'actor_name'
  | 'action'
  | 'outcome'
  | 'object_type'
  | 'object_id'
  | 'division'
  | 'reason'
  | 'request_id'
  | 'address',
  string | null
> & { before: unknown; after: unknown }

// The instant in whole and broken milliseconds: rounding would hide a change of microseconds.
async function linksAfter(tx: Tx, seq: number): Promise<LinkRow[]> {
  return rows(tx, sql<LinkRow>`
    select l.seq, l.entry_id, l.hash, e.content_hash, (extract(epoch
    from e.at) * 1000) as at_ms, e.actor_id, e.actor_name, e.action,
      e.outcome, e.object_type, e.object_id, e.division, e.before, e.after, e.reason, e.request_id, e.address
    from platform.audit_link l left join platform.audit_entry e on e.id = l.entry_id
    where l.seq > ${seq} order by l.seq limit ${PAGE}`)
}

function faultOf(
  link: LinkRow,
  head: { seq: number; hash: Buffer },
  key: MacKey,
  anchored: ReadonlyMap<number, AuditAnchor>,
): AuditFault | undefined {
  const at = link.at_ms === null ? null : new Date(link.at_ms).toISOString()
  const fault = (kind: AuditFault['kind'], seq = link.seq): AuditFault => ({
    kind,
    seq,
    entryId: link.entry_id,
    at,
  })
  if (link.seq !== head.seq + 1) return { kind: 'removed', seq: head.seq + 1, entryId: null, at: null }
  if (link.content_hash === null) return fault('removed')
  if (!contentDigest(contentOf(link)).equals(link.content_hash)) return fault('changed')
  const expected = linkHash(key, {
    seq: link.seq,
    before: head.hash,
    entryId: link.entry_id,
    content: link.content_hash,
  })
  if (!expected.equals(link.hash)) return fault('changed')
  const anchor = anchored.get(link.seq)
  return anchor !== undefined && anchor.hash !== link.hash.toString('hex') ? fault('changed') : undefined
}

function contentOf(row: LinkRow) {
  return {
    at: row.at_ms ?? 0,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action ?? '',
    // A value outside the union could only come from tampering, and then the digest differs.
    outcome: row.outcome as AuditEntry['outcome'],
    objectType: row.object_type ?? undefined,
    objectId: row.object_id ?? undefined,
    division: row.division ?? undefined,
    before: row.before,
    after: row.after,
    reason: row.reason ?? undefined,
    requestId: row.request_id ?? undefined,
    address: row.address ?? undefined,
  }
}

/**
 * A row that neither is linked nor waits was put in past the application; a waiting id without its row was
 * taken out.
 */
async function findLoose(tx: Tx): Promise<AuditFault | undefined> {
  const inserted = await firstRow(tx, sql<{ id: number; at: Date }>`
    select e.id, e.at from platform.audit_entry e
    where not exists (select 1 from platform.audit_link l where l.entry_id = e.id)
      and not exists (select 1 from platform.audit_pending p where p.entry_id = e.id)
    order by e.id limit 1`)
  if (inserted !== undefined)
    return { kind: 'inserted', seq: null, entryId: inserted.id, at: inserted.at.toISOString() }
  const removed = await firstRow(tx, sql<{ entry_id: number }>`
    select p.entry_id from platform.audit_pending p
    where not exists (select 1 from platform.audit_entry e where e.id = p.entry_id)
    order by p.entry_id limit 1`)
  return removed === undefined
    ? undefined
    : { kind: 'removed', seq: null, entryId: removed.entry_id, at: null }
}
