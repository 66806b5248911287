import { inScope } from './db.ts'
import { listExpiredFiles, removeFile } from './file.store.ts'
import { EVERYWHERE } from './scope.ts'
import type { Services } from './services.ts'

/** Removes files that left the register (exports, papers) and whose time is over, bytes first. */
export async function removeExpiredExports({ database, files, clock }: Pick<Services, 'database' | 'files' | 'clock'>): Promise<void> {
  const expired = await inScope(database.db, EVERYWHERE, (tx) => listExpiredFiles(tx, 'export', clock.now()))
  for (const id of expired) {
    await files.remove(id)
    await inScope(database.db, EVERYWHERE, (tx) => removeFile(tx, id))
  }
}
