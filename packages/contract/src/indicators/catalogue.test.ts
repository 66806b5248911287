import { expect, it } from 'vitest'
import { INDICATORS, type Indicator } from './catalogue.ts'
import { COUNTERS } from './counters.ts'

const catalogue: [string, Indicator][] = Object.entries(INDICATORS)

it.each(catalogue)('%s says truly over which base it stands', (_key, { numerator, denominator, base }) => {
  const isFrozen = [numerator, denominator ?? numerator].map((counter) => /\bin_base\b/.test(COUNTERS[counter].where))
  expect(isFrozen).toEqual([base === 'month', base === 'month'])
})

it.each(catalogue)('%s divides like by like and says what is missing', (_key, { numerator, denominator, missing, unit }) => {
  const overs = [numerator, denominator, missing].flatMap((counter) => (counter === undefined ? [] : [COUNTERS[counter].over]))
  expect(new Set(overs).size).toBe(1)
  expect(unit === 'percent').toBe(denominator !== undefined)
})
