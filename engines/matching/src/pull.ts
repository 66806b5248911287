import { Frontier } from './frontier.ts'
import type { Holdings } from './holdings.ts'
import type { Wanted } from './options.ts'

/** Lowers the price of an object with room, along the cheapest chain of moves, until somebody comes or it is free of charge. */
export class Pull {
  readonly #holdings: Holdings
  readonly #wanted: Wanted
  readonly #frontier: Frontier
  /** Who would leave a reached object, for which one, and what that is worth to him. */
  readonly #mover: Int32Array
  readonly #target: Int32Array
  readonly #worth: Float64Array
  // The cheapest end so far: an idle worker who comes to `end`, or nobody, and `end` stays with room at no price.
  #limit = 0
  #end = -1
  #comer = -1
  #comerWorth = 0

  constructor(holdings: Holdings, wanted: Wanted) {
    const { objects } = holdings.market
    this.#holdings = holdings
    this.#wanted = wanted
    this.#frontier = new Frontier(objects)
    this.#mover = new Int32Array(objects)
    this.#target = new Int32Array(objects)
    this.#worth = new Float64Array(objects)
  }

  fill(room: number): void {
    this.#frontier.begin()
    this.#limit = Number.POSITIVE_INFINITY
    this.#frontier.reach(room, 0)
    for (let j = this.#frontier.next(this.#limit); j >= 0; j = this.#frontier.next(this.#limit)) this.#settle(j)
    for (let at = 0; at < this.#frontier.settledCount; at += 1) {
      const j = this.#frontier.settled[at]!
      this.#holdings.raisePrice(j, this.#frontier.distance[j]! - this.#limit)
    }
    this.#shift(room)
  }

  #settle(object: number): void {
    const { market, price, unit } = this.#holdings
    const distance = this.#frontier.distance[object]!
    const free = distance + price[object]!
    if (free < this.#limit) {
      this.#limit = free
      this.#end = object
      this.#comer = -1
    }
    if (object < market.vacancies) {
      const { first, worker, fit } = this.#wanted
      for (let at = first[object]!; at < first[object + 1]!; at += 1) this.#relax(worker[at]!, object, free, fit[at]!)
      return
    }
    const { first, member } = market.members
    const household = market.householdOfHome[object - market.vacancies]!
    for (let slot = first[household]!; slot < first[household + 1]!; slot += 1) this.#relax(member[slot]!, object, free, -unit)
  }

  /** @param base the distance of the object and its price: what a worker must be offered to be as well off as now */
  #relax(worker: number, object: number, base: number, worth: number): void {
    const distance = base + this.#holdings.gain[worker]! - worth
    if (distance >= this.#limit) return
    const from = this.#holdings.seats.place[worker]!
    if (from < 0) {
      this.#limit = distance
      this.#end = object
      this.#comer = worker
      this.#comerWorth = worth
    } else if (from !== object && this.#frontier.isCloser(from, distance)) {
      this.#mover[from] = worker
      this.#target[from] = object
      this.#worth[from] = worth
      this.#frontier.reach(from, distance)
    }
  }

  #shift(room: number): void {
    let [to, comer, worth] = [this.#end, this.#comer, this.#comerWorth]
    while (to !== room) {
      const next = this.#mover[to]!
      this.#holdings.leave(next)
      if (comer >= 0) this.#holdings.sit(comer, to, worth)
      ;[comer, worth, to] = [next, this.#worth[to]!, this.#target[to]!]
    }
    if (comer >= 0) this.#holdings.sit(comer, room, worth)
  }
}
