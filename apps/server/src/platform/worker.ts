import type { Log } from './log.ts'

/** A loop of this process. `wake` ends its pause, or the one after the turn under way; `stop` waits for that turn. */
export type Worker = { wake: () => void; stop: () => Promise<void> }

export type WorkerParts = {
  log: Log
  /** Does what there is to do and answers how much it did; above 0 it is called again at once. */
  turn: () => Promise<number>
  /** Said in the log when a turn fails: it is tried again after the pause. */
  failure: string
  idleMs: number
}

/** Starts a loop that works while there is something to do and looks again after a pause. */
export function startWorker({ log, turn, failure, idleMs }: WorkerParts): Worker {
  let running = true
  let called = false
  let endPause: () => void = () => undefined
  const wake = () => {
    called = true
    endPause()
  }
  const loop = async () => {
    while (running) {
      called = false
      const done = await turn().catch((error: unknown) => {
        log.error({ err: error }, failure)
        return 0
      })
      if (done > 0 || called) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idleMs)
        endPause = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const ended = loop()
  return {
    wake,
    stop: async () => {
      running = false
      wake()
      await ended
    },
  }
}
