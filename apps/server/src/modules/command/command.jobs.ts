import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import { startWorker } from '../../platform/worker.ts'
import { findLastComputed, holdSettleLock, settleCases } from './cases/settle-cases.store.ts'
import { takeMornings } from './tasks/take-mornings.ts'

const IDLE_MS = 3_000

/** Brings the cases in line with what the indicators say now. Answers how many changed. */
export async function settleZeroCases({ clock, database }: Services): Promise<number> {
  return inScope(database.db, EVERYWHERE, async (tx) => {
    await holdSettleLock(tx)
    return settleCases(tx, { today: clock.today(), at: clock.now() })
  })
}

/** Takes down the lists of the morning of every village that is due: for tests, and after a load. */
export async function takeMorningsEverywhere(services: Services): Promise<void> {
  while (await takeMornings(services) > 0);
}

/** Starts the keeper of cases and mornings of this process; the returned function stops it and waits for the turn under way. */
export function startCommandWorker(services: Services): () => Promise<void> {
  let settledFor = -1
  const turn = async () => {
    // A figure that did not move changes no case.
    const computed = await inScope(services.database.db, EVERYWHERE, findLastComputed)
    if (computed !== settledFor) await settleZeroCases(services)
    settledFor = computed
    return takeMornings(services)
  }
  return startWorker({ log: services.log, turn, failure: 'keeping cases and task lists failed; it is tried again', idleMs: IDLE_MS }).stop
}
