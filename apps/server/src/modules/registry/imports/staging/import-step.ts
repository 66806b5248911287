import type { Services } from '../../../../platform/services.ts'
import { checkImport } from './check-import.ts'
import { commitImport } from './commit-import.ts'
import { holdingImport } from './import-lock.store.ts'

/**
 * Checks or commits an import, in one process at a time: a server that starts takes up every unfinished import, also one
 * that the command line is just reading, and two readers would stage each row twice. Who waited finds the state moved on.
 */
export async function runImportStep(services: Services, step: 'check' | 'commit', importId: string): Promise<void> {
  await holdingImport(services.database.db, importId, () =>
    step === 'check' ? checkImport(services, importId) : commitImport(services, importId))
}
