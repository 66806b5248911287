import { describe, expect, it } from 'vitest'
import { assign } from './assign.ts'
import { certify } from './certificate.ts'
import { type Labour, match } from './match.ts'
import type { Before } from './solve.ts'
import { allPairs, randomLabour } from './testing/small-labour.ts'

describe('a match over all feasible pairs', () => {
  it.each([[1, 1, 40], [2, 2, 40], [20, 30, 0]])('from %d options at the begin and %d more a round is what all pairs written out give', (first, more, oftenMore) => {
    let further = 0
    for (let seed = 0; seed < 150; seed += 1) {
      const labour = randomLabour(`${first} ${more} ${seed}`, 1 + (seed % 40), 1 + (seed % 17))
      const problem = allPairs(labour)
      const matched = match(labour, {}, { limits: { first, more } })
      const whole = assign(problem)
      if (matched.status !== 'optimal' || whole.status !== 'optimal') throw new Error('stopped')
      expect(matched.score, `seed ${seed}`).toEqual(whole.score)
      // The prices prove it for the whole problem, of which the solver may have seen a part only.
      expect(certify(problem, matched.place, matched.prices), `seed ${seed}`).toEqual({ proven: true, score: whole.score })
      if (matched.rounds > 1) further += 1
    }
    // A test in which the first options were always enough would show nothing.
    expect(further).toBeGreaterThanOrEqual(oftenMore)
  })

  it('sees a small part of the pairs when there are many', () => {
    const labour = randomLabour('many', 2000, 900)
    const matched = match(labour, {}, { limits: { first: 5, more: 5 } })
    const pairs = allPairs(labour).fit.length
    if (matched.status !== 'optimal') throw new Error('stopped')
    expect(matched.options).toBeLessThan(pairs / 3)
  })

  it('stops when it is asked to, while options are found as well', () => {
    const labour = randomLabour('stopped', 50, 20)
    expect(match(labour, { shouldStop: () => true })).toEqual({ status: 'stopped' })
    const stages: string[] = []
    match(labour, { onProgress: ({ stage }) => stages.push(stage) }, { limits: { first: 1, more: 1 } })
    expect(stages[0]).toBe('candidates')
    expect(stages).toContain('further candidates')
    expect(stages.at(-1)).toBe('all candidates')
  })
})

describe('a match that goes on from an earlier one', () => {
  const solved = (labour: Labour, before?: Before) => {
    const outcome = match(labour, {}, { limits: { first: 3, more: 3 }, ...(before ? { before } : {}) })
    if (outcome.status !== 'optimal') throw new Error('stopped')
    return outcome
  }

  it.each([
    ['nothing', () => undefined],
    ['places, some more and some gone', ({ offers }: Labour) => { for (let v = 0; v < offers.count; v += 3) offers.places.values[v] = (offers.places.values[v]! + 2) % 4 }],
    ['wishes', ({ seekers }: Labour) => { for (let at = 0; at < seekers.wishArea.length; at += 5) seekers.wishWorth.values[at] = 199 - seekers.wishWorth.values[at]! }],
    ['who works already', ({ tier }: Labour) => { for (let h = 0; h < tier.length; h += 4) tier[h] = tier[h] === 0 ? 2 : 0 }],
    ['wages', ({ offers }: Labour) => { for (let v = 0; v < offers.count; v += 2) offers.wage.values[v]! += 700 }],
    ['who may', ({ offers }: Labour) => { for (let v = 0; v < offers.count; v += 4) offers.ageTo.values[v]! -= 9 }],
  ])('is as good as one from nothing when this changed: %s', (_, change) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const labour = randomLabour(`again ${seed}`, 60, 25)
      const before = solved(labour)
      change(labour)
      expect(solved(labour, before).score, `seed ${seed}`).toEqual(solved(labour).score)
    }
  })

  it('is as good when people and vacancies came at the end', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const before = solved(randomLabour(`more ${seed}`, 40, 12))
      const more = randomLabour(`more still ${seed}`, 70, 30)
      expect(solved(more, before).score, `seed ${seed}`).toEqual(solved(more).score)
    }
  })
})
