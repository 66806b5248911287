import { sql } from 'kysely'
import { firstRow, inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import { settleCases } from './cases/settle-cases.store.ts'
import { takeMornings } from './tasks/take-mornings.ts'

const IDLE_MS = 3_000
// One process settles, the others find nothing left to do.
const SETTLE_LOCK = 5223_002

/** Brings the cases in line with what the indicators say now. Answers how many changed. */
export async function settleZeroCases({ clock, database }: Services): Promise<number> {
  return inScope(database.db, EVERYWHERE, async (tx) => {
    await sql`select pg_advisory_xact_lock(${SETTLE_LOCK})`.execute(tx)
    return settleCases(tx, { today: clock.today(), at: clock.now() })
  })
}

/** Takes down the lists of the morning of every village that is due: for tests, and after a load. */
export async function takeMorningsEverywhere(services: Services): Promise<void> {
  while (await takeMornings(services) > 0);
}

/** When a village was last computed; a figure that did not move changes no case. */
async function lastComputed({ database }: Services): Promise<number> {
  const found = await inScope(database.db, EVERYWHERE, (tx) => firstRow(tx, sql<{ at: Date | null }>`
    select max(computed_at) as at from indicators.pub_village_computed`))
  return found?.at?.getTime() ?? 0
}

/** Starts the keeper of cases and mornings of this process; the returned function stops it and waits for the turn under way. */
export function startCommandWorker(services: Services): () => Promise<void> {
  let running = true
  let wake: () => void = () => undefined
  let settledFor = -1
  const loop = async () => {
    while (running) {
      let done = 0
      try {
        const computed = await lastComputed(services)
        if (computed !== settledFor) await settleZeroCases(services)
        settledFor = computed
        done = await takeMornings(services)
      } catch (error) {
        services.log.error({ err: error }, 'keeping cases and task lists failed; it is tried again')
      }
      if (done > 0) continue
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, IDLE_MS)
      })
    }
  }
  const ended = loop()
  return async () => {
    running = false
    wake()
    await ended
  }
}
