import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { inScope } from '../../../platform/db.ts'
import { BYTES_TYPE, insertFile } from '../../../platform/file.store.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { checkImport } from './staging/check-import.ts'
import { commitImport } from './staging/commit-import.ts'
import { findCommitted, findImport, insertImport, summaryOf, updateImport } from './staging/import.store.ts'

export type LoadedRoster = ImportSummary & { alreadyImported: boolean }

/**
 * Imports a file from the command line: the same check and commit as the wizard, without the queue. A file whose bytes
 * were committed before is recognised (V25) and answers the earlier import.
 */
export async function loadRosterFile(
  services: Services, file: { path: string; name?: string; on: CalendarDate; prefixes: readonly string[]; userId: string; userName: string; mapping?: RosterMapping },
): Promise<LoadedRoster> {
  const { database, files, clock } = services
  const [probe] = [...file.prefixes].sort()
  if (probe === undefined) throw new RangeError('An import needs an area to write to')
  const fileId = newId(clock.now(), systemRandomBytes)
  const stored = await files.save(fileId, createReadStream(file.path))
  const earlier = await inScope(database.db, EVERYWHERE, (tx) => findCommitted(tx, stored.sha256))
  if (earlier !== undefined) {
    await files.remove(fileId)
    return { ...(await summary(services, earlier)), alreadyImported: true }
  }
  const id = newId(clock.now(), systemRandomBytes)
  const name = file.name ?? basename(file.path)
  await inScope(database.db, EVERYWHERE, async (tx) => {
    await insertFile(tx, {
      id: fileId, name, mediaType: BYTES_TYPE, bytes: stored.bytes, sha256: stored.sha256, purpose: 'upload', ownerId: file.userId,
      at: clock.now(),
    })
    await insertImport(tx, {
      id, file_id: fileId, file_name: name, sha256: stored.sha256, on_date: file.on, prefixes: [...file.prefixes], probe, same_as: null,
      created_by: file.userId, created_by_name: file.userName, at: clock.now(),
    })
    if (file.mapping !== undefined) await updateImport(tx, id, { mapping: file.mapping })
  })
  await checkImport(services, id)
  const checked = await summary(services, id)
  if (checked.state !== 'checked') return { ...checked, alreadyImported: false }
  await inScope(database.db, EVERYWHERE, (tx) => updateImport(tx, id, { state: 'committing', done: 0 }))
  await commitImport(services, id)
  return { ...(await summary(services, id)), alreadyImported: false }
}

async function summary(services: Services, id: string): Promise<ImportSummary> {
  const record = await inScope(services.database.db, EVERYWHERE, (tx) => findImport(tx, id))
  if (record === undefined) throw new Error(`Import ${id} is gone`)
  return summaryOf(record)
}
