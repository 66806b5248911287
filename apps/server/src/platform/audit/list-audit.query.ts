import { sql } from 'kysely'
import type { AuditLine } from '@anye/contract/access/audit/list-audit'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../db.ts'

export type AuditFilter = {
  cursor?: string | undefined
  limit: number
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
  actorId?: string | undefined
  actorName?: string | undefined
  action?: string | undefined
  outcome?: AuditLine['outcome'] | undefined
  objectType?: string | undefined
  objectId?: string | undefined
  division?: string | undefined
}

type Row = Omit<AuditLine, 'at'> & { at: Date }

/**
 * Newest first; the cursor is the id of the last row. No total: counting years of audit would cost more than
 * it tells.
 */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
): Promise<{ rows: AuditLine[]; nextCursor: string | null; total: null }> {
  const { from, to, actorId, actorName, action, outcome, objectType, objectId, division } = filter
  const conditions = [
    filter.cursor === undefined ? undefined : sql`e.id < ${Number(filter.cursor) || 0}`,
    // Business days begin at midnight in Asia/Shanghai.
    from === undefined ? undefined : sql`e.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`,
    to === undefined ? undefined : sql`e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
    actorId === undefined ? undefined : sql`e.actor_id = ${actorId}`,
    actorName === undefined ? undefined : sql`position(${actorName} in e.actor_name) > 0`,
    action === undefined ? undefined : sql`starts_with(e.action, ${action})`,
    outcome === undefined ? undefined : sql`e.outcome = ${outcome}`,
    objectType === undefined ? undefined : sql`e.object_type = ${objectType}`,
    objectId === undefined ? undefined : sql`e.object_id = ${objectId}`,
    division === undefined ? undefined : sql`starts_with(e.division, ${division})`,
  ].filter((condition) => condition !== undefined)
  const found = await rows(
    tx,
    sql<Row>`
    select e.id, l.seq, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.action, e.outcome,
      e.object_type as "objectType", e.object_id as "objectId", e.division, e.before, e.after, e.reason,
      e.request_id as "requestId", e.address
    from platform.audit_entry e left join platform.audit_link l on l.entry_id = e.id
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by e.id desc limit ${filter.limit + 1}`,
  )
  const page = found.slice(0, filter.limit)
  return {
    rows: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    nextCursor: found.length > filter.limit ? String(page.at(-1)?.id ?? '') : null,
    total: null,
  }
}
