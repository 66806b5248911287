import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import { startWorker } from '../../platform/worker.ts'
import { refreshVillages } from '../organization/organization.api.ts'
import { moveMergedDivisions, takeTouchedVillages } from '../registry/registry.api.ts'
import { computeVillages, keepFactsAt, listVillagesBefore } from './compute/compute-villages.store.ts'
import { holdWorkerLock, tryWorkerLock } from './compute/worker-lock.store.ts'
import { closeDueDays } from './days/close-due-days.ts'
import { getParametersOn } from './parameters/parameter.store.ts'

// Few enough that a turn ends within a second at full size, many enough that a big import is not recomputed one by one.
const VILLAGES_A_TURN = 24
const IDLE_MS = 700
const CLOSE_CHECK_MS = 20_000

/**
 * One turn of the worker: takes villages whose facts changed (or whose day ended), recomputes their counters and tells
 * open pages. Answers how many villages it did; 0 means nothing was due, or that another process was at it.
 */
export async function recomputeTouched(services: Services, whenBusy: 'wait' | 'skip' = 'skip'): Promise<number> {
  const { clock, database, live } = services
  const day = clock.today()
  const villages = await inScope(database.db, EVERYWHERE, async (tx) => {
    if (whenBusy === 'wait') await holdWorkerLock(tx)
    else if (!(await tryWorkerLock(tx))) return []
    const touched = await takeTouchedVillages(tx, VILLAGES_A_TURN)
    if (touched.length > 0) await keepFactsAt(tx, touched, clock.now())
    const due = touched.length > 0 ? touched : await listVillagesBefore(tx, day, VILLAGES_A_TURN)
    if (due.length === 0) return []
    const { parameters } = await getParametersOn(tx, day)
    await computeVillages(tx, { villages: due, day, parameters }, clock.now())
    return due
  })
  if (villages.length > 0) live.publish({ type: 'figures', villages, at: clock.now() })
  return villages.length
}

/** Recomputes until nothing is due, waiting for other processes: after an import, before the close, in tests. */
export async function recomputeAll(services: Services, onProgress?: (villages: number) => void): Promise<number> {
  let total = 0
  for (;;) {
    const done = await recomputeTouched(services, 'wait')
    if (done === 0) return total
    total += done
    onProgress?.(total)
  }
}

let preparedDay = ''

/** Once a business day: places as they are in force from today, and facts of villages that were merged. */
async function beginDay({ clock, database }: Services): Promise<void> {
  const today = clock.today()
  await inScope(database.db, EVERYWHERE, async (tx) => {
    if (preparedDay !== today) await refreshVillages(tx, today)
    await moveMergedDivisions(tx)
  })
  preparedDay = today
}

/** Starts the worker of this process; the returned function stops it and waits for the turn under way. */
export function startIndicatorWorker(services: Services): () => Promise<void> {
  let closeCheckedAt = 0
  const turn = async () => {
    const done = await recomputeTouched(services)
    if (services.clock.now() - closeCheckedAt > CLOSE_CHECK_MS) {
      closeCheckedAt = services.clock.now()
      await beginDay(services)
      await closeDueDays(services)
    }
    return done
  }
  return startWorker({ log: services.log, turn, failure: 'indicator worker turn failed; it is tried again', idleMs: IDLE_MS }).stop
}
