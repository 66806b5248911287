import { Offers } from '@anye/matching/candidates/offers'
import { PARTS } from '@anye/matching/candidates/score'
import { Seekers, type Wish } from '@anye/matching/candidates/seekers'
import type { Labour } from '@anye/matching/match'
import type { Worker, World } from './world.ts'

const NEAR_KM = 30
const PROVINCE_KM = 150
/** How far away a place is worth nothing more, and what the county is worth that somebody has chosen himself. */
const [NOTHING_KM, CHOSEN] = [160, 0.8]

/** A synthetic labour market as the engine wants it. */
export function labourOf(world: World): Labour {
  const seekers = new Seekers()
  const offers = new Offers()
  const wishes = new Map<string, Wish[]>()
  for (const worker of world.workers) {
    const skills = worker.secondSkill >= 0 && worker.secondSkill !== worker.skill ? [worker.skill, worker.secondSkill] : [worker.skill]
    const key = worker.reach === 'far' ? `${worker.county} far ${worker.far}` : `${worker.county} ${worker.reach}`
    const known = wishes.get(key) ?? wishesOf(world, worker)
    wishes.set(key, known)
    seekers.add({ ...worker, skills, wishes: known, certificates: worker.certificate ? 1 : 0, refused: [] })
  }
  for (const vacancy of world.vacancies) {
    offers.add({ ...vacancy, area: vacancy.county, ageFrom: vacancy.ageLow, ageTo: vacancy.ageHigh, certificates: vacancy.certificate ? 1 : 0 })
  }
  return { seekers, offers, areas: world.counties.length, tier: world.tier, household: Int32Array.from(world.workers, (worker) => worker.household) }
}

function wishesOf(world: World, worker: Worker): Wish[] {
  const near = (area: number): Wish => ({ area, worth: Math.floor(PARTS.place * Math.max(0, 1 - distance(world, worker.county, area) / NOTHING_KM)) })
  if (worker.reach === 'far') {
    const home = near(worker.county)
    return worker.far === worker.county ? [home] : [home, { area: worker.far, worth: CHOSEN * PARTS.place }]
  }
  const limit = worker.reach === 'near' ? NEAR_KM : PROVINCE_KM
  return world.counties.flatMap(({ province }, area) => {
    const isReached = distance(world, worker.county, area) <= limit && (worker.reach === 'near' || province === world.counties[worker.county]?.province)
    return isReached || area === worker.county ? [near(area)] : []
  })
}

function distance({ counties }: World, a: number, b: number): number {
  const [from, to] = [counties[a], counties[b]]
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : 0
}
