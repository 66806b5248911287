import type { Prices } from './prices.ts'
import type { Problem } from './problem.ts'

/** What an assignment reaches: covered households of each tier (first tier first), people placed, and their total fit. */
export type Score = { covered: number[]; placed: number; fit: number }

/** Whether an assignment is proven to be the best there is, or in a sentence what is wrong with it. */
export type Verdict = { proven: true; score: Score } | { proven: false; reason: string }

/** A level and a fit, compared in this order. Linear programming duality holds for such pairs as for numbers. */
type Pair = { level: number; fit: number }

const isLess = (a: Pair, b: Pair): boolean => a.level < b.level || (a.level === b.level && a.fit < b.fit)

/**
 * Checks from nothing but the problem, the places and the prices that no assignment is better. Shares no code with the
 * solver. The proof is weak duality: whoever sits anywhere, all people together can never have more than the sum of
 * what each would choose at these prices, and of the prices of all places. When the assignment reaches that bound,
 * it is the best. That the best by weighted levels is the best tier by tier is a property of matroids (README).
 *
 * @param place the vacancy of each worker, or -1
 */
export function certify(problem: Problem, place: Int32Array, prices: Prices): Verdict {
  const { household, tier, capacity } = problem
  const taken = new Int32Array(capacity.length)
  const placedOf = new Int32Array(tier.length)
  const sizeOf = new Int32Array(tier.length)
  for (let w = 0; w < household.length; w += 1) {
    sizeOf[household[w]!]! += 1
    const v = place[w]!
    if (v === -1) continue
    if (fitOf(problem, w, v) < 0) return wrong(`worker ${w} was placed at vacancy ${v}, which is not among his options`)
    placedOf[household[w]!]! += 1
    taken[v]! += 1
  }
  for (const [v, places] of capacity.entries()) if (taken[v]! > places) return wrong(`vacancy ${v} has ${taken[v]} people at ${places} places`)

  const tiers = tier.reduce((most, value) => Math.max(most, value), 0)
  const score: Score = { covered: Array.from({ length: tiers }, () => 0), placed: 0, fit: 0 }
  const reached = reach(problem, place, placedOf, sizeOf, score)
  const bound = boundOf(problem, prices, sizeOf, tiers)
  if (typeof bound === 'string') return wrong(bound)
  if (reached.level !== bound.level || reached.fit !== bound.fit) {
    return wrong(`reached ${reached.level} levels and fit ${reached.fit}; the prices allow ${bound.level} and ${bound.fit}`)
  }
  return { proven: true, score }
}

/** The value of an assignment as the model counts it: minus one level for each person and the tier's weight for each household left without. */
function reach(problem: Problem, place: Int32Array, placedOf: Int32Array, sizeOf: Int32Array, score: Score): Pair {
  const tiers = score.covered.length
  let level = 0
  for (let w = 0; w < place.length; w += 1) {
    if (place[w] === -1) level -= 1
    else {
      score.placed += 1
      score.fit += fitOf(problem, w, place[w]!)
    }
  }
  for (const [h, tier] of problem.tier.entries()) {
    if (tier === 0 || sizeOf[h] === 0) continue
    if (placedOf[h]! > 0) score.covered[tier - 1]! += 1
    else level -= tiers + 1 - tier
  }
  return { level, fit: score.fit }
}

/** @returns what nobody can exceed at these prices, or why they are no prices */
function boundOf(problem: Problem, prices: Prices, sizeOf: Int32Array, tiers: number): Pair | string {
  const total: Pair = { level: 0, fit: 0 }
  for (const [v, places] of problem.capacity.entries()) {
    const price = { level: prices.vacancy.level[v]!, fit: prices.vacancy.fit[v]! }
    if (isLess(price, { level: 0, fit: 0 })) return `the price of vacancy ${v} is negative`
    total.level += places * price.level
    total.fit += places * price.fit
  }
  for (const [h, tier] of problem.tier.entries()) {
    if (tier === 0 || sizeOf[h]! < 2) continue
    const price = { level: prices.home.level[h]!, fit: prices.home.fit[h]! }
    if (isLess(price, { level: 0, fit: 0 })) return `the price of the home of household ${h} is negative`
    total.level += (sizeOf[h]! - 1) * price.level
    total.fit += (sizeOf[h]! - 1) * price.fit
  }
  for (let w = 0; w < problem.household.length; w += 1) {
    const best = bestOf(problem, prices, sizeOf, tiers, w)
    total.level += best.level
    total.fit += best.fit
  }
  return total
}

function bestOf(problem: Problem, prices: Prices, sizeOf: Int32Array, tiers: number, worker: number): Pair {
  const home = problem.household[worker]!
  const tier = problem.tier[home]!
  let best: Pair = { level: tier === 0 ? -1 : -1 - (tiers + 1 - tier), fit: 0 }
  if (tier !== 0 && sizeOf[home]! > 1) {
    const stay = { level: -1 - prices.home.level[home]!, fit: -prices.home.fit[home]! }
    if (isLess(best, stay)) best = stay
  }
  for (let at = problem.start[worker]!; at < problem.start[worker + 1]!; at += 1) {
    const v = problem.vacancy[at]!
    const [level, fit] = [-prices.vacancy.level[v]!, problem.fit[at]! - prices.vacancy.fit[v]!]
    if (level > best.level || (level === best.level && fit > best.fit)) best = { level, fit }
  }
  return best
}

function fitOf({ start, vacancy, fit }: Problem, worker: number, wanted: number): number {
  for (let at = start[worker]!; at < start[worker + 1]!; at += 1) if (vacancy[at] === wanted) return fit[at]!
  return -1
}

const wrong = (reason: string): Verdict => ({ proven: false, reason })
