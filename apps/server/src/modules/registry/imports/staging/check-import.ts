import { createHash } from 'node:crypto'
import { inScope } from '../../../../platform/db.ts'
import { EVERYWHERE, scopeOf } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { SheetError } from '../../../../platform/sheets/sheet-error.ts'
import { headerFingerprint } from '../mapping.rules.ts'
import type { RosterSheet } from '../sheet-import.ts'
import { writeAnnotated } from './annotated-file.ts'
import { findImport, findRememberedMapping, updateImport, type ImportRecord } from './import.store.ts'
import { matchVillage } from './match-village.store.ts'
import { countChanges, countJobs } from './preview.query.ts'
import { planByVillage } from './plan-by-village.ts'
import { noteElsewhere, noteUnknownHistory } from './register-findings.store.ts'
import { stageFile } from './stage-file.ts'
import { clearStaging, findStagedKinds, insertVillages, listStagedVillages, measureStaging } from './staging.store.ts'

/**
 * Reads and checks the file of an import and shows what its commit would change. Ends in `checked`, `cancelled`, or
 * `failed` with a sentence for the user; only `checked` leaves staged rows behind.
 */
export async function checkImport(services: Services, importId: string): Promise<void> {
  const record = await inScope(services.database.db, EVERYWHERE, async (tx) => {
    const found = await findImport(tx, importId)
    if (found?.state === 'checking') await clearStaging(tx, importId, 'all')
    return found
  })
  if (record?.state !== 'checking') return
  try {
    if (await stageWithRemembered(services, record) === 'cancelled') return await stop(services, importId, { state: 'cancelled' })
    await previewImport(services, importId)
    await finishCheck(services, record, await writeAnnotated(services, record))
  } catch (error) {
    if (!(error instanceof SheetError)) services.log.error({ err: error, importId }, 'checking an import failed')
    const message = error instanceof SheetError ? error.zh : '检查时出错，已记录。请稍后重新上传；仍不行时把导入编号告诉管理员。'
    await stop(services, importId, { state: 'failed', message })
  }
}

async function finishCheck(services: Services, { id }: ImportRecord, annotated: string | null): Promise<void> {
  const asked = await inScope(services.database.db, EVERYWHERE, async (tx) => (await findImport(tx, id))?.cancel_asked)
  if (asked) return stop(services, id, { state: 'cancelled' })
  await finish(services, id, { state: 'checked', annotated_file_id: annotated })
}

// Half a file is no preview: nothing of it is kept.
async function stop(services: Services, id: string, changes: { state: 'cancelled' | 'failed'; message?: string }): Promise<void> {
  await inScope(services.database.db, EVERYWHERE, (tx) => clearStaging(tx, id, 'all'))
  await finish(services, id, { ...changes, counts: null, difference: null, annotated_file_id: null, cancel_asked: false })
}

async function finish(services: Services, id: string, changes: Parameters<typeof updateImport>[2]): Promise<void> {
  const owner = await inScope(services.database.db, EVERYWHERE, async (tx) => {
    await updateImport(tx, id, changes)
    return (await findImport(tx, id))?.created_by
  })
  if (owner !== undefined) services.live.publish({ type: 'task', taskId: id, ownerId: owner })
}

/**
 * The first sheet's headers name the source; what was confirmed for that source before holds until a person says
 * otherwise. Almost always there is nothing remembered or it is what the headers say, so the file is read once.
 */
async function stageWithRemembered(services: Services, record: ImportRecord): Promise<'staged' | 'cancelled'> {
  if (Object.keys(record.mapping.columns).length > 0) return (await stageFile(services, record)).outcome
  const first = await stageFile(services, record)
  const fingerprint = fingerprintOf(first.sheets)
  if (first.outcome === 'cancelled' || fingerprint === undefined) return first.outcome
  const mapping = await inScope(services.database.db, EVERYWHERE, async (tx) => {
    await updateImport(tx, record.id, { fingerprint })
    return findRememberedMapping(tx, fingerprint, record.probe)
  })
  if (mapping === undefined) return 'staged'
  await inScope(services.database.db, EVERYWHERE, async (tx) => {
    await clearStaging(tx, record.id, 'all')
    await updateImport(tx, record.id, { mapping, remembered: true, done: 0 })
  })
  return (await stageFile(services, { ...record, mapping })).outcome
}

function fingerprintOf(sheets: readonly RosterSheet[]): string | undefined {
  const mapping = sheets.find((sheet) => sheet.mapping !== null)?.mapping
  if (mapping === undefined || mapping === null) return undefined
  return createHash('sha256').update(headerFingerprint(mapping.columns)).digest('hex').slice(0, 32)
}

/** Matches every village against the register and keeps what the commit would change. */
async function previewImport({ database }: Services, importId: string): Promise<void> {
  const villages = await inScope(database.db, EVERYWHERE, async (tx) => {
    await insertVillages(tx, importId)
    await measureStaging(tx)
    return { prefixes: (await findImport(tx, importId))?.prefixes ?? [], codes: await listStagedVillages(tx, importId) }
  })
  await inScope(database.prepared, scopeOf(villages.prefixes), async (tx) => {
    await planByVillage(tx)
    for (const division of villages.codes) {
      await matchVillage(tx, importId, division)
      await noteElsewhere(tx, importId, division)
    }
  })
  await inScope(database.db, scopeOf(villages.prefixes), async (tx) => {
    if ((await findStagedKinds(tx, importId)).history) await noteUnknownHistory(tx, importId)
    const { households, persons } = await countChanges(tx, importId)
    await updateImport(tx, importId, { difference: { households, persons, episodes: await countJobs(tx, importId) } })
  })
}
