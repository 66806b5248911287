import { homeOfWorker, idleLevel, type Market } from './market.ts'
import type { Listed } from './options.ts'
import { Seats } from './seats.ts'

/**
 * Who sits where and what each object costs. Levels and fits are one number here: `unit` is more than any sum of fits
 * along a path, a person without a place costs one unit, a household without any as many more as its tier weighs.
 */
export class Holdings {
  readonly market: Market
  readonly options: Listed
  readonly unit: number
  readonly price: Float64Array
  readonly seats: Seats
  /** The home of each worker, or -1. */
  readonly home: Int32Array
  /** What each worker has of his seat, or of being idle, at today's prices. */
  readonly gain: Float64Array
  readonly #idleGain: Float64Array

  constructor(market: Market, options: Listed, price: Float64Array, unit: number) {
    const { workers, room } = market
    this.market = market
    this.options = options
    this.unit = unit
    this.price = price
    this.seats = new Seats(workers, room)
    this.home = Int32Array.from({ length: workers }, (_, w) => homeOfWorker(market, w))
    this.#idleGain = Float64Array.from({ length: workers }, (_, w) => -unit * idleLevel(market, w))
    this.gain = this.#idleGain.slice()
  }

  /** @param worth what the seat is worth to the worker before its price: the fit, at home minus one unit */
  sit(worker: number, object: number, worth: number): void {
    this.seats.sit(worker, object)
    this.gain[worker] = worth - this.price[object]!
  }

  leave(worker: number): void {
    this.seats.leave(worker)
    this.gain[worker] = this.#idleGain[worker]!
  }

  /** Whoever sits there has that much less. */
  raisePrice(object: number, by: number): void {
    const { first, taken, occupant } = this.seats
    this.price[object]! += by
    const from = first[object]!
    for (let slot = from; slot < from + taken[object]!; slot += 1) this.gain[occupant[slot]!]! -= by
  }

  idleGain(worker: number): number {
    return this.#idleGain[worker]!
  }

  /** The most a worker could have at today's prices. */
  bestGain(worker: number): number {
    const { start, object, fit } = this.options
    const home = this.home[worker]!
    let best = this.#idleGain[worker]!
    if (home >= 0) best = Math.max(best, -this.unit - this.price[home]!)
    for (let at = start[worker]!; at < start[worker + 1]!; at += 1) {
      const gain = fit[at]! - this.price[object[at]!]!
      if (gain > best) best = gain
    }
    return best
  }

  /** What an object is worth to a worker before its price; less than anything when he neither lists it nor lives there. */
  worth(worker: number, object: number): number {
    if (object === this.home[worker]) return -this.unit
    const { start, object: listed, fit } = this.options
    for (let at = start[worker]!; at < start[worker + 1]!; at += 1) if (listed[at] === object) return fit[at]!
    return Number.NEGATIVE_INFINITY
  }
}
