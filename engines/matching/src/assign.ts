import { runAuction } from './auction.ts'
import { certify, type Score } from './certificate.ts'
import { Holdings } from './holdings.ts'
import { findLevels, type Levels } from './levels.ts'
import { type Market, openMarket } from './market.ts'
import { restrictToLevels, turnRound } from './options.ts'
import { type Prices, splitPrices } from './prices.ts'
import { checkProblem, type Problem } from './problem.ts'
import { Pull } from './pull.ts'
import { Push } from './push.ts'
import { Stopped, Watch, type Watching } from './watch.ts'

/** The best assignment there is with its proof, or that the caller stopped the solve. */
export type Outcome =
  | { status: 'optimal'; score: Score; place: Int32Array; prices: Prices }
  | { status: 'stopped' }

/**
 * Finds the assignment that covers most households without work, tier by tier; among those the one that places most
 * people; among those the one of the highest total fit. The same problem gives the same places on any machine.
 *
 * Two quick methods guess prices and places (`levels.ts`, `auction.ts`); an exact one mends what is wrong with the
 * guess (`push.ts`, `pull.ts`); a checker that shares no code with them proves the result (`certificate.ts`).
 *
 * @throws {ProblemError} when the numbers are not a problem
 */
export function assign(problem: Problem, watching: Watching = {}): Outcome {
  checkProblem(problem)
  try {
    return solve(problem, new Watch(watching))
  } catch (error) {
    if (error instanceof Stopped) return { status: 'stopped' }
    throw error
  }
}

function solve(problem: Problem, watch: Watch): Outcome {
  const market = openMarket(problem)
  const highestFit = problem.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const { levels } = findLevels(market, watch)
  const options = restrictToLevels(market, levels)
  const guess = runAuction(market, options, highestFit, watch)
  const holdings = new Holdings(market, options, ...pricesOf(market, levels, guess.price, highestFit))
  makeExact(holdings, guess.place, watch)
  watch.stage('certificate')
  const place = holdings.seats.place.map((object) => (object < market.vacancies ? object : -1))
  const prices = splitPrices(holdings.price, holdings.unit, market.vacancies, market.homeOf)
  const verdict = certify(problem, place, prices)
  // A result without its proof is a fault of this program, never of the data.
  if (!verdict.proven) throw new Error(`The assignment is not proven: ${verdict.reason}`)
  return { status: 'optimal', score: verdict.score, place, prices }
}

/** Levels and fits in one number: a path passes each object once, so no sum of fits along it reaches half a unit. */
function pricesOf(market: Market, levels: Levels, fits: Float64Array, highestFit: number): [Float64Array, number] {
  const unit = 2 * (market.objects + 2) * (highestFit + 1)
  // Where there is no place at all, the price must only be beyond what anybody would give.
  const beyond = unit * (market.tiers + 1) + highestFit
  return [fits.map((fit, j) => (market.room[j] === 0 ? beyond : unit * levels[j]! + fit)), unit]
}

function makeExact(holdings: Holdings, guess: Int32Array, watch: Watch): void {
  const { market, options, price, seats } = holdings
  watch.stage('exact')
  const push = new Push(holdings)
  for (const worker of sitWhereBest(holdings, guess)) {
    watch.step()
    push.seat(worker)
  }
  const pull = new Pull(holdings, turnRound(options, market.vacancies))
  for (let j = 0; j < market.objects; j += 1) {
    while (price[j]! > 0 && seats.hasRoom(j)) {
      watch.step()
      pull.fill(j)
    }
  }
}

/** Seats everyone whose guessed place is the best he can have. Returns the others. */
function sitWhereBest(holdings: Holdings, guess: Int32Array): number[] {
  const others: number[] = []
  for (let w = 0; w < guess.length; w += 1) {
    const best = holdings.bestGain(w)
    const object = guess[w]!
    if (object < 0) {
      if (holdings.idleGain(w) < best) others.push(w)
      continue
    }
    const worth = holdings.worth(w, object)
    if (worth - holdings.price[object]! < best) others.push(w)
    else holdings.sit(w, object, worth)
  }
  return others
}

