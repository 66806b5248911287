import { Frontier } from './frontier.ts'
import type { Holdings } from './holdings.ts'

const IDLE = -1

/** Gives a worker without a seat the best he can have, by the cheapest chain of moves; prices rise along it. */
export class Push {
  readonly #holdings: Holdings
  readonly #frontier: Frontier
  /** Who would move into a reached object, and what it is worth to him. */
  readonly #mover: Int32Array
  readonly #worth: Float64Array
  // The cheapest end so far: an object with room, or a worker who stays idle.
  #limit = 0
  #end = IDLE
  #idler = -1

  constructor(holdings: Holdings) {
    const { objects } = holdings.market
    this.#holdings = holdings
    this.#frontier = new Frontier(objects)
    this.#mover = new Int32Array(objects)
    this.#worth = new Float64Array(objects)
  }

  seat(worker: number): void {
    const { seats, gain } = this.#holdings
    this.#frontier.begin()
    this.#limit = Number.POSITIVE_INFINITY
    this.#relax(worker, 0, this.#holdings.bestGain(worker))
    for (let j = this.#frontier.next(this.#limit); j >= 0; j = this.#frontier.next(this.#limit)) {
      const distance = this.#frontier.distance[j]!
      const from = seats.first[j]!
      for (let slot = from; slot < from + seats.taken[j]!; slot += 1) {
        const occupant = seats.occupant[slot]!
        this.#relax(occupant, distance, gain[occupant]!)
      }
    }
    for (let at = 0; at < this.#frontier.settledCount; at += 1) {
      const j = this.#frontier.settled[at]!
      this.#holdings.raisePrice(j, this.#limit - this.#frontier.distance[j]!)
    }
    this.#shift()
  }

  /** Looks where a worker could go who has `gain` now and can be made to move at a loss of `distance`. */
  #relax(worker: number, distance: number, gain: number): void {
    const { options, price, home, unit } = this.#holdings
    const base = distance + gain
    const idle = base - this.#holdings.idleGain(worker)
    if (idle < this.#limit) {
      this.#limit = idle
      this.#end = IDLE
      this.#idler = worker
    }
    const stay = home[worker]!
    if (stay >= 0) this.#reach(worker, stay, base + unit + price[stay]!, -unit)
    const to = options.start[worker + 1]!
    for (let at = options.start[worker]!; at < to; at += 1) {
      const j = options.object[at]!
      const reached = base - options.fit[at]! + price[j]!
      if (reached < this.#limit) this.#reach(worker, j, reached, options.fit[at]!)
    }
  }

  #reach(worker: number, object: number, distance: number, worth: number): void {
    if (distance >= this.#limit || !this.#frontier.isCloser(object, distance)) return
    this.#mover[object] = worker
    this.#worth[object] = worth
    if (this.#holdings.seats.hasRoom(object)) {
      this.#limit = distance
      this.#end = object
    } else this.#frontier.reach(object, distance)
  }

  #shift(): void {
    const { seats } = this.#holdings
    let to = this.#end
    if (to === IDLE) {
      to = seats.place[this.#idler]!
      if (to < 0) return
      this.#holdings.leave(this.#idler)
    }
    while (to >= 0) {
      const mover = this.#mover[to]!
      const from = seats.place[mover]!
      if (from >= 0) this.#holdings.leave(mover)
      this.#holdings.sit(mover, to, this.#worth[to]!)
      to = from
    }
  }
}
