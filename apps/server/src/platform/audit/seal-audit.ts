import { sql } from 'kysely'
import type { MacKey } from '../crypto/suite.ts'
import { firstRow, rows, type Database } from '../db.ts'
import { GENESIS, linkHash } from './audit-digest.ts'

/** The last link of the chain. `seq` 0 with an empty hash stands for the empty chain. */
export type AuditHead = { seq: number; hash: string }

/** Any fixed number: two processes never seal at once, the second one simply leaves. */
const SEALER_LOCK = 5_223_000_011
const BATCH = 1000

/**
 * Links waiting rows to the chain, oldest first. Returns how many; 0 when none waits or another process
 * seals.
 */
export async function sealAudit(db: Database, key: MacKey, batch = BATCH): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const lock = await firstRow(tx, sql<{ taken: boolean }>`
      select pg_try_advisory_xact_lock(${SEALER_LOCK}) as taken`)
    if (lock?.taken !== true) return 0
    const last = await firstRow(tx, sql<{ seq: number; hash: Buffer }>`
      select seq, hash from platform.audit_link order by seq desc limit 1`)
    const waiting = await rows(tx, sql<{ id: number; content_hash: Buffer }>`
      select e.id, e.content_hash from platform.audit_pending p
      join platform.audit_entry e on e.id = p.entry_id
      where not exists (select 1 from platform.audit_link l where l.entry_id = p.entry_id)
      order by e.id limit ${batch}`)
    if (waiting.length === 0) return 0
    const firstSeq = (last?.seq ?? 0) + 1
    const hashes: Buffer[] = []
    for (const [index, { id, content_hash: content }] of waiting.entries()) {
      const before = hashes.at(-1) ?? last?.hash ?? GENESIS
      hashes.push(linkHash(key, { seq: firstSeq + index, before, entryId: id, content }))
    }
    await sql`select platform.append_audit_links(${firstSeq}, ${waiting.map(({ id }) => id)}::bigint[],
      ${hashes}::bytea[])`.execute(tx)
    return waiting.length
  })
}

/** Links everything that waits now. */
export async function sealAllAudit(db: Database, key: MacKey): Promise<number> {
  let total = 0
  for (let sealed = await sealAudit(db, key); sealed > 0; sealed = await sealAudit(db, key)) total += sealed
  return total
}

/**
 * The head to print into signed reports and anchors: whoever keeps it can prove later that no row before it
 * is gone.
 */
export async function auditHead(db: Database): Promise<AuditHead> {
  const last = await firstRow(db, sql<{ seq: number; hash: Buffer }>`
    select seq, hash from platform.audit_link order by seq desc limit 1`)
  return last === undefined ? { seq: 0, hash: '' } : { seq: last.seq, hash: last.hash.toString('hex') }
}
