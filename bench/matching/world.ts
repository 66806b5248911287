/**
 * Synthetic labour markets for the benchmarks of the matching engine: counties in provinces, jobs where people are many
 * and, in some counties, six times as many; workers who want to stay near, go within the province, or to one far
 * county. Distributions as in the field's descriptions; nothing here is anybody's data.
 */
import { Draws } from './draws.ts'

export type County = { x: number; y: number; province: number; population: number; jobs: number }
export type Vacancy = {
  county: number; skill: number; education: number; ageLow: number; ageHigh: number
  certificate: boolean; wage: number; places: number; hasLodging: boolean; months: number
}
export type Worker = {
  county: number; household: number; age: number; education: number; skill: number; secondSkill: number
  certificate: boolean; expects: number; reach: 'near' | 'province' | 'far'; far: number; wantsLodging: boolean; months: number
}
export type World = { counties: County[]; vacancies: Vacancy[]; workers: Worker[]; tier: Uint8Array }

const SKILLS = 40
const TIER_SHARES = [0.2, 0.15, 0.15, 0.5]
const SIZE_SHARES = [0.35, 0.35, 0.2, 0.08, 0.02]
const WITHOUT_WORK = 0.35

/** @param places places per worker */
export function makeWorld(workers: number, seed: number, places = 0.6): World {
  const draws = new Draws(seed)
  const counties = makeCounties(draws, workers)
  const byJobs = draws.table(counties.map((county) => county.jobs))
  const byPopulation = draws.table(counties.map((county) => county.population))
  const skills = draws.table(Array.from({ length: SKILLS }, (_, rank) => 1 / (rank + 1) ** 0.8))
  const vacancies = Array.from({ length: Math.round(0.12 * workers) }, () => makeVacancy(draws, byJobs, skills))
  rescalePlaces(vacancies, places * workers)
  const people = makePeople(draws, workers, { byJobs, byPopulation, skills })
  return { counties, vacancies, ...people }
}

function makeCounties(draws: Draws, workers: number): County[] {
  const count = Math.max(8, Math.round(workers / 2500))
  const provinces = Math.max(2, Math.ceil(count / 10))
  const centres = Array.from({ length: provinces }, () => [1000 * draws.next(), 1000 * draws.next()] as const)
  return Array.from({ length: count }, (_, at) => {
    const province = at % provinces
    const [x, y] = centres[province] ?? [0, 0]
    const population = 0.3 + 1.7 * draws.next()
    const boom = draws.next() < 0.1 ? 6 : 1
    return { province, population, x: x + 40 * draws.normal(), y: y + 40 * draws.normal(), jobs: population * Math.exp(0.8 * draws.normal()) * boom }
  })
}

function makeVacancy(draws: Draws, byJobs: Float64Array, skills: Float64Array): Vacancy {
  const skill = draws.next() < 0.35 ? -1 : draws.from(skills)
  const education = draws.among([0.35, 0.3, 0.2, 0.1, 0.05])
  return {
    skill, education, county: draws.from(byJobs),
    ageLow: draws.next() < 0.8 ? 18 : 16, ageHigh: 35 + 5 * Math.floor(7 * draws.next()),
    certificate: draws.next() < 0.15,
    wage: 3500 * Math.exp(0.15 * education + (skill >= 0 ? 0.15 : 0) + 0.25 * draws.normal()),
    places: Math.min(500, Math.floor((1 - draws.next()) ** (-1 / 1.1))),
    hasLodging: draws.next() < 0.6, months: 1 + Math.floor(36 * draws.next()),
  }
}

function rescalePlaces(vacancies: Vacancy[], wanted: number): void {
  const factor = wanted / vacancies.reduce((sum, vacancy) => sum + vacancy.places, 0)
  for (const vacancy of vacancies) vacancy.places = Math.max(1, Math.round(factor * vacancy.places))
}

type Tables = { byJobs: Float64Array; byPopulation: Float64Array; skills: Float64Array }

function makePeople(draws: Draws, count: number, tables: Tables): { workers: Worker[]; tier: Uint8Array } {
  const workers: Worker[] = []
  const tiers: number[] = []
  while (workers.length < count) {
    const size = Math.min(1 + draws.among(SIZE_SHARES), count - workers.length)
    const tier = draws.next() < WITHOUT_WORK ? 1 + draws.among(TIER_SHARES) : 0
    const county = draws.from(tables.byPopulation)
    for (let member = 0; member < size; member += 1) workers.push(makeWorker(draws, tables, { county, household: tiers.length, idle: tier > 0 }))
    tiers.push(tier)
  }
  return { workers, tier: Uint8Array.from(tiers) }
}

function makeWorker(draws: Draws, tables: Tables, home: { county: number; household: number; idle: boolean }): Worker {
  const education = Math.min(4, Math.max(0, Math.round((home.idle ? 1 : 1.6) + draws.normal())))
  const wish = draws.next()
  return {
    county: home.county, household: home.household, education,
    age: Math.round(Math.min(64, Math.max(16, 38 + 12 * draws.normal()))),
    skill: draws.from(tables.skills), secondSkill: draws.next() < 0.3 ? draws.from(tables.skills) : -1,
    certificate: draws.next() < 0.4, expects: 4200 * Math.exp(0.15 * education + 0.2 * draws.normal()),
    reach: wish < 0.45 ? 'near' : wish < 0.7 ? 'province' : 'far', far: draws.from(tables.byJobs),
    wantsLodging: wish >= 0.45 || draws.next() < 0.2, months: 3 + Math.floor(34 * draws.next()),
  }
}
