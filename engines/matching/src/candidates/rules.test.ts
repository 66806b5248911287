import { describe, expect, it } from 'vitest'
import { NO_SKILL, type Offer, Offers } from './offers.ts'
import { refusals, RULES } from './rules.ts'
import { HIGHEST_FIT, PARTS, partsOf } from './score.ts'
import { type Seeker, Seekers } from './seekers.ts'

const SEWER: Seeker = {
  age: 34, education: 1, skills: [7, 9], certificates: 0b01, expects: 4000, wantsLodging: true, months: 12,
  wishes: [{ area: 0, worth: 200 }, { area: 3, worth: 90 }], refused: [],
}
const SEWING: Offer = {
  area: 3, skill: 7, education: 1, ageFrom: 18, ageTo: 45, certificates: 0b01, wage: 6400, hasLodging: true, months: 12, places: 40,
}

function pair(seeker: Partial<Seeker> = {}, offer: Partial<Offer> = {}): [Seekers, number, Offers, number] {
  const [seekers, offers] = [new Seekers(), new Offers()]
  seekers.add({ ...SEWER, ...seeker })
  offers.add({ ...SEWING, ...offer })
  return [seekers, 0, offers, 0]
}

describe('the hard rules', () => {
  it('let a pair pass against which nothing stands', () => { expect(refusals(...pair())).toEqual([]) })

  it.each([
    ['area', { wishes: [{ area: 0, worth: 200 }] }, {}],
    ['skill', { skills: [9] }, {}],
    ['education', { education: 0 }, {}],
    ['age', { age: 17 }, {}],
    ['age', { age: 46 }, {}],
    ['certificate', {}, { certificates: 0b11 }],
    ['refused', { refused: [4, 0] }, {}],
  ] as const)('refuse by name: %s', (rule, seeker, offer) => { expect(refusals(...pair(seeker, offer))).toEqual([rule]) })

  it('take the bounds of age as included, a worth of 0 as a wish, and no skill asked as no hindrance', () => {
    expect(refusals(...pair({ age: 18 }))).toEqual([])
    expect(refusals(...pair({ age: 45 }))).toEqual([])
    expect(refusals(...pair({ wishes: [{ area: 3, worth: 0 }] }))).toEqual([])
    expect(refusals(...pair({ skills: [] }, { skill: NO_SKILL }))).toEqual([])
  })

  it('can all refuse at once, in the order of the list', () => {
    const worst = pair({ wishes: [], skills: [], education: 0, age: 70, certificates: 0, refused: [0] })
    expect(refusals(...worst)).toEqual([...RULES])
  })
})

describe('the score', () => {
  it('is a sum of named parts of at most 1,000', () => {
    expect(Object.values(PARTS).reduce((sum, most) => sum + most, 0)).toBe(HIGHEST_FIT)
    expect(partsOf(...pair())).toEqual({ wage: 400, skill: 200, place: 90, education: 100, lodging: 50, stay: 50 })
  })

  it.each([
    ['half the wage of 1.6 times what is expected', {}, { wage: 3200 }, { wage: 200 }],
    ['any wage above that', {}, { wage: 20_000 }, { wage: 400 }],
    ['the second skill', {}, { skill: 9 }, { skill: 140 }],
    ['no skill asked', {}, { skill: NO_SKILL }, { skill: 80 }],
    ['three steps of education too many', { education: 4 }, {}, { education: 25 }],
    ['lodging wanted and not given', {}, { hasLodging: false }, { lodging: 0 }],
    ['lodging neither wanted nor given', { wantsLodging: false }, { hasLodging: false }, { lodging: 50 }],
    ['a third of the months', {}, { months: 4 }, { stay: 16 }],
  ] as const)('counts %s', (_, seeker, offer, parts) => { expect(partsOf(...pair(seeker, offer))).toMatchObject(parts) })

  it('never leaves its bounds', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const parts = partsOf(...pair(
        { education: 1 + (seed % 4), expects: 1 + seed * 37, months: 1 + (seed % 36), wantsLodging: seed % 2 === 0 },
        { wage: seed * 53, months: seed % 40, hasLodging: seed % 3 === 0, skill: [7, 9, NO_SKILL][seed % 3] ?? 7 },
      ))
      for (const [part, value] of Object.entries(parts)) {
        expect(Number.isInteger(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(PARTS[part as keyof typeof PARTS])
      }
    }
  })
})
