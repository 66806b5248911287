import { describe, expect, it } from 'vitest'
import { NO_SKILL, type Offer, Offers } from './candidates/offers.ts'
import { type Seeker, Seekers } from './candidates/seekers.ts'
import { certify } from './certificate.ts'
import { explainSeeker, explainVacancy, type Explained } from './explain.ts'
import { type Labour, match } from './match.ts'
import { allPairs, randomLabour } from './testing/small-labour.ts'

const ANYBODY: Seeker = { age: 30, education: 1, skills: [0], certificates: 0, expects: 4000, wantsLodging: false, months: 12, wishes: [{ area: 0, worth: 200 }], refused: [] }
const ANY_PLACE: Offer = { area: 0, skill: NO_SKILL, education: 0, ageFrom: 18, ageTo: 50, certificates: 0, wage: 6400, hasLodging: true, months: 12, places: 1 }

function matched(people: Partial<Seeker>[], places: Partial<Offer>[], household: number[], tier: number[]): Explained {
  const [seekers, offers] = [new Seekers(), new Offers()]
  for (const each of people) seekers.add({ ...ANYBODY, ...each })
  for (const each of places) offers.add({ ...ANY_PLACE, ...each })
  return explained({ seekers, offers, areas: 2, household: Int32Array.from(household), tier: Uint8Array.from(tier) })
}

function explained(labour: Labour): Explained {
  const outcome = match(labour)
  if (outcome.status !== 'optimal') throw new Error('stopped')
  return { labour, place: outcome.place, prices: outcome.prices }
}

describe('why a seeker got what he got', () => {
  it('is the parts of his fit when he is placed', () => {
    const one = matched([{}], [{}], [0], [1])
    expect(explainSeeker(one, 0)).toEqual({ kind: 'placed', vacancy: 0, feasible: 1, parts: { wage: 400, skill: 80, place: 200, education: 75, lodging: 50, stay: 50 } })
  })

  it('is the rule that stands alone most often when nothing is feasible', () => {
    const one = matched([{ age: 60 }], [{}, {}, { area: 1 }, { ageTo: 70, area: 1 }], [0], [1])
    expect(explainSeeker(one, 0)).toEqual({ kind: 'nothing_feasible', hindrances: [{ rule: 'age', alone: 2 }, { rule: 'area', alone: 1 }] })
  })

  it('is who comes first when the places went to households without work', () => {
    const one = matched([{ wishes: [{ area: 0, worth: 10 }] }, {}], [{}], [0, 1], [1, 0])
    expect(one.place).toEqual(Int32Array.of(0, -1))
    expect(explainSeeker(one, 1)).toMatchObject({ kind: 'all_full', feasible: 1, householdCovered: false, closest: { vacancy: 0, holders: [0, 1], parts: { place: 200 } } })
  })

  it('is what he lacks in fit when equals were served before him', () => {
    const one = matched([{}, { wishes: [{ area: 0, worth: 150 }] }], [{}], [0, 1], [0, 0])
    // The price lies anywhere between what the two would give; he never lacks more than the first one is ahead.
    const reason = explainSeeker(one, 1)
    expect(reason).toMatchObject({ kind: 'all_full', closest: { gap: { level: 0 } } })
    expect(reason.kind === 'all_full' ? reason.closest.gap.fit : -1).toSatisfy((lacks: number) => lacks >= 0 && lacks <= 50)
    const another = matched([{}, { wishes: [{ area: 0, worth: 150 }] }, {}], [{ places: 2 }], [0, 1, 2], [0, 0, 0])
    expect(another.place).toEqual(Int32Array.of(0, -1, 0))
  })

  it('says that somebody of the household has work now', () => {
    const one = matched([{}, {}], [{}], [0, 0], [1])
    const idle = one.place.indexOf(-1)
    expect(explainSeeker(one, idle)).toMatchObject({ kind: 'all_full', householdCovered: true })
  })
})

describe('why a vacancy has places left', () => {
  it('is that it is full, that nobody may, or that all who may are better off', () => {
    const one = matched([{}, { age: 20 }], [{}, { education: 4, places: 3 }, { wage: 2000, places: 2 }, {}], [0, 1], [0, 0])
    expect(one.place).toEqual(Int32Array.of(0, 3))
    expect(explainVacancy(one, 0)).toEqual({ kind: 'full' })
    expect(explainVacancy(one, 1)).toEqual({ kind: 'nobody_feasible', free: 3, hindrances: [{ rule: 'education', alone: 2 }] })
    expect(explainVacancy(one, 2)).toEqual({ kind: 'all_better_placed', free: 2, feasible: 2, nearest: 275 })
  })
})

describe('reasons of random markets', () => {
  it('agree with the proof: nobody idle has a gap below zero, nobody placed would rather come where there is room', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const one = explained(randomLabour(`reason ${seed}`, 30, 12))
      expect(certify(allPairs(one.labour), one.place, one.prices).proven).toBe(true)
      for (let s = 0; s < one.place.length; s += 1) {
        const reason = explainSeeker(one, s)
        expect(reason.kind === 'placed').toBe(one.place[s] !== -1)
        const gap = reason.kind === 'all_full' ? reason.closest.gap : { level: 0, fit: 0 }
        expect(gap.level > 0 || (gap.level === 0 && gap.fit >= 0), `seed ${seed}, seeker ${s}`).toBe(true)
      }
      for (let v = 0; v < one.labour.offers.count; v += 1) {
        const reason = explainVacancy(one, v)
        expect(reason.kind === 'all_better_placed' ? reason.nearest : 0).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
