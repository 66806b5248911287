import { EXPORT_FREE_ROWS, type ExportRequest } from '@anye/contract/registry/exports/endpoints'
import { readCursor, writeCursor } from '../../../../platform/cursor.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { prefixesFor } from '../../../../platform/actor.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { covers } from '../../../../platform/scope.ts'
import { HOUSEHOLD_EXPORT, PERSON_EXPORT, pickColumns } from './export-columns.rules.ts'
import {
  findExport, insertExport, listExportRecords, lockExport, updateExport, type ExportQuery, type ExportRecord,
} from './export-request.store.ts'
import { countExport } from './export-rows.query.ts'
import { enqueueExport } from './make-export.ts'

/** A sheet of the format holds 1,048,576 rows; title, watermark, header and footer take four. */
const MOST_ROWS = 1_000_000

/** Asks for a file of the rows that a list shows; more than 200 rows wait for approval (DOMAIN section 8). */
export async function askExport(ctx: Ctx, input: { reason: string; columns: string[]; query: ExportQuery }): Promise<ExportRequest> {
  const { query, columns, reason } = input
  const known = query.what === 'persons' ? pickColumns(PERSON_EXPORT, columns) : pickColumns(HOUSEHOLD_EXPORT, columns)
  if (known === undefined) throw new Refusal('request_invalid', { field: 'columns' })
  const [probe] = [...ctx.prefixes].sort()
  if (probe === undefined) throw new Refusal('not_found')
  const rows = await countExport(ctx, query)
  if (rows > MOST_ROWS) throw new Refusal('request_invalid', { field: 'query', rows, most: MOST_ROWS })
  const id = ctx.newId()
  const state = rows > EXPORT_FREE_ROWS ? 'waiting' : 'making'
  await insertExport(ctx.tx, {
    ...query, id, columns, rows, reason, state, scope: ctx.prefixes, fieldLevel: ctx.fieldLevel, askedBy: ctx.actor.userId, at: ctx.now, probe,
  })
  ctx.audit.about('export', id)
  ctx.audit.change(null, { what: query.what, filter: query.filter, columns, rows, state })
  ctx.audit.reason(reason)
  if (state === 'making') ctx.afterCommit(() => enqueueExport(ctx.services, id))
  return toldTo(ctx, await getExport(ctx, id))
}

/** Approves or refuses an export; the asker decides nothing, and nobody decides about rows outside the own area. */
export async function decideExport(ctx: Ctx, input: { id: string; approve: boolean }): Promise<ExportRequest> {
  const request = await lockExport(ctx.tx, input.id)
  if (request === undefined || !request.scope.every((prefix) => covers(ctx.prefixes, prefix))) throw new Refusal('not_found')
  if (request.asked_by === ctx.actor.userId) throw new Refusal('separation_of_duties')
  if (request.state !== 'waiting') throw new Refusal('already_done', { state: request.state })
  const state = input.approve ? 'making' : 'refused'
  await updateExport(ctx.tx, request.id, { state, decided_by: ctx.actor.userId, decided_at: new Date(ctx.now) })
  ctx.audit.about('export', request.id)
  ctx.audit.change({ state: 'waiting' }, { state, rows: request.rows })
  ctx.audit.reason(request.reason)
  ctx.afterCommit(() => {
    if (input.approve) enqueueExport(ctx.services, request.id)
    ctx.services.live.publish({ type: 'task', taskId: request.id, ownerId: request.asked_by })
  })
  return toldTo(ctx, await getExport(ctx, request.id))
}

/** Exports of the reader and those the reader may decide about, latest first. */
export async function listExports(ctx: Ctx, input: { cursor?: string | undefined; limit: number }) {
  const found = await listExportRecords(ctx.tx, {
    reader: ctx.actor.userId, approves: prefixesFor(ctx.actor, 'export.approve'), after: readCursor(input.cursor, 2), limit: input.limit + 1,
  })
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((record) => toldTo(ctx, record)), total: null,
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.asked_at.toISOString(), last.id]) : null,
  }
}

async function getExport(ctx: Ctx, id: string): Promise<ExportRecord> {
  const record = await findExport(ctx.tx, id)
  if (record === undefined) throw new Refusal('not_found')
  return record
}

// The file belongs to who asked: an approver decides about it and cannot fetch it.
function toldTo(ctx: Ctx, record: ExportRecord): ExportRequest {
  const mine = record.asked_by === ctx.actor.userId
  return {
    id: record.id, what: record.what, rows: record.rows, reason: record.reason, state: record.state, fileId: mine ? record.file_id : null,
    askedBy: record.asked_by_name, askedAt: record.asked_at.toISOString(), decidedBy: record.decided_by_name,
    expiresAt: record.expires_at?.toISOString() ?? null, mine,
  }
}
