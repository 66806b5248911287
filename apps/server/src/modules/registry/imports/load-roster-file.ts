import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import { inScope } from '../../../platform/db.ts'
import { BYTES_TYPE, insertFile } from '../../../platform/file.store.ts'
import type { StoredFile } from '../../../platform/files.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { checkImport } from './staging/check-import.ts'
import { commitImport } from './staging/commit-import.ts'
import {
  findCommitted, findImport, findUnfinished, insertImport, summaryOf, updateImport, type ImportRecord,
} from './staging/import.store.ts'

/** `missing`: required fields that no column gives; then the file was checked and nothing written. */
export type LoadedRoster = ImportSummary & { alreadyImported: boolean; missing: string[] }

/** A roster on this machine and who sends it in: `prefixes` are the code prefixes that person may write to. */
export type RosterToLoad = {
  path: string; name?: string; on: CalendarDate; prefixes: readonly string[]; userId: string; userName: string; mapping?: RosterMapping
  /** Waited for between the check and the commit: who loads several files keeps their order, and with it which of two sheets has a person. */
  turn?: Promise<void>
}

/**
 * Imports a file from the command line: the same check and commit as the wizard, without the queue. A file whose bytes
 * were committed before is recognised (V25) and answers the earlier import; one that was cut off goes on where it was.
 */
export async function loadRosterFile(services: Services, file: RosterToLoad): Promise<LoadedRoster> {
  const { database, files, clock } = services
  const fileId = newId(clock.now(), systemRandomBytes)
  const stored = await files.save(fileId, createReadStream(file.path))
  const earlier = await inScope(database.db, EVERYWHERE, (tx) => findCommitted(tx, stored.sha256))
  if (earlier !== undefined) {
    await files.remove(fileId)
    return { ...summaryOf(await getRecord(services, earlier)), alreadyImported: true, missing: [] }
  }
  const unfinished = await inScope(database.db, EVERYWHERE, (tx) => findUnfinished(tx, stored.sha256, file.userId))
  if (unfinished !== undefined) await files.remove(fileId)
  const id = unfinished?.id ?? await beginImport(services, file, { ...stored, fileId })
  if (unfinished === undefined || !hasStaged(unfinished)) await check(services, id, file.mapping)
  await file.turn
  return { ...(await commit(services, id, file)), alreadyImported: false }
}

function hasStaged({ state, villages_total }: ImportRecord): boolean {
  return state !== 'checking' && (villages_total ?? 0) > 0
}

async function beginImport(services: Services, file: RosterToLoad, stored: StoredFile & { fileId: string }): Promise<string> {
  const { database, clock } = services
  const [probe] = [...file.prefixes].sort()
  if (probe === undefined) throw new RangeError('An import needs an area to write to')
  const id = newId(clock.now(), systemRandomBytes)
  const name = file.name ?? basename(file.path)
  await inScope(database.db, EVERYWHERE, async (tx) => {
    await insertFile(tx, {
      id: stored.fileId, name, mediaType: BYTES_TYPE, bytes: stored.bytes, sha256: stored.sha256, purpose: 'upload', ownerId: file.userId,
      at: clock.now(),
    })
    await insertImport(tx, {
      id, file_id: stored.fileId, file_name: name, sha256: stored.sha256, on_date: file.on, prefixes: [...file.prefixes], probe, same_as: null,
      created_by: file.userId, created_by_name: file.userName, at: clock.now(),
    })
  })
  return id
}

async function check(services: Services, id: string, mapping: RosterMapping | undefined): Promise<void> {
  await inScope(services.database.db, EVERYWHERE, (tx) =>
    updateImport(tx, id, { state: 'checking', done: 0, message: null, ...(mapping === undefined ? {} : { mapping }) }))
  await checkImport(services, id)
}

async function commit(services: Services, id: string, { userId, userName }: RosterToLoad): Promise<Omit<LoadedRoster, 'alreadyImported'>> {
  const { database, clock } = services
  const checked = await getRecord(services, id)
  const mayCommit = checked.state === 'checked' || hasStaged(checked)
  if (!mayCommit || checked.missing.length > 0) return { ...summaryOf(checked), missing: checked.missing }
  await inScope(database.db, EVERYWHERE, async (tx) => {
    await updateImport(tx, id, { state: 'committing', message: null, cancel_asked: false })
    await recordAudit(tx, {
      at: clock.now(), actorId: userId, actorName: userName, action: 'registry.import.commit', outcome: 'ok', objectType: 'import', objectId: id,
      before: { state: checked.state }, after: { state: 'committing', counts: checked.counts },
    })
  })
  await commitImport(services, id)
  return { ...summaryOf(await getRecord(services, id)), missing: [] }
}

async function getRecord({ database }: Services, id: string): Promise<ImportRecord> {
  const record = await inScope(database.db, EVERYWHERE, (tx) => findImport(tx, id))
  if (record === undefined) throw new Error(`Import ${id} is gone`)
  return record
}
