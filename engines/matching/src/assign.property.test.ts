import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from './assign.ts'
import type { Score } from './certificate.ts'
import { compareScores, type Plain, randomPlain, type Size, toProblem } from './testing/small-problems.ts'

const sizes: fc.Arbitrary<Size> = fc.record({
  workers: fc.integer({ min: 1, max: 60 }), households: fc.integer({ min: 1, max: 30 }), vacancies: fc.integer({ min: 1, max: 20 }),
  places: fc.integer({ min: 1, max: 6 }), tiers: fc.integer({ min: 0, max: 5 }), highest: fc.constantFrom(0, 1, 10, 1000, 100_000),
  density: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
})
const problems = fc.tuple(fc.integer(), sizes).map(([seed, size]) => randomPlain(seed, size))

function scoreOf(plain: Plain): Score {
  const outcome = assign(toProblem(plain))
  if (outcome.status !== 'optimal') throw new Error('stopped')
  return outcome.score
}

/** Without trailing tiers that no household has, so that problems of different tiers can be compared. */
const comparable = (score: Score, tiers: number): Score => ({ ...score, covered: Array.from({ length: tiers }, (_, at) => score.covered[at] ?? 0) })

describe('the best assignment', () => {
  it('does not depend on how workers, households and vacancies are numbered', () => {
    fc.assert(fc.property(problems, fc.integer(), (plain, turn) => {
      const [w, h, v] = [plain.household.length, plain.tier.length, plain.capacity.length].map((size) => (at: number) => (at + Math.abs(turn)) % size) as [Turn, Turn, Turn]
      const turned: Plain = {
        household: turnRound(plain.household.map(h), w), tier: turnRound(plain.tier, h), capacity: turnRound(plain.capacity, v),
        pairs: plain.pairs.map(([worker, vacancy, fit]) => [w(worker), v(vacancy), fit]),
      }
      expect(scoreOf(turned)).toEqual(scoreOf(plain))
    }))
  })

  it('never gets worse by a place more', () => {
    fc.assert(fc.property(problems, fc.nat(), (plain, at) => {
      const more = { ...plain, capacity: plain.capacity.map((places, v) => (v === at % plain.capacity.length ? places + 1 : places)) }
      expect(compareScores(scoreOf(more), scoreOf(plain))).toBeGreaterThanOrEqual(0)
    }))
  })

  it('never gets better by a pair less', () => {
    fc.assert(fc.property(problems, fc.nat(), (plain, at) => {
      const fewer = { ...plain, pairs: plain.pairs.filter((_, index) => index !== at % Math.max(1, plain.pairs.length)) }
      expect(compareScores(scoreOf(fewer), scoreOf(plain))).toBeLessThanOrEqual(0)
    }))
  })

  it('has no more than one place of difference when one worker more comes', () => {
    fc.assert(fc.property(problems, (plain) => {
      const without = { ...plain, household: plain.household.slice(0, -1), pairs: plain.pairs.filter(([worker]) => worker !== plain.household.length - 1) }
      const difference = scoreOf(plain).placed - scoreOf(without).placed
      expect(difference).toBeGreaterThanOrEqual(0)
      expect(difference).toBeLessThanOrEqual(1)
    }))
  })

  it('is the same, place for place, when it is made again', () => {
    fc.assert(fc.property(problems, (plain) => { expect(assign(toProblem(plain))).toEqual(assign(toProblem(plain))) }))
  })

  it('covers no fewer households of the first tier when the other tiers are forgotten', () => {
    fc.assert(fc.property(problems, (plain) => {
      const tiers = Math.max(0, ...plain.tier)
      const first = { ...plain, tier: plain.tier.map((tier) => (tier === 1 ? 1 : 0)) }
      expect(comparable(scoreOf(first), tiers).covered[0]).toBe(comparable(scoreOf(plain), tiers).covered[0])
    }))
  })
})

type Turn = (at: number) => number

/** What stood at `at` stands at `turn(at)`. */
function turnRound(list: readonly number[], turn: Turn): number[] {
  const turned = [...list]
  for (const [at, value] of list.entries()) turned[turn(at)] = value
  return turned
}
