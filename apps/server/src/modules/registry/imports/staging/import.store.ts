import { sql } from 'kysely'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import type { MappedColumn, RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { firstRow, rows, type Tx } from '../../../../platform/db.ts'

export type ImportRecord = {
  id: string; file_id: string; file_name: string; sha256: Buffer; kind: ImportSummary['kind']; state: ImportSummary['state']
  on_date: string; prefixes: string[]; probe: string; mapping: RosterMapping; fingerprint: string | null; remembered: boolean
  columns: (MappedColumn & { samples: string[] })[]; missing: string[]; sheets: { name: string; rows: number; skipped: string | null }[]
  counts: ImportSummary['counts']; difference: ImportSummary['difference']; done: number; total: number | null; cancel_asked: boolean
  message: string | null; annotated_file_id: string | null; same_as: string | null; created_at: Date; created_by: string; created_by_name: string
  committed_at: Date | null; villages_done?: number; villages_total?: number
}

const WITH_VILLAGES = sql`select i.*,
    (select count(*)::int from registry.import_village v where v.import_id = i.id and v.done_at is not null) as villages_done,
    (select count(*)::int from registry.import_village v where v.import_id = i.id) as villages_total
  from registry.import i`

export async function findImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  return firstRow(tx, sql<ImportRecord>`${WITH_VILLAGES} where i.id = ${id}`)
}

/** What a commit asks before each village, without counting the villages. */
export type ImportProgress = Pick<ImportRecord, 'state' | 'cancel_asked' | 'prefixes' | 'created_by' | 'on_date' | 'done'>

export async function lockProgress(tx: Tx, id: string): Promise<ImportProgress | undefined> {
  return firstRow(tx, sql<ImportProgress>`
    select state, cancel_asked, prefixes, created_by, on_date, done from registry.import where id = ${id} for update`)
}

export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  return firstRow(tx, sql<ImportRecord>`${WITH_VILLAGES} where i.id = ${id} for update of i`)
}

/** Imports in scope, latest first. */
export async function listImportRecords(tx: Tx, after: readonly unknown[] | undefined, limit: number): Promise<ImportRecord[]> {
  return rows(tx, sql<ImportRecord>`${WITH_VILLAGES}
    where (${after === undefined} or (i.created_at, i.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by i.created_at desc, i.id desc limit ${limit}`)
}

export async function insertImport(
  tx: Tx, record: Pick<ImportRecord, 'id' | 'file_id' | 'file_name' | 'sha256' | 'on_date' | 'prefixes' | 'probe' | 'same_as' | 'created_by' | 'created_by_name'> & { at: number },
): Promise<void> {
  await sql`insert into registry.import (id, file_id, file_name, sha256, state, on_date, prefixes, probe, same_as, created_at, created_by, created_by_name)
    values (${record.id}, ${record.file_id}, ${record.file_name}, ${record.sha256}, 'checking', ${record.on_date}, ${record.prefixes}::text[],
      ${record.probe}, ${record.same_as}, ${new Date(record.at)}, ${record.created_by}, ${record.created_by_name})`.execute(tx)
}

type Changes = Partial<Pick<ImportRecord, 'state' | 'kind' | 'fingerprint' | 'remembered' | 'missing' | 'done' | 'total' | 'cancel_asked' | 'message'
  | 'annotated_file_id' | 'committed_at'>> & { mapping?: RosterMapping; columns?: unknown; sheets?: unknown; counts?: unknown; difference?: unknown }

const JSON_COLUMNS = new Set(['mapping', 'columns', 'sheets', 'counts', 'difference'])

/** Sets some columns of an import. */
export async function updateImport(tx: Tx, id: string, changes: Changes): Promise<void> {
  const assignments = Object.entries(changes).map(([column, value]) =>
    sql`${sql.ref(column)} = ${JSON_COLUMNS.has(column) ? sql`${JSON.stringify(value ?? null)}::jsonb` : value}`)
  await sql`update registry.import set ${sql.join(assignments)} where id = ${id}`.execute(tx)
}

/** The import that committed the very same bytes before, if any (V25). */
export async function findCommitted(tx: Tx, sha256: Buffer): Promise<string | undefined> {
  const found = await firstRow(tx, sql<{ id: string }>`
    select id from registry.import where sha256 = ${sha256} and state = 'committed' order by committed_at desc limit 1`)
  return found?.id
}

/** The latest import of these bytes by this person that did not come to its end, if any. */
export async function findUnfinished(tx: Tx, sha256: Buffer, userId: string): Promise<ImportRecord | undefined> {
  return firstRow(tx, sql<ImportRecord>`${WITH_VILLAGES}
    where i.sha256 = ${sha256} and i.created_by = ${userId} and i.state in ('checking', 'checked', 'committing', 'failed')
    order by i.created_at desc limit 1`)
}

export async function listUnfinished(tx: Tx): Promise<{ id: string; state: 'checking' | 'committing' }[]> {
  return rows(tx, sql<{ id: string; state: 'checking' | 'committing' }>`
    select id, state from registry.import where state in ('checking', 'committing') order by created_at`)
}

export async function rememberMapping(tx: Tx, fingerprint: string, probe: string, mapping: RosterMapping, at: number): Promise<void> {
  await sql`insert into registry.import_mapping (fingerprint, probe, mapping, used_at)
    values (${fingerprint}, ${probe}, ${JSON.stringify(mapping)}::jsonb, ${new Date(at)})
    on conflict (fingerprint, probe) do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(tx)
}

export async function findRememberedMapping(tx: Tx, fingerprint: string, probe: string): Promise<RosterMapping | undefined> {
  const found = await firstRow(tx, sql<{ mapping: RosterMapping }>`
    select mapping from registry.import_mapping where fingerprint = ${fingerprint} and probe = ${probe}`)
  return found?.mapping
}

export function summaryOf(record: ImportRecord): ImportSummary {
  return {
    id: record.id, fileName: record.file_name, kind: record.kind, state: record.state, createdAt: record.created_at.toISOString(),
    createdBy: record.created_by_name, counts: record.counts, difference: record.difference, done: record.done, total: record.total,
    villages: { done: record.villages_done ?? 0, total: record.villages_total ?? 0 }, message: record.message,
    annotatedFileId: record.annotated_file_id, committedAt: record.committed_at?.toISOString() ?? null, sameAs: record.same_as,
  }
}
