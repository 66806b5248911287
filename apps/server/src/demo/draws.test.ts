import { seeded } from '@anye/kernel/random'
import { describe, expect, test } from 'vitest'
import { largestRemainder, steeredChoice, steeredMean, steeredRate } from './draws.ts'

describe('steered draws', () => {
  test('keep the given shares although every draw is tilted the other way', () => {
    const random = seeded('choice')
    const choose = steeredChoice(3)
    const counts = [0, 0, 0]
    for (let draw = 0; draw < 5_000; draw++) {
      const chosen = choose(random, [0.5, 0.3, 0.2], draw % 2 === 0 ? [0.2, 1, 3] : [1, 1, 1])
      counts[chosen] = (counts[chosen] ?? 0) + 1
    }
    expect(
      counts.map((count, index) => Math.abs(count - 5_000 * ([0.5, 0.3, 0.2][index] ?? 0)) < 25),
    ).toEqual([true, true, true])
  })

  test('tilts decide who, not how many', () => {
    const random = seeded('tilt')
    const choose = steeredChoice(2)
    let [old, young] = [0, 0]
    for (let draw = 0; draw < 4_000; draw++) {
      const isOld = draw % 2 === 0
      if (choose(random, [0.5, 0.5], isOld ? [4, 1] : [1, 4]) !== 0) continue
      if (isOld) old++
      else young++
    }
    expect(old).toBeGreaterThan(2 * young)
    expect(Math.abs(old + young - 2_000)).toBeLessThan(25)
  })

  test('a rate counts cases that could not be drawn', () => {
    const random = seeded('rate')
    const rate = steeredRate()
    let yes = 0
    for (let draw = 0; draw < 4_000; draw++) {
      rate.count(0.5)
      if (draw % 3 !== 0 && rate.draw(random, 0.9)) yes++
    }
    expect(Math.abs(yes - 2_000)).toBeLessThan(30)
  })

  test('a mean is reached from any mix of raw values', () => {
    const random = seeded('mean')
    const scale = steeredMean(4_549, 4_000)
    let sum = 0
    for (let draw = 0; draw < 5_000; draw++) sum += scale(3_000 + 3_000 * random.next())
    expect(Math.abs(sum / 5_000 / 4_549 - 1)).toBeLessThan(0.005)
  })
})

describe('largest remainder', () => {
  test('sums to the total and follows the weights', () => {
    expect(largestRemainder(10, [5, 3, 2])).toEqual([5, 3, 2])
    expect(largestRemainder(7, [1, 1, 1]).reduce((a, b) => a + b, 0)).toBe(7)
  })

  test('gives everyone the floor when the total allows, and never more than the total', () => {
    expect(largestRemainder(10, [100, 1, 1], 1)).toEqual([8, 1, 1])
    expect(largestRemainder(2, [5, 1, 1], 1).reduce((a, b) => a + b, 0)).toBe(2)
  })
})
