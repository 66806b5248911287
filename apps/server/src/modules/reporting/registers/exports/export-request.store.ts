import { sql } from 'kysely'
import type { ExportRequest } from '@anye/contract/registry/exports/endpoints'
import type { HouseholdFilter } from '@anye/contract/registry/households/endpoints'
import type { PersonFilter } from '@anye/contract/registry/persons/endpoints'
import type { FieldLevel } from '@anye/contract/access'
import { firstRow, rows, type Tx } from '../../../../platform/db.ts'

/** What is exported: the same filters as the lists have. */
export type ExportQuery = { what: 'persons'; filter: PersonFilter } | { what: 'households'; filter: HouseholdFilter }

/** A request as kept: whose scope and field level the file obeys, whoever approves it. */
export type ExportRecord = ExportQuery & {
  id: string; columns: string[]; rows: number; reason: string; state: ExportRequest['state']
  scope: string[]; field_level: FieldLevel
  asked_by: string; asked_by_name: string; asked_by_login: string; asked_at: Date
  decided_by: string | null; decided_by_name: string | null; file_id: string | null; expires_at: Date | null
}

type Asked = ExportQuery & {
  id: string; columns: readonly string[]; rows: number; reason: string; state: ExportRequest['state']
  scope: readonly string[]; fieldLevel: FieldLevel; askedBy: string; at: number; probe: string
}

export async function insertExport(tx: Tx, asked: Asked): Promise<void> {
  await sql`insert into reporting.export_request (id, what, filter, columns, rows, reason, state, scope, field_level, asked_by, asked_at, probe)
    values (${asked.id}, ${asked.what}, ${JSON.stringify(asked.filter)}::jsonb, ${asked.columns}, ${asked.rows}, ${asked.reason},
      ${asked.state}, ${asked.scope}, ${asked.fieldLevel}, ${asked.askedBy}, ${new Date(asked.at)}, ${asked.probe})`.execute(tx)
}

const RECORD = sql`select x.id, x.what, x.filter, x.columns, x.rows, x.reason, x.state, x.scope, x.field_level, x.asked_by,
    a.name as asked_by_name, a.user_name as asked_by_login, x.asked_at, x.decided_by, d.name as decided_by_name, x.file_id, x.expires_at
  from reporting.export_request x join organization.pub_user a on a.id = x.asked_by
  left join organization.pub_user d on d.id = x.decided_by`

export async function findExport(tx: Tx, id: string): Promise<ExportRecord | undefined> {
  return firstRow(tx, sql<ExportRecord>`${RECORD} where x.id = ${id}`)
}

/** The request, locked, so that two approvers follow each other. */
export async function lockExport(tx: Tx, id: string): Promise<ExportRecord | undefined> {
  return firstRow(tx, sql<ExportRecord>`${RECORD} where x.id = ${id} for update of x`)
}

type Changes = { state: ExportRequest['state']; rows?: number; decided_by?: string; decided_at?: Date; file_id?: string; expires_at?: Date }

export async function updateExport(tx: Tx, id: string, changes: Changes): Promise<void> {
  const assignments = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update reporting.export_request set ${sql.join(assignments)} where id = ${id}`.execute(tx)
}

type Wanted = { reader: string; approves: readonly string[]; after: readonly (string | number | null)[] | undefined; limit: number }

/**
 * Requests of the reader, and those of others that lie wholly inside the prefixes the reader approves for, latest first.
 * @param after time and id of the last one shown
 */
export async function listExportRecords(tx: Tx, { reader, approves, after, limit }: Wanted): Promise<ExportRecord[]> {
  return rows(tx, sql<ExportRecord>`${RECORD}
    where (x.asked_by = ${reader} or not exists (
        select 1 from unnest(x.scope) s(prefix)
        where not exists (select 1 from unnest(${approves}::text[]) p(prefix) where starts_with(s.prefix, p.prefix))))
      and (${after === undefined} or (x.asked_at, x.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by x.asked_at desc, x.id desc limit ${limit}`)
}

export async function listUnfinishedExports(tx: Tx): Promise<string[]> {
  const found = await rows(tx, sql<{ id: string }>`select id from reporting.export_request where state = 'making' order by asked_at`)
  return found.map((row) => row.id)
}
