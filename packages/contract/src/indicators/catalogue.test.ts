import { expect, it } from 'vitest'
import { inEra } from '@anye/codes/era-label'
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

it('speaks of the same households in the words of each time', () => {
  const names = [...Object.values<Indicator>(INDICATORS).flatMap(({ zh, formulaZh }) => [zh, formulaZh]), ...Object.values(COUNTERS).map(({ zh }) => zh)]
  const of2020 = names.map((name) => inEra(name, '2020')).join()
  const ofToday = names.map((name) => inEra(name, '2023')).join()
  expect(of2020).toMatch(/贫困户一户一人稳定就业率/)
  expect(of2020).not.toMatch(/脱贫|\{/)
  expect(ofToday).toMatch(/脱贫（监测）户一户一人稳定就业率/)
  expect(ofToday).not.toMatch(/贫困|\{/)
})
