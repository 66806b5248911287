import { type AuctionEnd, runAuction } from './auction.ts'
import { certify, type Score } from './certificate.ts'
import { Holdings } from './holdings.ts'
import { findLevels, type Levels } from './levels.ts'
import { type Market, openMarket } from './market.ts'
import { restrictToLevels, turnRound } from './options.ts'
import { type Prices, splitPrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { Pull } from './pull.ts'
import { Push } from './push.ts'
import type { Watch } from './watch.ts'

/** A proven assignment: the vacancy of each worker or -1, and the prices that prove it. */
export type Proven = { score: Score; place: Int32Array; prices: Prices }

/**
 * Solves a problem from nothing: levels, auction, exact finish.
 *
 * @param highestFit no fit is above it; the same for all problems that go on from one another
 */
export function solve(problem: Problem, highestFit: number, watch: Watch): Holdings {
  const market = openMarket(problem)
  const { levels } = findLevels(market, watch)
  const options = restrictToLevels(market, levels)
  const guess = runAuction(market, options, highestFit, watch)
  const holdings = new Holdings(market, options, ...pricesOf(market, levels, guess, highestFit))
  makeExact(holdings, guess.place, watch)
  return holdings
}

/** Solves a problem that differs little from a solved one of the same people and vacancies: only what is wrong now is mended. */
export function solveAgain(problem: Problem, { price, unit, seats }: Holdings, watch: Watch): Holdings {
  const { start, vacancy: object, fit } = problem
  const holdings = new Holdings(openMarket(problem), { start, object, fit }, price, unit)
  makeExact(holdings, seats.place, watch)
  return holdings
}

/** @throws when the assignment is not proven: a fault of this program, never of the data */
export function prove({ market, seats, price, unit }: Holdings): Proven {
  const place = seats.place.map((object) => (object < market.vacancies ? object : -1))
  const prices = splitPrices(price, unit, market.vacancies, market.homeOf)
  const verdict = certify(market.problem, place, prices)
  if (!verdict.proven) throw new Error(`The assignment is not proven: ${verdict.reason}`)
  return { score: verdict.score, place, prices }
}

/** Levels and fits in one number: a path passes each object once, so no sum of fits along it reaches half a unit. */
function pricesOf(market: Market, levels: Levels, { price }: AuctionEnd, highestFit: number): [Float64Array, number] {
  const unit = 2 * (market.objects + 2) * (highestFit + 1)
  // Where there is no place at all, the price must only be beyond what anybody would give.
  const beyond = unit * (market.tiers + 1) + highestFit
  return [price.map((fit, j) => (market.room[j] === 0 ? beyond : unit * levels[j]! + fit)), unit]
}

function makeExact(holdings: Holdings, guess: Int32Array, watch: Watch): void {
  const { market, options, price, seats } = holdings
  watch.stage('exact')
  const push = new Push(holdings)
  for (const worker of sitWhereBest(holdings, guess)) {
    watch.step()
    push.seat(worker)
  }
  const pull = new Pull(holdings, turnRound(options, market.listers))
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
