import type { Holdings } from '../holdings.ts'
import type { Watch } from '../watch.ts'
import { OptionFinder } from './option-finder.ts'
import { OptionLists } from './option-lists.ts'
import type { Offers } from './offers.ts'
import type { Seekers } from './seekers.ts'

/**
 * Asks, at the prices of a solve, which feasible vacancies are better for somebody than what he has. Between two solves
 * few prices fall and few people are worse off: a quick look at those alone finds nearly all there is, and only when
 * it finds nothing are all people and all vacancies looked at, which then is the proof.
 */
export class FurtherOptions {
  readonly #more: number
  readonly #all: OptionFinder
  /** Sees only vacancies whose price has fallen. */
  readonly #fallen: OptionFinder
  /** Who was given as many as a look may find, and may have more to come. */
  readonly #cut: Uint8Array
  #gain: Float64Array | undefined
  #price: Float64Array | undefined

  constructor(seekers: Seekers, offers: Offers, areas: number, more: number) {
    this.#more = more
    this.#all = new OptionFinder(seekers, offers, areas, more)
    this.#fallen = new OptionFinder(seekers, offers, areas, more)
    this.#cut = new Uint8Array(seekers.count)
  }

  /** @returns the lists with the further options, or undefined when nobody has any */
  ask(lists: OptionLists, holdings: Holdings, watch: Watch): OptionLists | undefined {
    const [gainBefore, priceBefore] = [this.#gain, this.#price]
    this.#gain = holdings.gain.slice()
    this.#price = holdings.price.slice()
    this.#all.usePrices(holdings.price)
    if (gainBefore && priceBefore) {
      this.#fallen.usePrices(holdings.price.map((price, j) => (price < priceBefore[j]! ? price : Number.POSITIVE_INFINITY)))
      watch.stage('further candidates')
      const some = this.#lengthen(lists, holdings, watch, (w) => (this.#cut[w] === 1 || holdings.gain[w]! < gainBefore[w]! ? this.#all : this.#fallen))
      if (some) return some
    }
    watch.stage('all candidates')
    return this.#lengthen(lists, holdings, watch, () => this.#all)
  }

  #lengthen(lists: OptionLists, holdings: Holdings, watch: Watch, finderOf: (worker: number) => OptionFinder): OptionLists | undefined {
    const longer = new OptionLists(this.#cut.length, Math.ceil(1.1 * lists.length))
    for (let w = 0; w < this.#cut.length; w += 1) {
      watch.step()
      const finder = finderOf(w)
      finder.look(w, this.#more, holdings.gain[w]!)
      this.#cut[w] = finder.found === this.#more ? 1 : 0
      longer.addFrom(lists, w)
      longer.addFound(finder)
      longer.nextWorker()
    }
    return longer.length > lists.length ? longer : undefined
  }
}
