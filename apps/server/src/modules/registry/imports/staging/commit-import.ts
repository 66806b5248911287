import { applyScope, inScope, joiningByHash, type Tx } from '../../../../platform/db.ts'
import { EVERYWHERE, scopeOf } from '../../../../platform/scope.ts'
import type { Services } from '../../../../platform/services.ts'
import { applyContacts } from '../../contacts/apply-contacts.store.ts'
import { applyJobs } from './apply-jobs.store.ts'
import { applyHouseholds, applyPersons, applySegments, type ImportStamp } from './apply-village.store.ts'
import { findImport, lockProgress, updateImport } from './import.store.ts'
import { matchVillage } from './match-village.store.ts'
import { planByVillage } from './plan-by-village.store.ts'
import { noteElsewhere } from './register-findings.store.ts'
import { clearStaging, findStagedKinds, markVillageDone, nextVillage, type StagedKinds } from './staging.store.ts'

/**
 * Writes the checked rows, one transaction per village: after a crash or a cancel the villages written stay written and
 * the next call goes on with the others. Each village is matched again, since the register may have changed meanwhile.
 */
export async function commitImport(services: Services, importId: string): Promise<void> {
  const { database, log } = services
  const start = await inScope(database.db, EVERYWHERE, async (tx) => {
    const record = await findImport(tx, importId)
    return record && { prefixes: record.prefixes, owner: record.created_by, kinds: await findStagedKinds(tx, importId) }
  })
  if (start === undefined) return
  const tell = () => services.live.publish({ type: 'task', taskId: importId, ownerId: start.owner })
  try {
    while (await commitVillage(services, importId, start)) tell()
  } catch (error) {
    log.error({ err: error, importId }, 'committing an import failed')
    const message = '写入时出错，已写入的村保留，其余未写。请点“继续写入”；仍不行时把导入编号告诉管理员。'
    await inScope(database.db, EVERYWHERE, (tx) => updateImport(tx, importId, { state: 'failed', message }))
  }
  tell()
}

async function writeVillage(tx: Tx, unmatched: Omit<ImportStamp, 'known'>, kinds: StagedKinds): Promise<void> {
  const stamp = { ...unmatched, known: await matchVillage(tx, unmatched.importId, unmatched.division) }
  await applyHouseholds(tx, stamp)
  await applyPersons(tx, stamp)
  await applySegments(tx, stamp)
  await applyContacts(tx, stamp)
  await applyJobs(tx, stamp, kinds)
}

type Start = { prefixes: readonly string[]; kinds: StagedKinds }

/** Commits the next village; false when there is none left or the user stopped. */
async function commitVillage({ database, clock }: Services, importId: string, { prefixes, kinds }: Start): Promise<boolean> {
  return inScope(database.prepared, scopeOf(prefixes), async (tx) => {
    const locked = await lockProgress(tx, importId)
    if (locked?.state !== 'committing') return false
    if (locked.cancel_asked) {
      await updateImport(tx, importId, { state: 'cancelled' })
      return false
    }
    const village = await nextVillage(tx, importId)
    if (village === undefined) {
      await clearStaging(tx, importId, 'rows')
      await updateImport(tx, importId, { state: 'committed', committed_at: new Date(clock.now()) })
      return false
    }
    await planByVillage(tx)
    // A village is written by itself: in its own scope no step can see, or plan for, the rest of the county.
    await applyScope(tx, scopeOf([village.division]))
    const stamp = { importId, division: village.division, by: locked.created_by, at: new Date(clock.now()), on: locked.on_date }
    // Plans are made while the tables are empty: a nested loop would then compare each of a town's ten thousand with each.
    await joiningByHash(tx, () => writeVillage(tx, stamp, kinds))
    await applyScope(tx, scopeOf(prefixes))
    await noteElsewhere(tx, importId, village.division)
    await markVillageDone(tx, importId, village.division, clock.now())
    await updateImport(tx, importId, { done: locked.done + village.persons })
    return true
  })
}
