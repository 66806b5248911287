import { describe, expect, it } from 'vitest'
import { allPairs, randomLabour } from '../testing/small-labour.ts'
import { Offers } from './offers.ts'
import { OptionFinder } from './option-finder.ts'

/** What a look must find, from all pairs: gain and fit of the best above the floor. */
function bestOf(problem: ReturnType<typeof allPairs>, s: number, price: Float64Array, floor: number): { gain: number; fit: number; vacancy: number }[] {
  const options = []
  for (let at = problem.start[s]!; at < problem.start[s + 1]!; at += 1) {
    const vacancy = problem.vacancy[at]!
    const fit = problem.fit[at]!
    options.push({ vacancy, fit, gain: fit - price[vacancy]! })
  }
  return options.filter(({ gain }) => gain > floor).sort((a, b) => b.gain - a.gain)
}

describe('a look for options', () => {
  const labour = randomLabour('finder', 200, 120)
  const problem = allPairs(labour)
  const { seekers, offers, areas } = labour
  const free = new Float64Array(offers.count)
  const priced = Float64Array.from({ length: offers.count }, (_, v) => (v % 7 === 0 ? Number.POSITIVE_INFINITY : (v * 131) % 700))

  it.each([['without prices', free, -1], ['at prices', priced, 0], ['at prices above a gain', priced, 320]])('%s finds the best of all feasible pairs', (_, price, floor) => {
    const finder = new OptionFinder(seekers, offers, areas, 200)
    finder.usePrices(price)
    for (const most of [1, 3, 200]) {
      for (let s = 0; s < seekers.count; s += 1) {
        finder.look(s, most, floor)
        const wanted = bestOf(problem, s, price, floor)
        const found = Array.from({ length: finder.found }, (__, at) => ({ vacancy: finder.vacancy[at]!, fit: finder.fit[at]!, gain: finder.fit[at]! - price[finder.vacancy[at]!]! }))
        expect(found.map(({ gain }) => gain), `seeker ${s}`).toEqual(wanted.slice(0, most).map(({ gain }) => gain))
        expect(new Set(found.map(({ vacancy }) => vacancy)).size).toBe(found.length)
        for (const each of found) expect(wanted).toContainEqual(each)
      }
    }
  })

  it('finds nothing where there is no vacancy', () => {
    const empty = randomLabour('empty', 3, 1)
    const none = new OptionFinder(empty.seekers, new Offers(), 3, 5)
    none.look(0, 5)
    expect(none.found).toBe(0)
  })
})
