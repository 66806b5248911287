import { inScope } from '../../../../platform/db.ts'
import { EVERYWHERE } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { runImportStep } from './import-step.ts'
import { listUnfinished } from './import.store.ts'
import { clearForgotten } from './staging.store.ts'

// One file at a time per process: reading and writing rosters fills both cores already.
let last: Promise<void> = Promise.resolve()

/** Puts a check or a commit behind those under way. */
export function enqueueImport(services: Services, step: 'check' | 'commit', importId: string): void {
  last = last
    .then(() => runImportStep(services, step, importId))
    .catch((error: unknown) => services.log.error({ err: error, importId }, 'an import step failed'))
}

// Checked rows are personal data that no register holds yet: who has not written them in this time uploads again.
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** After a restart: checks begin again, commits go on with the villages that are left, and rows long forgotten are removed. */
export async function resumeImports(services: Services): Promise<void> {
  await inScope(services.database.db, EVERYWHERE, (tx) => clearForgotten(tx, new Date(services.clock.now() - KEPT_MS)))
  const unfinished = await inScope(services.database.db, EVERYWHERE, (tx) => listUnfinished(tx))
  for (const { id, state } of unfinished) enqueueImport(services, state === 'checking' ? 'check' : 'commit', id)
}
