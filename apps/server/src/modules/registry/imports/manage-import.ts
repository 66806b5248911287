import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import type { RowLevel } from '@anye/contract/registry/imports/roster-issue'
import { ISSUE_TEXTS, isIssueCode } from '@anye/contract/registry/imports/roster-issue'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { findUpload } from '../../../platform/file.store.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { nameOfRegistered } from '../persons/register-name.rules.ts'
import { enqueueImport } from './staging/import-queue.ts'
import {
  findCommitted, findImport, insertImport, listImportRecords, lockImport, rememberMapping, summaryOf, updateImport, writesNothing,
  type ImportRecord,
} from './staging/import.store.ts'
import { countByRule, issueOf, listFindings, listTouchedVillages } from './staging/import-findings.query.ts'
import { listFieldChanges, type FieldChange } from './staging/preview.query.ts'
import { hasStaged } from './staging/staging.store.ts'

const CHANGES_SHOWN = 50

/** Starts to read and check an uploaded file; the rest happens in the background. */
export async function startImport(ctx: Ctx, input: { fileId: string; on?: string | undefined }) {
  const file = await findUpload(ctx.tx, input.fileId, ctx.actor.userId)
  const [probe] = ctx.prefixes
  if (file === undefined || probe === undefined) throw new Refusal('not_found')
  const id = ctx.newId()
  await insertImport(ctx.tx, {
    id, file_id: input.fileId, file_name: file.name, sha256: file.sha256, on_date: input.on ?? ctx.today, prefixes: [...ctx.prefixes],
    probe: [...ctx.prefixes].sort()[0] ?? probe, same_as: (await findCommitted(ctx.tx, file.sha256)) ?? null,
    created_by: ctx.actor.userId, created_by_name: ctx.actor.name, at: ctx.now,
  })
  ctx.audit.about('import', id)
  ctx.audit.change(null, { file: file.name, sha256: file.sha256.toString('hex') })
  ctx.afterCommit(() => enqueueImport(ctx.services, 'check', id))
  return summaryOf(await getRecord(ctx, id))
}

/** Confirms which column is which field, remembers it for the source, and checks again. */
export async function mapImport(ctx: Ctx, input: { id: string; mapping: RosterMapping }) {
  const record = await lockRecord(ctx, input.id)
  if (record.state !== 'checked' && record.state !== 'failed') throw new Refusal('wrong_state', { state: record.state })
  if (record.fingerprint !== null) await rememberMapping(ctx.tx, record.fingerprint, record.probe, input.mapping, ctx.now)
  await updateImport(ctx.tx, record.id, {
    state: 'checking', mapping: input.mapping, remembered: false, cancel_asked: false, done: 0, total: null, message: null,
  })
  ctx.audit.about('import', record.id)
  ctx.audit.change({ mapping: record.mapping }, { mapping: input.mapping })
  ctx.afterCommit(() => enqueueImport(ctx.services, 'check', record.id))
  return summaryOf(await getRecord(ctx, record.id))
}

/** Writes what was checked, village by village; goes on where a failed or cancelled commit stopped. */
export async function commitImport(ctx: Ctx, input: { id: string }) {
  const record = await lockRecord(ctx, input.id)
  const resumes = record.state === 'failed' || record.state === 'cancelled'
  if (record.state !== 'checked' && !(resumes && await hasStaged(ctx.tx, record.id))) throw new Refusal('wrong_state', { state: record.state })
  if (record.missing.length > 0) throw new Refusal('mapping_incomplete', { fields: record.missing })
  if (writesNothing(record)) throw new Refusal('import_empty')
  const earlier = await findCommitted(ctx.tx, record.sha256)
  // V25: the very same file twice writes nothing.
  if (earlier !== undefined) throw new Refusal('file_uploaded_before', { importId: earlier })
  await updateImport(ctx.tx, record.id, { state: 'committing', cancel_asked: false, message: null, ...(resumes ? {} : { done: 0 }) })
  ctx.audit.about('import', record.id)
  ctx.audit.change({ state: record.state }, { state: 'committing', counts: record.counts })
  ctx.afterCommit(() => enqueueImport(ctx.services, 'commit', record.id))
  return summaryOf(await getRecord(ctx, record.id))
}

/** Stops a check or a commit after the village under way. */
export async function cancelImport(ctx: Ctx, input: { id: string }) {
  const record = await lockRecord(ctx, input.id)
  if (record.state !== 'checking' && record.state !== 'committing' && record.state !== 'checked') {
    throw new Refusal('wrong_state', { state: record.state })
  }
  await updateImport(ctx.tx, record.id, record.state === 'checked' ? { state: 'cancelled' } : { cancel_asked: true })
  ctx.audit.about('import', record.id)
  return summaryOf(await getRecord(ctx, record.id))
}

/** Imports in scope, latest first. */
export async function listImports(ctx: Ctx, input: { cursor?: string | undefined; limit: number }) {
  const found = await listImportRecords(ctx.tx, readCursor(input.cursor, 2), input.limit + 1)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(summaryOf), total: null,
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.created_at.toISOString(), last.id]) : null,
  }
}

/** One import with its columns, findings by rule, and what the commit would change. */
export async function getImport(ctx: Ctx, input: { id: string }) {
  const record = await getRecord(ctx, input.id)
  ctx.audit.about('import', record.id)
  const byRule = await countByRule(ctx.tx, record.id)
  return {
    summary: summaryOf(record), mapping: record.mapping, columns: record.columns, missing: record.missing, remembered: record.remembered,
    sheets: record.sheets,
    byRule: byRule.map(({ code, ...found }) => ({ ...found, message: isIssueCode(code) ? ISSUE_TEXTS[code].zh : found.message })),
    changes: (await listFieldChanges(ctx.tx, record.id, CHANGES_SHOWN)).map(withPlaceName),
    villagesTouched: await listTouchedVillages(ctx.tx, record.id),
  }
}

function withPlaceName(change: FieldChange): FieldChange {
  if (change.field !== 'register_division') return change
  return { ...change, before: change.before && nameOfRegistered(change.before), after: change.after && nameOfRegistered(change.after) }
}

/** Findings row by row, in file order. */
export async function listImportIssues(
  ctx: Ctx, input: { id: string; level?: RowLevel | undefined; rule?: string | undefined; cursor?: string | undefined; limit: number },
) {
  await getRecord(ctx, input.id)
  ctx.audit.about('import', input.id)
  const after = readCursor(input.cursor, 1)
  const found = await listFindings(ctx.tx, { ...input, after: Number(after?.[0] ?? 0), limit: input.limit + 1 })
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(issueOf), total: null,
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.n]) : null,
  }
}

async function getRecord(ctx: Ctx, id: string): Promise<ImportRecord> {
  const record = await findImport(ctx.tx, id)
  if (record === undefined) throw new Refusal('not_found')
  return record
}

async function lockRecord(ctx: Ctx, id: string): Promise<ImportRecord> {
  const record = await lockImport(ctx.tx, id)
  if (record === undefined) throw new Refusal('not_found')
  return record
}
