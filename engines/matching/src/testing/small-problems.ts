import { seeded, type Seeded } from '@anye/kernel/random'
import type { Score } from '../certificate.ts'
import type { Problem } from '../problem.ts'

/** Pairs as `[worker, vacancy, fit]`, all numbers from 0. */
export type Plain = { household: number[]; tier: number[]; capacity: number[]; pairs: [number, number, number][] }

export function toProblem({ household, tier, capacity, pairs }: Plain): Problem {
  const sorted = pairs.toSorted(([a], [b]) => a - b)
  const start = new Int32Array(household.length + 1)
  for (const [worker] of sorted) start[worker + 1]! += 1
  for (let w = 0; w < household.length; w += 1) start[w + 1]! += start[w]!
  return {
    start, household: Int32Array.from(household), tier: Uint8Array.from(tier), capacity: Int32Array.from(capacity),
    vacancy: Int32Array.from(sorted, ([, vacancy]) => vacancy), fit: Int32Array.from(sorted, ([, , fit]) => fit),
  }
}

export type Size = { workers: number; households: number; vacancies: number; places: number; tiers: number; highest: number; density: number }

/** Sizes at which every assignment can be tried. */
export function smallSize(seed: number): Size {
  const draw = seeded(`size ${seed}`)
  return {
    workers: draw.int(1, 6), households: draw.int(1, 4), vacancies: draw.int(1, 4), places: 2, tiers: 3,
    highest: draw.pick([1, 5, 1000]), density: draw.pick([0.3, 0.6, 0.9]),
  }
}

/** A random problem; tiers from 0, and capacities from 0, so that vacancies without a place occur. */
export function randomPlain(seed: string | number, { workers, households, vacancies, places, tiers, highest, density }: Size): Plain {
  const draw: Seeded = seeded(seed)
  const list = (length: number, least: number, most: number) => Array.from({ length }, () => draw.int(least, most))
  const household = list(workers, 0, households - 1)
  const pairs: Plain['pairs'] = []
  for (let w = 0; w < workers; w += 1) for (let v = 0; v < vacancies; v += 1) if (draw.chance(density)) pairs.push([w, v, draw.int(0, highest)])
  return { household, pairs, tier: list(households, 0, tiers), capacity: list(vacancies, 0, places) }
}

/** The best score of all assignments, found by trying each. */
export function bestByTrying(problem: Problem): Score {
  const tiers = problem.tier.reduce((most, tier) => Math.max(most, tier), 0)
  const left = problem.capacity.slice()
  const placedOf = new Int32Array(problem.tier.length)
  let best: Score = { covered: Array.from({ length: tiers }, () => -1), placed: -1, fit: -1 }
  const score = (placed: number, fit: number): Score => ({
    placed, fit, covered: best.covered.map((_, at) => problem.tier.filter((tier, h) => tier === at + 1 && placedOf[h]! > 0).length),
  })
  const place = (worker: number, placed: number, fit: number): void => {
    if (worker === problem.household.length) {
      const found = score(placed, fit)
      if (compareScores(found, best) > 0) best = found
      return
    }
    place(worker + 1, placed, fit)
    const home = problem.household[worker]!
    for (let at = problem.start[worker]!; at < problem.start[worker + 1]!; at += 1) {
      const v = problem.vacancy[at]!
      if (left[v] === 0) continue
      left[v]! -= 1
      placedOf[home]! += 1
      place(worker + 1, placed + 1, fit + problem.fit[at]!)
      left[v]! += 1
      placedOf[home]! -= 1
    }
  }
  place(0, 0, 0)
  return best
}

/** Positive when `a` is better: by the first tier, then the next, then people, then fit. */
export function compareScores(a: Score, b: Score): number {
  const [left, right] = [a, b].map(({ covered, placed, fit }) => [...covered, placed, fit]) as [number[], number[]]
  const at = left.findIndex((value, index) => value !== right[index])
  return at === -1 ? 0 : left[at]! - right[at]!
}
