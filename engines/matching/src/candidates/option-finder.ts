import { CellBounds, stepOf } from './cell-bounds.ts'
import { type Cells, firstCellOf, sortIntoCells } from './cells.ts'
import { NO_SKILL, type Offers } from './offers.ts'
import { ALLOWS, isFeasibleInCell } from './rules.ts'
import { educationPart, lodgingPart, PARTS, skillPart, stayPart, wagePart } from './score.ts'
import type { Seekers } from './seekers.ts'

/**
 * Finds the vacancies that are best for a seeker, by fit or by fit less price, without looking at all pairs: a bound says which
 * cells can hold one at all, and in a cell the best paid come first, so a look ends where nothing better can follow.
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
  // The vacancies in the order of the cells, with their prices; the lowest price from each to the end of its cell.
  readonly #ordered: Offers
  readonly #price: Float64Array
  readonly #lowest: Float64Array
  readonly #bounds: CellBounds
  #most = 0
  /** What a vacancy must have more than. */
  #floor = 0

  /** @param longest the most that a look may be asked for */
  constructor(seekers: Seekers, offers: Offers, areas: number, longest: number) {
    this.#seekers = seekers
    this.#offers = offers
    this.#cells = sortIntoCells(offers, areas)
    this.#ordered = offers.inOrder(this.#cells.vacancy)
    this.#price = new Float64Array(offers.count)
    this.#lowest = new Float64Array(offers.count)
    this.#bounds = new CellBounds(this.#cells.first.length - 1)
    this.#compute()
    this.vacancy = new Int32Array(longest)
    this.fit = new Int32Array(longest)
    this.#gain = new Float64Array(longest)
  }

  /** The looks from now on take these prices off; at the begin all are 0. */
  usePrices(price: Float64Array): void {
    for (let at = 0; at < this.#price.length; at += 1) this.#price[at] = price[this.#cells.vacancy[at]!]!
    this.#compute()
  }

  #compute(): void {
    const { first } = this.#cells
    for (let cell = 0; cell + 1 < first.length; cell += 1) {
      let lowest = Number.POSITIVE_INFINITY
      for (let at = first[cell + 1]! - 1; at >= first[cell]!; at -= 1) {
        lowest = Math.min(lowest, this.#price[at]!)
        this.#lowest[at] = lowest
      }
    }
    this.#bounds.compute(this.#cells, this.#ordered.wage.values, this.#price)
  }

  /** Finds the `most` best feasible vacancies whose fit less price is more than `floor`. */
  look(s: number, most: number, floor = -1): void {
    this.found = 0
    this.#most = most
    this.#floor = floor
    const { skillStart, skill, wishStart, wishArea, wishWorth } = this.#seekers
    for (let at = wishStart.values[s]!; at < wishStart.values[s + 1]!; at += 1) {
      const [area, worth] = [wishArea.values[at]!, wishWorth.values[at]!]
      this.#lookAt(s, area, NO_SKILL, worth)
      for (let has = skillStart.values[s]!; has < skillStart.values[s + 1]!; has += 1) {
        if (skill.values[has]! < this.#cells.skills) this.#lookAt(s, area, skill.values[has]!, worth)
      }
    }
  }

  #lookAt(s: number, area: number, skill: number, worth: number): void {
    const education = this.#seekers.education.values[s]!
    const step = stepOf(this.#seekers.expects.values[s]!)
    const certain = worth + skillPart(this.#seekers, s, skill)
    let cell = firstCellOf(this.#cells, area, skill)
    for (let asked = 0; asked <= education && asked < this.#cells.educations; asked += 1) {
      const more = certain + educationPart(education, asked)
      for (let lodging = 0; lodging < 2; lodging += 1, cell += 1) {
        const most = more + lodgingPart(this.#seekers.wantsLodging.values[s]!, lodging)
        if (most + PARTS.stay + this.#bounds.bound(cell, step) > this.#floor) this.#lookIntoCell(s, cell, most)
      }
    }
  }

  /** @param certain all of the score but wage and stay, the same for all vacancies of the cell */
  #lookIntoCell(s: number, cell: number, certain: number): void {
    const { first, vacancy } = this.#cells
    const wages = this.#ordered.wage.values
    const expects = this.#seekers.expects.values[s]!
    const end = first[cell + 1]!
    for (let at = first[cell]!; at < end; at += 1) {
      const fit = certain + wagePart(wages[at]!, expects)
      if (fit + PARTS.stay - this.#lowest[at]! <= this.#floor) return
      const whole = fit + stayPart(this.#seekers, s, this.#ordered, at)
      if (whole - this.#price[at]! <= this.#floor || !isFeasibleInCell(this.#seekers, s, this.#ordered, at)) continue
      if (ALLOWS.refused(this.#seekers, s, this.#offers, vacancy[at]!)) this.#keep(vacancy[at]!, whole, whole - this.#price[at]!)
    }
  }

  #keep(vacancy: number, fit: number, gain: number): void {
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
