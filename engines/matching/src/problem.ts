/**
 * An assignment problem. Workers, households and vacancies are numbered from 0; the options of worker `w` stand in
 * `vacancy` and `fit` from position `start[w]` up to `start[w + 1]`.
 */
export type Problem = {
  /** The household of each worker. */
  household: Int32Array
  /** The tier of each household: 0 when a member works already, else 1 (served first), 2, … */
  tier: Uint8Array
  /** The places of each vacancy. */
  capacity: Int32Array
  start: Int32Array
  vacancy: Int32Array
  /** How well the worker and the vacancy of an option suit each other: a whole number, 0 or more. */
  fit: Int32Array
}

/** Tiers above this would let levels and fits no longer share one exact number. */
export const MAX_TIER = 100

/** A problem that is not one: which field is wrong, where, and why. */
export class ProblemError extends Error {
  override name = 'ProblemError'
}

export const workersOf = (problem: Problem): number => problem.household.length
export const tiersOf = (problem: Problem): number => problem.tier.reduce((most, tier) => Math.max(most, tier), 0)

/** @throws {ProblemError} when a number points outside, is negative, or a worker lists a vacancy twice */
export function checkProblem(problem: Problem): void {
  const { household, tier, capacity, start, vacancy, fit } = problem
  const workers = household.length
  if (start.length !== workers + 1 || start[0] !== 0) throw new ProblemError('start must hold one position more than there are workers, from 0')
  if (start[workers] !== vacancy.length || vacancy.length !== fit.length) throw new ProblemError('vacancy and fit must be as long as the last position of start')
  for (const [h, value] of tier.entries()) if (value > MAX_TIER) throw new ProblemError(`household ${h}: tier ${value} is above ${MAX_TIER}`)
  for (const [v, value] of capacity.entries()) if (value < 0) throw new ProblemError(`vacancy ${v}: capacity ${value} is negative`)
  checkSize(problem)
  const listedBy = new Int32Array(capacity.length).fill(-1)
  for (let w = 0; w < workers; w += 1) {
    const home = household[w]!
    if (home < 0 || home >= tier.length) throw new ProblemError(`worker ${w}: there is no household ${home}`)
    if (start[w + 1]! < start[w]!) throw new ProblemError(`worker ${w}: start falls`)
    for (let at = start[w]!; at < start[w + 1]!; at += 1) {
      const v = vacancy[at]!
      if (v < 0 || v >= capacity.length) throw new ProblemError(`worker ${w}: there is no vacancy ${v}`)
      if (listedBy[v] === w) throw new ProblemError(`worker ${w} lists vacancy ${v} twice`)
      if (fit[at]! < 0) throw new ProblemError(`worker ${w}, vacancy ${v}: fit ${fit[at]} is negative`)
      listedBy[v] = w
    }
  }
}

/** Levels and fits are counted in one number while solving; it must stay exact. */
function checkSize({ tier, capacity, fit }: Problem): void {
  const highest = fit.reduce((most, each) => Math.max(most, each), 0)
  const objects = capacity.length + tier.length
  if (2 * (objects + 2) * (highest + 1) * (MAX_TIER + 3) > Number.MAX_SAFE_INTEGER) {
    throw new ProblemError(`fits up to ${highest} at ${objects} vacancies and households do not fit exact numbers; divide the fits`)
  }
}
