import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Services } from '../../platform/services.ts'
import { startWorker } from '../../platform/worker.ts'
import { openDueVillages } from './months/open-months.ts'
import { workReviews } from './reviews/work-reviews.ts'
import { turnChangesToDay } from './sync/daily-changes.ts'
import { onWork } from './work-signal.ts'

const IDLE_MS = 5_000

/** What the worker does in turn, each answering how much it did. One that fails does not keep the others. */
const TURNS: Record<string, (services: Services) => Promise<number>> = {
  'opening the month of the service cards': openDueVillages,
  'a review of service cards in bulk': workReviews,
}

/** Starts the worker of this process: it opens months and works off reviews; the returned function stops it and waits for the turn under way. */
export function startCardWorker(services: Services): () => Promise<void> {
  let tidied: CalendarDate | undefined
  const worker = startWorker({
    log: services.log, failure: 'the worker of service cards failed; it is tried again', idleMs: IDLE_MS,
    turn: async () => {
      const done = await workOff(services)
      tidied = await tidyOnce(services, tidied)
      return done
    },
  })
  const deafen = onWork(worker.wake)
  return async () => {
    deafen()
    await worker.stop()
  }
}

async function workOff(services: Services): Promise<number> {
  let done = 0
  for (const [what, work] of Object.entries(TURNS)) {
    try {
      done += await work(services)
    } catch (error) {
      services.log.error({ err: error }, `${what} failed; it is tried again`)
    }
  }
  return done
}

/** Once a business day; answers the day it was done, the one before when it failed. */
async function tidyOnce(services: Services, tidied: CalendarDate | undefined): Promise<CalendarDate | undefined> {
  const today = services.clock.today()
  if (tidied === today) return tidied
  try {
    await turnChangesToDay(services)
    return today
  } catch (error) {
    services.log.error({ err: error }, 'turning the changes of households to the day failed; it is tried again')
    return tidied
  }
}
