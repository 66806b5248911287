import { describe, expect, it } from 'vitest'
import { assign, type Outcome } from './assign.ts'
import type { Problem } from './problem.ts'
import { bestByTrying, randomPlain, smallSize, toProblem } from './testing/small-problems.ts'

const solved = (problem: Problem): Extract<Outcome, { status: 'optimal' }> => {
  const outcome = assign(problem)
  if (outcome.status !== 'optimal') throw new Error('stopped')
  return outcome
}

describe('an assignment', () => {
  it('gives the only place to a household without work, however well it suits somebody else', () => {
    const { score, place } = solved(toProblem({ household: [0, 1], tier: [0, 1], capacity: [1], pairs: [[0, 0, 1000], [1, 0, 1]] }))
    expect([...place]).toEqual([-1, 0])
    expect(score).toEqual({ covered: [1], placed: 1, fit: 1 })
  })

  it('covers a household of the first tier before two of the next', () => {
    // Worker 0 (tier 1) can only take vacancy 0, which both others want too; they have one other place between them.
    const plain = { household: [0, 1, 2], tier: [1, 2, 2], capacity: [1, 1], pairs: [[0, 0, 1], [1, 0, 9], [1, 1, 9], [2, 0, 9], [2, 1, 9]] }
    expect(solved(toProblem(plain as Parameters<typeof toProblem>[0])).score).toEqual({ covered: [1, 1], placed: 2, fit: 10 })
  })

  it('covers two households rather than one twice, and then places the second member too', () => {
    const pairs: [number, number, number][] = [[0, 0, 900], [1, 0, 900], [1, 1, 900], [2, 0, 1]]
    const { score } = solved(toProblem({ pairs, household: [0, 0, 1], tier: [1, 1], capacity: [1, 1] }))
    expect(score).toEqual({ covered: [2], placed: 2, fit: 901 })
  })

  it('prefers more people to a better fit', () => {
    const { score } = solved(toProblem({ household: [0, 1], tier: [0, 0], capacity: [1, 1], pairs: [[0, 0, 1000], [0, 1, 0], [1, 0, 0]] }))
    expect(score).toEqual({ covered: [], placed: 2, fit: 0 })
  })

  it('of nobody, of no vacancy and of vacancies without a place is empty and proven', () => {
    expect(solved(toProblem({ household: [], tier: [], capacity: [3], pairs: [] })).score).toEqual({ covered: [], placed: 0, fit: 0 })
    expect(solved(toProblem({ household: [0], tier: [1], capacity: [], pairs: [] })).score).toEqual({ covered: [0], placed: 0, fit: 0 })
    expect(solved(toProblem({ household: [0], tier: [1], capacity: [0], pairs: [[0, 0, 5]] })).score).toEqual({ covered: [0], placed: 0, fit: 0 })
  })

  it('is the best of all that can be made, on 4,000 problems small enough to try each', () => {
    for (let seed = 0; seed < 4000; seed += 1) {
      const problem = toProblem(randomPlain(seed, smallSize(seed)))
      expect(solved(problem).score, `seed ${seed}`).toEqual(bestByTrying(problem))
    }
  })

  it('is proven for middle-sized problems, where places are scarce and where they abound', () => {
    const size = { workers: 600, households: 300, vacancies: 80, tiers: 4, highest: 1000 }
    for (const places of [1, 4, 30]) {
      for (const density of [0.02, 0.2]) {
        const { score } = solved(toProblem(randomPlain(`${places} ${density}`, { ...size, places, density })))
        expect(score.covered).toHaveLength(4)
        expect(score.placed).toBeGreaterThan(0)
      }
    }
  })
})

describe('a solve', () => {
  const problem = toProblem(randomPlain('watched', { workers: 9000, households: 4000, vacancies: 900, places: 12, tiers: 4, highest: 1000, density: 0.01 }))

  it('tells its stages in order', () => {
    const stages: string[] = []
    assign(problem, { onProgress: ({ stage }) => { if (stages.at(-1) !== stage) stages.push(stage) } })
    expect(stages).toEqual(['levels 5', 'levels 4', 'levels 3', 'levels 2', 'levels 1', 'auction 15', 'auction 1', 'exact', 'certificate'])
  })

  it('ends when it is asked to, at the begin, in the middle or not at all', () => {
    let asked = 0
    expect(assign(problem, { shouldStop: () => (asked += 1) > 5 })).toEqual({ status: 'stopped' })
    expect(asked).toBe(6)
    expect(assign(problem, { shouldStop: () => true })).toEqual({ status: 'stopped' })
    expect(assign(problem, { shouldStop: () => false }).status).toBe('optimal')
  })

  it('leaves the problem as it was', () => {
    const before = structuredClone(problem)
    assign(problem)
    expect(problem).toEqual(before)
  })
})

describe('numbers that are no problem', () => {
  const good = { household: [0, 1], tier: [0, 1], capacity: [1, 2], pairs: [[0, 0, 5], [1, 1, 6]] as [number, number, number][] }
  const spoilt: [string, (problem: Problem) => void, RegExp][] = [
    ['a household that is not there', (p) => { p.household[1] = 2 }, /worker 1: there is no household 2/],
    ['a vacancy that is not there', (p) => { p.vacancy[0] = 7 }, /worker 0: there is no vacancy 7/],
    ['a negative capacity', (p) => { p.capacity[1] = -1 }, /vacancy 1: capacity -1 is negative/],
    ['a negative fit', (p) => { p.fit[1] = -6 }, /worker 1, vacancy 1: fit -6 is negative/],
    ['a tier too high', (p) => { p.tier[0] = 200 }, /household 0: tier 200 is above 100/],
    ['a start that falls', (p) => { p.start[1] = 3 }, /start/],
    ['a fit too large for exact numbers', (p) => { p.fit[0] = 2 ** 31 - 1; p.capacity = new Int32Array(30_000) }, /divide the fits/],
  ]

  it.each(spoilt)('are refused: %s', (_, spoil, message) => {
    const problem = toProblem(good)
    spoil(problem)
    expect(() => assign(problem)).toThrow(message)
  })

  it('are refused when a worker lists a vacancy twice', () => {
    expect(() => assign(toProblem({ ...good, pairs: [[0, 1, 5], [0, 1, 6]] }))).toThrow(/worker 0 lists vacancy 1 twice/)
  })
})
