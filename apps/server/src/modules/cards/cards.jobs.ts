import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Services } from '../../platform/services.ts'
import { openDueVillages } from './months/open-months.ts'
import { workReviews } from './reviews/work-reviews.ts'
import { forgetOldChanges } from './sync/forget-changes.ts'
import { onWork } from './work-signal.ts'

const IDLE_MS = 5_000

/** What the worker does in turn, each answering how much it did. One that fails does not keep the others. */
const TURNS: Record<string, (services: Services) => Promise<number>> = {
  'opening the month of the service cards': openDueVillages,
  'a review of service cards in bulk': workReviews,
}

/** Starts the worker of this process: it opens months and works off reviews; the returned function stops it and waits for the turn under way. */
export function startCardWorker(services: Services): () => Promise<void> {
  let running = true
  let tidied: CalendarDate | undefined
  let called = false
  let wake: () => void = () => undefined
  const call = () => {
    called = true
    wake()
  }
  const loop = async () => {
    while (running) {
      called = false
      const done = await turn(services)
      tidied = await tidyOnce(services, tidied)
      if (done > 0 || called) continue
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, IDLE_MS)
      })
    }
  }
  const ended = loop()
  const deafen = onWork(call)
  return async () => {
    running = false
    deafen()
    wake()
    await ended
  }
}

async function turn(services: Services): Promise<number> {
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
    await forgetOldChanges(services)
    return today
  } catch (error) {
    services.log.error({ err: error }, 'forgetting old changes of households failed; it is tried again')
    return tidied
  }
}
