import { runAuction } from './auction.ts'
import { certify, type Score } from './certificate.ts'
import { Holdings } from './holdings.ts'
import { findLevels } from './levels.ts'
import { type Market, openMarket } from './market.ts'
import { restrictToLevels, turnRound } from './options.ts'
import { joinPrices, type Prices, splitPrices } from './prices.ts'
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
  const unit = unitOf(market, highestFit)
  const price = guess.price.map((fit, j) => unit * levels[j]! + fit)
  const holdings = new Holdings(market, options, withoutPlaces(price, market, unit, highestFit), unit)
  makeExact(holdings, guess.place, watch)
  return holdings
}

/** Where a solve ended: what a later one of much the same people and vacancies, by number, may go on from. */
export type Before = { place: Int32Array; prices: Prices }

/**
 * Solves a problem from where another one ended: only what is wrong now is mended. Whatever changed, the result is the
 * best; the less changed, the sooner it is there. Workers, households and vacancies may have been added at the end.
 */
export function solveAgain(problem: Problem, highestFit: number, { place, prices }: Before, watch: Watch): Holdings {
  const { start, vacancy: object, fit } = problem
  const market = openMarket(problem)
  const unit = unitOf(market, highestFit)
  const price = joinPrices(prices, unit, market)
  const holdings = new Holdings(market, { start, object, fit }, withoutPlaces(price, market, unit, highestFit), unit)
  makeExact(holdings, place, watch)
  return holdings
}

/** Where a solve ended. */
export function endOf({ market, seats, price, unit }: Holdings): Before {
  return {
    place: seats.place.map((object) => (object < market.vacancies ? object : -1)),
    prices: splitPrices(price, unit, market.vacancies, market.homeOf),
  }
}

/** @throws when the assignment is not proven: a fault of this program, never of the data */
export function prove(holdings: Holdings): Proven {
  const end = endOf(holdings)
  const verdict = certify(holdings.market.problem, end.place, end.prices)
  if (!verdict.proven) throw new Error(`The assignment is not proven: ${verdict.reason}`)
  return { score: verdict.score, ...end }
}

/** Levels and fits in one number: a path passes each object once, so no sum of fits along it reaches half a unit. */
function unitOf(market: Market, highestFit: number): number {
  return 2 * (market.objects + 2) * (highestFit + 1)
}

/** Where there is no place at all, the price must only be beyond what anybody would give. */
function withoutPlaces(price: Float64Array, { room, tiers }: Market, unit: number, highestFit: number): Float64Array {
  return price.map((each, j) => (room[j] === 0 ? unit * (tiers + 1) + highestFit : each))
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
  for (let w = 0; w < holdings.market.workers; w += 1) {
    const best = holdings.bestGain(w)
    const object = guess[w] ?? -1
    const seat = object < 0 ? holdings.home[w]! : object
    const worth = seat < 0 ? Number.NEGATIVE_INFINITY : holdings.worth(w, seat)
    if (worth - holdings.price[seat]! >= best && holdings.seats.hasRoom(seat)) holdings.sit(w, seat, worth)
    else if (object >= 0 || holdings.idleGain(w) < best) others.push(w)
  }
  return others
}
