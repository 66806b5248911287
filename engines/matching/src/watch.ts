/** Thrown inside a solve when the caller wants no more of it. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** What a caller hears of a solve, and how he ends it. */
export type Watching = {
  /** Called at the begin of each stage, and now and then within it. */
  onProgress?: (progress: { stage: string; steps: number }) => void
  /** Asked every few thousand steps; `true` ends the solve. */
  shouldStop?: () => boolean
}

const STEPS_BETWEEN = 4096

/** Counts steps, not seconds: the same problem tells the same progress on any machine. */
export class Watch {
  readonly #watching: Watching
  #stage = ''
  #steps = 0

  constructor(watching: Watching) {
    this.#watching = watching
  }

  stage(name: string): void {
    this.#stage = name
    this.#steps = 0
    this.#report()
  }

  /** @throws {Stopped} when the caller wants no more */
  step(): void {
    this.#steps += 1
    if (this.#steps % STEPS_BETWEEN === 0) this.#report()
  }

  #report(): void {
    if (this.#watching.shouldStop?.()) throw new Stopped('The solve was stopped')
    this.#watching.onProgress?.({ stage: this.#stage, steps: this.#steps })
  }
}
