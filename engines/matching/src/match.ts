import { FurtherOptions } from './candidates/further-options.ts'
import { OptionFinder } from './candidates/option-finder.ts'
import { OptionLists } from './candidates/option-lists.ts'
import type { Offers } from './candidates/offers.ts'
import { HIGHEST_FIT } from './candidates/score.ts'
import type { Seekers } from './candidates/seekers.ts'
import { type Proven, prove, solve, solveAgain } from './solve.ts'
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
/** With more new options for each worker than this, a solve from nothing is quicker than mending (measured at 500,000). */
const FEW = 0.9

/**
 * Matches over all feasible pairs while the solver sees few of them: it begins with each seeker's best, and its prices ask for
 * further ones, until nobody has a feasible vacancy left that is better for him than what he got at these prices. That
 * is the proof for all pairs: with more options his best is no better, so the bound of the certificate stays.
 */
export function match(labour: Labour, watching: Watching = {}, limits: MatchLimits = LIMITS): Matched {
  try {
    return matchRounds(labour, new Watch(watching), limits)
  } catch (error) {
    if (error instanceof Stopped) return { status: 'stopped' }
    throw error
  }
}

function matchRounds({ seekers, offers, areas, household, tier }: Labour, watch: Watch, { first, more }: MatchLimits): Matched {
  const people = { household, tier, capacity: offers.places.values.slice(0, offers.count) }
  let lists = firstLists(new OptionFinder(seekers, offers, areas, first), household.length, first, watch)
  let holdings = solve({ ...people, ...lists.finish() }, HIGHEST_FIT, watch)
  const further = new FurtherOptions(seekers, offers, areas, more)
  for (let rounds = 1; ; rounds += 1) {
    const longer = further.ask(lists, holdings, watch)
    if (longer === undefined) return { status: 'optimal', rounds, options: lists.length, ...prove(holdings) }
    const isLittle = longer.length - lists.length < FEW * household.length
    lists = longer
    const problem = { ...people, ...lists.finish() }
    holdings = isLittle ? solveAgain(problem, holdings, watch) : solve(problem, HIGHEST_FIT, watch)
  }
}

function firstLists(finder: OptionFinder, workers: number, first: number, watch: Watch): OptionLists {
  watch.stage('candidates')
  const lists = new OptionLists(workers, workers * first)
  for (let w = 0; w < workers; w += 1) {
    watch.step()
    finder.look(w, first)
    lists.addFound(finder)
    lists.nextWorker()
  }
  return lists
}
