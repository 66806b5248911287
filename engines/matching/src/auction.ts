import { homeOfWorker, type Market } from './market.ts'
import type { Options } from './options.ts'
import type { Watch } from './watch.ts'

/** Where an auction ended: who holds which object (-1: none), and what each costs in fit. */
export type AuctionEnd = { place: Int32Array; price: Float64Array }

/**
 * Two phases are enough to come near, for the exact finish does the rest. Between them prices step back: a price that
 * overshot keeps its object half empty, and mending that is dearer than bidding again.
 */
const PARTS_OF_FIT = [64, 1000] as const
/** By how many steps of the phase before. */
const RETREAT = 4

/**
 * Auction among the level-tight options: whoever has no object bids for his best one as much as it is better than his
 * second best, and pushes out the lowest bidder of a full object (Bertsekas, "similar objects" held in one heap).
 */
export function runAuction(market: Market, options: Options, highestFit: number, watch: Watch): AuctionEnd {
  const auction = new Auction(market, options, highestFit)
  let before = 0
  for (const parts of PARTS_OF_FIT) {
    const step = Math.max(1, Math.floor(highestFit / parts))
    watch.stage(`auction ${step}`)
    auction.retreat(RETREAT * before)
    auction.run(step, watch)
    before = step
  }
  return { place: auction.place, price: auction.price }
}

class Auction {
  readonly place: Int32Array
  readonly price: Float64Array
  readonly #market: Market
  readonly #options: Options
  readonly #dearest: number
  // One heap of bids for each object, the lowest on top.
  readonly #first: Int32Array
  readonly #held: Int32Array
  readonly #bid: Float64Array
  readonly #bidder: Int32Array
  // The best option found by the last look, and by how much it is better than the second.
  #best = -1
  #lead = 0

  constructor(market: Market, options: Options, highestFit: number) {
    const { workers, objects, room } = market
    this.#market = market
    this.#options = options
    this.#dearest = highestFit + 1
    this.place = new Int32Array(workers).fill(-1)
    this.price = Float64Array.from(room, (places) => (places === 0 ? Number.POSITIVE_INFINITY : 0))
    this.#first = new Int32Array(objects + 1)
    for (let j = 0; j < objects; j += 1) this.#first[j + 1] = this.#first[j]! + room[j]!
    this.#held = new Int32Array(objects)
    this.#bid = new Float64Array(this.#first[objects]!)
    this.#bidder = new Int32Array(this.#first[objects]!)
  }

  retreat(by: number): void {
    for (let j = 0; j < this.price.length; j += 1) this.price[j] = Math.max(0, this.price[j]! - by)
  }

  run(step: number, watch: Watch): void {
    const { workers } = this.#market
    this.place.fill(-1)
    this.#held.fill(0)
    const waiting = new Int32Array(workers)
    for (let w = 0; w < workers; w += 1) waiting[w] = workers - 1 - w
    let length = workers
    while (length > 0) {
      watch.step()
      const worker = waiting[--length]!
      this.#look(worker)
      if (this.#best < 0) continue
      const out = this.#take(worker, this.#best, this.price[this.#best]! + this.#lead + step)
      if (out >= 0) waiting[length++] = out
    }
  }

  /** Finds the best and the second best of a worker at today's prices. Lists fall in fit, so most looks end early. */
  #look(worker: number): void {
    const { start, tight, object, fit, homeTight, idleTight } = this.#options
    let best = -1
    let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    if (idleTight[worker] === 1) first = 0
    if (homeTight[worker] === 1) {
      const home = homeOfWorker(this.#market, worker)
      const gain = -this.price[home]!
      second = Math.min(first, gain)
      if (gain > first) {
        first = gain
        best = home
      }
    }
    const to = tight[worker]!
    for (let at = start[worker]!; at < to && fit[at]! > second; at += 1) {
      const j = object[at]!
      const gain = fit[at]! - this.price[j]!
      if (gain > first) {
        second = first
        first = gain
        best = j
      } else if (gain > second) second = gain
    }
    this.#best = best
    this.#lead = Math.min(first - second, this.#dearest)
  }

  /** @returns who is pushed out, or -1 */
  #take(worker: number, object: number, bid: number): number {
    this.place[worker] = object
    const [first, end] = [this.#first[object]!, this.#first[object + 1]!]
    const held = this.#held[object]!
    if (first + held < end) {
      this.#held[object] = held + 1
      this.#rise(first, held, bid, worker)
      if (first + held + 1 === end) this.price[object] = this.#bid[first]!
      return -1
    }
    const out = this.#bidder[first]!
    this.place[out] = -1
    this.#sink(first, held, bid, worker)
    this.price[object] = this.#bid[first]!
    return out
  }

  #rise(first: number, from: number, bid: number, bidder: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#bid[first + above]! <= bid) break
      this.#bid[first + at] = this.#bid[first + above]!
      this.#bidder[first + at] = this.#bidder[first + above]!
      at = above
    }
    this.#bid[first + at] = bid
    this.#bidder[first + at] = bidder
  }

  #sink(first: number, size: number, bid: number, bidder: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#bid[first + below + 1]! < this.#bid[first + below]!) below += 1
      if (this.#bid[first + below]! >= bid) break
      this.#bid[first + at] = this.#bid[first + below]!
      this.#bidder[first + at] = this.#bidder[first + below]!
      at = below
    }
    this.#bid[first + at] = bid
    this.#bidder[first + at] = bidder
  }
}
