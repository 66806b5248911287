import { seeded } from '@anye/kernel/random'
import { NO_SKILL, type Offer, Offers } from '../candidates/offers.ts'
import { refusals } from '../candidates/rules.ts'
import { partsOf } from '../candidates/score.ts'
import { type Seeker, Seekers } from '../candidates/seekers.ts'
import type { Labour } from '../match.ts'
import type { Problem } from '../problem.ts'
import { toProblem } from './small-problems.ts'

const AREAS = 3
const SKILLS = 3

/** A random labour market, dense enough that people compete. */
export function randomLabour(seed: string | number, people: number, vacancies: number): Labour {
  const draw = seeded(seed)
  const seekers = new Seekers()
  const offers = new Offers()
  const households = Math.max(1, Math.round(people / 2))
  for (let s = 0; s < people; s += 1) {
    const seeker: Seeker = {
      age: draw.int(16, 64), education: draw.int(0, 4), certificates: draw.int(0, 3), expects: draw.int(2000, 6000), months: draw.int(1, 24),
      skills: draw.shuffle([0, 1, 2]).slice(0, draw.int(0, 3)), wantsLodging: draw.chance(0.5),
      wishes: draw.shuffle([0, 1, 2]).slice(0, draw.int(1, AREAS)).map((area) => ({ area, worth: draw.int(0, 200) })),
      refused: draw.chance(0.2) ? [draw.int(0, vacancies - 1)] : [],
    }
    seekers.add(seeker)
  }
  for (let v = 0; v < vacancies; v += 1) {
    const offer: Offer = {
      area: draw.int(0, AREAS - 1), skill: draw.int(NO_SKILL, SKILLS - 1), education: draw.int(0, 3), ageFrom: draw.int(16, 20), ageTo: draw.int(35, 60),
      certificates: draw.pick([0, 0, 0, 1, 2]), wage: draw.int(1800, 8000), hasLodging: draw.chance(0.5), months: draw.int(1, 24), places: draw.int(0, 3),
    }
    offers.add(offer)
  }
  return {
    seekers, offers, areas: AREAS,
    household: Int32Array.from({ length: people }, () => draw.int(0, households - 1)), tier: Uint8Array.from({ length: households }, () => draw.int(0, 4)),
  }
}

/** The same market with every feasible pair written out, by the rules and parts one by one. */
export function allPairs({ seekers, offers, household, tier }: Labour): Problem {
  const pairs: [number, number, number][] = []
  for (let s = 0; s < seekers.count; s += 1) {
    for (let v = 0; v < offers.count; v += 1) {
      if (refusals(seekers, s, offers, v).length > 0) continue
      pairs.push([s, v, Object.values(partsOf(seekers, s, offers, v)).reduce((sum, part) => sum + part, 0)])
    }
  }
  return toProblem({ pairs, household: [...household], tier: [...tier], capacity: Array.from(offers.places.values.subarray(0, offers.count)) })
}
