import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { recomputeAll } from '../indicators.jobs.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import { computeVillages } from './compute-villages.store.ts'
import { differencesOf, type VillageDifference } from './rebuild.rules.ts'
import { listVillagesToRebuild, snapshotVillages } from './rebuild.store.ts'
import { holdWorkerLock } from './worker-lock.store.ts'

const VILLAGES_A_STEP = 24

export type Rebuild = { villages: number; differing: VillageDifference[] }

/**
 * Recomputes every village from its facts as of today and tells which stood otherwise. What is merely due is computed
 * first, so a difference means that the incremental worker missed a fact, or that somebody wrote states by hand.
 */
export async function rebuildVillages(services: Services, onProgress: (done: number, total: number) => void = () => undefined): Promise<Rebuild> {
  const { database, clock } = services
  await recomputeAll(services)
  const villages = await inScope(database.db, EVERYWHERE, (tx) => listVillagesToRebuild(tx))
  const differing: VillageDifference[] = []
  for (let at = 0; at < villages.length; at += VILLAGES_A_STEP) {
    const step = villages.slice(at, at + VILLAGES_A_STEP)
    const found = await inScope(database.db, EVERYWHERE, async (tx) => {
      await holdWorkerLock(tx)
      const day = clock.today()
      const before = await snapshotVillages(tx, step)
      await computeVillages(tx, { villages: step, day, parameters: (await getParametersOn(tx, day)).parameters }, clock.now())
      return differencesOf(before, await snapshotVillages(tx, step))
    })
    differing.push(...found)
    onProgress(Math.min(at + step.length, villages.length), villages.length)
  }
  return { villages: villages.length, differing }
}
