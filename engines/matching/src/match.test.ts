import { describe, expect, it } from 'vitest'
import { assign } from './assign.ts'
import { certify } from './certificate.ts'
import { match } from './match.ts'
import { allPairs, randomLabour } from './testing/small-labour.ts'

describe('a match over all feasible pairs', () => {
  it.each([[1, 1, 40], [2, 2, 40], [20, 30, 0]])('from %d options at the begin and %d more a round is what all pairs written out give', (first, more, oftenMore) => {
    let further = 0
    for (let seed = 0; seed < 150; seed += 1) {
      const labour = randomLabour(`${first} ${more} ${seed}`, 1 + (seed % 40), 1 + (seed % 17))
      const problem = allPairs(labour)
      const matched = match(labour, {}, { first, more })
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
    const matched = match(labour, {}, { first: 5, more: 5 })
    const pairs = allPairs(labour).fit.length
    if (matched.status !== 'optimal') throw new Error('stopped')
    expect(matched.options).toBeLessThan(pairs / 3)
  })

  it('stops when it is asked to, while options are found as well', () => {
    const labour = randomLabour('stopped', 50, 20)
    expect(match(labour, { shouldStop: () => true })).toEqual({ status: 'stopped' })
    const stages: string[] = []
    match(labour, { onProgress: ({ stage }) => stages.push(stage) }, { first: 1, more: 1 })
    expect(stages[0]).toBe('candidates')
    expect(stages).toContain('further candidates')
    expect(stages.at(-1)).toBe('all candidates')
  })
})
