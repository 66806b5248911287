import { cellAt, type Cells, sortIntoCells } from './cells.ts'
import { NO_SKILL, type Offers } from './offers.ts'
import { isFeasibleInCell } from './rules.ts'
import { REST_MOST, restParts, skillPart, wagePart } from './score.ts'
import type { Seekers } from './seekers.ts'

/**
 * Finds the vacancies that are best for a seeker, by fit or by fit less price, without looking at all pairs: within a cell of one
 * area and skill the best paid come first, so a look ends where not even the full rest of the score would do.
 *
 * What the last look found stands in `vacancy` and `fit`, the best first, `found` of them.
 */
export class OptionFinder {
  readonly vacancy: Int32Array
  readonly fit: Int32Array
  found = 0
  readonly #gain: Float64Array
  readonly #seekers: Seekers
  readonly #offers: Offers
  readonly #cells: Cells
  #price: Float64Array
  /** The lowest price from a position of the cells to the end of its cell. */
  readonly #lowest: Float64Array
  #most = 0
  /** What a vacancy must have more than. */
  #floor = 0

  /** @param longest the most that a look may be asked for */
  constructor(seekers: Seekers, offers: Offers, areas: number, longest: number) {
    this.#seekers = seekers
    this.#offers = offers
    this.#cells = sortIntoCells(offers, areas)
    this.#price = new Float64Array(offers.count)
    this.#lowest = new Float64Array(offers.count)
    this.vacancy = new Int32Array(longest)
    this.fit = new Int32Array(longest)
    this.#gain = new Float64Array(longest)
  }

  /** The looks from now on take these prices off; at the begin all are 0. */
  usePrices(price: Float64Array): void {
    this.#price = price
    const { first, vacancy } = this.#cells
    for (let cell = 0; cell + 1 < first.length; cell += 1) {
      let lowest = Number.POSITIVE_INFINITY
      for (let at = first[cell + 1]! - 1; at >= first[cell]!; at -= 1) {
        lowest = Math.min(lowest, price[vacancy[at]!]!)
        this.#lowest[at] = lowest
      }
    }
  }

  /** Finds the `most` best feasible vacancies whose fit less price is more than `floor`. */
  look(s: number, most: number, floor = -1): void {
    this.found = 0
    this.#most = most
    this.#floor = floor
    const { skillStart, skill, wishStart, wishArea, wishWorth } = this.#seekers
    for (let at = wishStart.values[s]!; at < wishStart.values[s + 1]!; at += 1) {
      const [area, worth] = [wishArea.values[at]!, wishWorth.values[at]!]
      this.#lookIntoCell(s, cellAt(this.#cells, area, NO_SKILL), worth + skillPart(this.#seekers, s, NO_SKILL))
      for (let has = skillStart.values[s]!; has < skillStart.values[s + 1]!; has += 1) {
        const cell = cellAt(this.#cells, area, skill.values[has]!)
        if (cell >= 0) this.#lookIntoCell(s, cell, worth + skillPart(this.#seekers, s, skill.values[has]!))
      }
    }
  }

  /** @param certain the parts of the score that all vacancies of the cell have for this seeker */
  #lookIntoCell(s: number, cell: number, certain: number): void {
    const { first, vacancy } = this.#cells
    const wages = this.#offers.wage.values
    const expects = this.#seekers.expects.values[s]!
    const end = first[cell + 1]!
    for (let at = first[cell]!; at < end; at += 1) {
      const v = vacancy[at]!
      const fit = certain + wagePart(wages[v]!, expects)
      if (fit + REST_MOST - this.#lowest[at]! <= this.#floor) return
      if (fit + REST_MOST - this.#price[v]! <= this.#floor || !isFeasibleInCell(this.#seekers, s, this.#offers, v)) continue
      this.#keep(v, fit + restParts(this.#seekers, s, this.#offers, v))
    }
  }

  #keep(vacancy: number, fit: number): void {
    const gain = fit - this.#price[vacancy]!
    if (gain <= this.#floor) return
    let at = this.found < this.#most ? this.found++ : this.#most - 1
    for (; at > 0 && this.#gain[at - 1]! < gain; at -= 1) {
      this.#gain[at] = this.#gain[at - 1]!
      this.vacancy[at] = this.vacancy[at - 1]!
      this.fit[at] = this.fit[at - 1]!
    }
    this.#gain[at] = gain
    this.vacancy[at] = vacancy
    this.fit[at] = fit
    if (this.found === this.#most) this.#floor = this.#gain[this.#most - 1]!
  }
}
