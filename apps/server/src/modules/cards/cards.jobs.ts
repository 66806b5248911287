import type { Services } from '../../platform/services.ts'
import { openDueVillages } from './months/open-months.ts'

const IDLE_MS = 5_000

/** Starts the opener of months of this process; the returned function stops it and waits for the turn under way. */
export function startCardWorker(services: Services): () => Promise<void> {
  let running = true
  let wake: () => void = () => undefined
  const loop = async () => {
    while (running) {
      let done = 0
      try {
        done = await openDueVillages(services)
      } catch (error) {
        services.log.error({ err: error }, 'opening the month of the service cards failed; it is tried again')
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
