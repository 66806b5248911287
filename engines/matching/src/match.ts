import { FurtherOptions } from './candidates/further-options.ts'
import { OptionFinder } from './candidates/option-finder.ts'
import { OptionLists } from './candidates/option-lists.ts'
import type { Offers } from './candidates/offers.ts'
import { HIGHEST_FIT } from './candidates/score.ts'
import type { Seekers } from './candidates/seekers.ts'
import { type Before, endOf, type Proven, prove, solve, solveAgain } from './solve.ts'
import type { Holdings } from './holdings.ts'
import { joinPrices } from './prices.ts'
import { Stopped, Watch, type Watching } from './watch.ts'

/** Everybody who looks for work, with his household, and every vacancy. */
export type Labour = { seekers: Seekers; offers: Offers; areas: number; household: Int32Array; tier: Uint8Array }

/** How many options each seeker begins with, and how many more a round may give him. */
export type MatchLimits = { first: number; more: number }

/**
 * The best of all assignments over every feasible pair. `place` is the vacancy of each seeker or -1; `options` how many
 * pairs the solver ever saw, `rounds` how often it solved.
 */
export type Matched = ({ status: 'optimal'; rounds: number; options: number } & Proven) | { status: 'stopped' }

const LIMITS: MatchLimits = { first: 20, more: 30 }
/** A level is more than any fit. */
const LEVEL_IN_FITS = 1e6
/** With more new options for each worker than this, a solve from nothing is quicker than mending (measured at 500,000). */
const FEW = 0.9

/**
 * Matches over all feasible pairs while the solver sees few of them: it begins with each seeker's best, and its prices ask for
 * further ones, until nobody has a feasible vacancy left that is better for him than what he got at these prices. That
 * is the proof for all pairs: with more options his best is no better, so the bound of the certificate stays.
 *
 * @param before where an earlier match ended, of much the same seekers and vacancies by number: some more at the end, some
 *   with other wishes, places or refusals. The result is as good as from nothing, and much sooner there.
 */
export function match(labour: Labour, watching: Watching = {}, { limits = LIMITS, before }: { limits?: MatchLimits; before?: Before } = {}): Matched {
  const watch = new Watch(watching)
  try {
    return new Match(labour, limits, watch).run(before)
  } catch (error) {
    if (error instanceof Stopped) return { status: 'stopped' }
    throw error
  }
}

class Match {
  readonly #labour: Labour
  readonly #limits: MatchLimits
  readonly #watch: Watch
  readonly #capacity: Int32Array

  constructor(labour: Labour, limits: MatchLimits, watch: Watch) {
    this.#labour = labour
    this.#limits = limits
    this.#watch = watch
    this.#capacity = labour.offers.places.values.slice(0, labour.offers.count)
  }

  run(before: Before | undefined): Matched {
    const { seekers, offers, areas, household } = this.#labour
    let lists = this.#firstLists(before)
    let holdings = this.#solve(lists, before)
    const further = new FurtherOptions(seekers, offers, areas, this.#limits.more)
    for (let rounds = 1; ; rounds += 1) {
      const longer = further.ask(lists, holdings, this.#watch)
      if (longer === undefined) return { status: 'optimal', rounds, options: lists.length, ...prove(holdings) }
      const isLittle = longer.length - lists.length < FEW * household.length
      lists = longer
      holdings = this.#solve(lists, isLittle ? endOf(holdings) : undefined)
    }
  }

  #solve(lists: OptionLists, before: Before | undefined): Holdings {
    const { household, tier } = this.#labour
    const problem = { household, tier, capacity: this.#capacity, ...lists.finish() }
    return before ? solveAgain(problem, HIGHEST_FIT, before, this.#watch) : solve(problem, HIGHEST_FIT, this.#watch)
  }

  /** The best options of each by fit; with prices of an earlier match, the best at these prices, for they have proven to matter. */
  #firstLists(before: Before | undefined): OptionLists {
    const { seekers, offers, areas, household } = this.#labour
    const { first } = this.#limits
    this.#watch.stage('candidates')
    const finder = new OptionFinder(seekers, offers, areas, first)
    if (before) finder.usePrices(joinPrices(before.prices, LEVEL_IN_FITS, { vacancies: offers.count, objects: offers.count, homeOf: new Int32Array(0) }))
    const lists = new OptionLists(household.length, household.length * first)
    for (let w = 0; w < household.length; w += 1) {
      this.#watch.step()
      finder.look(w, first, Number.NEGATIVE_INFINITY)
      lists.addFound(finder)
      lists.nextWorker()
    }
    return lists
  }
}
