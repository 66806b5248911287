import type { Problem } from '@anye/matching/problem'
import { Draws } from './draws.ts'
import { makeWorld, type Vacancy, type Worker, type World } from './world.ts'

const NEAR_KM = 30
const PROVINCE_KM = 150

/** The K feasible vacancies that suit each worker best, by fit and then by number. */
export function geoInstance(workers: number, seed: number, { k = 20, places = 0.6, highest = 1000 } = {}): Problem {
  const world = makeWorld(workers, seed, places)
  const cells = cellsOf(world)
  const lists = new Lists(world.workers, k)
  for (const [w, worker] of world.workers.entries()) {
    const top = new Top(k)
    for (const county of countiesOf(world, worker)) {
      const distance = distanceBetween(world, worker.county, county)
      for (const skill of new Set([-1, worker.skill, worker.secondSkill])) {
        for (const v of cells.get(county * 64 + skill + 1) ?? []) {
          const vacancy = world.vacancies[v] as Vacancy
          if (isFeasible(worker, vacancy)) top.offer(v, fitOf(worker, vacancy, { w, v, distance, highest }))
        }
      }
    }
    lists.add(top)
  }
  return lists.problem(world.tier, Int32Array.from(world.vacancies, (vacancy) => vacancy.places))
}

/** No geography: K distinct vacancies by popularity, and fits that everybody half agrees on. */
export function zipfInstance(workers: number, seed: number, { k = 20, places = 0.6, highest = 1000 } = {}): Problem {
  const draws = new Draws(seed)
  const world = makeWorld(workers, seed, places)
  const popularity = draws.table(world.vacancies.map((_, rank) => 1 / (rank + 20) ** 0.7))
  const quality = world.vacancies.map(() => draws.next())
  const lists = new Lists(world.workers, k)
  for (let w = 0; w < workers; w += 1) {
    const top = new Top(k)
    const drawn = new Set<number>()
    while (drawn.size < k) drawn.add(draws.from(popularity))
    for (const v of drawn) top.offer(v, Math.round(highest * (0.5 * (quality[v] ?? 0) + 0.5 * draws.next())))
    lists.add(top)
  }
  return lists.problem(world.tier, Int32Array.from(world.vacancies, (vacancy) => vacancy.places))
}

function cellsOf(world: World): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (const [v, vacancy] of world.vacancies.entries()) {
    const key = vacancy.county * 64 + vacancy.skill + 1
    const cell = cells.get(key)
    if (cell) cell.push(v)
    else cells.set(key, [v])
  }
  return cells
}

function countiesOf(world: World, worker: Worker): number[] {
  if (worker.reach === 'far') return [...new Set([worker.county, worker.far])]
  const limit = worker.reach === 'near' ? NEAR_KM : PROVINCE_KM
  const home = world.counties[worker.county]
  return world.counties.flatMap((county, at) =>
    at === worker.county || (distanceBetween(world, worker.county, at) <= limit && (worker.reach === 'near' || county.province === home?.province)) ? [at] : [],
  )
}

function distanceBetween({ counties }: World, a: number, b: number): number {
  const [from, to] = [counties[a], counties[b]]
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : 0
}

function isFeasible(worker: Worker, vacancy: Vacancy): boolean {
  return (
    worker.education >= vacancy.education && worker.age >= vacancy.ageLow && worker.age <= vacancy.ageHigh && (!vacancy.certificate || worker.certificate)
  )
}

type Pair = { w: number; v: number; distance: number; highest: number }

function fitOf(worker: Worker, vacancy: Vacancy, { w, v, distance, highest }: Pair): number {
  const wage = Math.min(1, vacancy.wage / (1.6 * worker.expects))
  const skill = vacancy.skill < 0 ? 0.4 : vacancy.skill === worker.skill ? 1 : 0.7
  const surplus = 1 - 0.25 * (worker.education - vacancy.education)
  const near = worker.reach === 'far' && vacancy.county === worker.far ? 0.8 : Math.max(0, 1 - distance / 160)
  return Math.round(highest * Math.min(1, 0.4 * wage + 0.2 * skill + 0.1 * surplus + 0.2 * near + 0.1 * taste(w, v)))
}

/** What no rule knows: a fixed draw for each pair. */
function taste(w: number, v: number): number {
  let mixed = Math.imul(w ^ Math.imul(v, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000
}

/** The best K pairs offered, best first; of equal fit the lower number. */
class Top {
  readonly vacancy: number[] = []
  readonly fit: number[] = []
  readonly #k: number

  constructor(k: number) {
    this.#k = k
  }

  offer(vacancy: number, fit: number): void {
    const full = this.fit.length === this.#k
    const last = this.fit.length - 1
    if (full && !isBefore(fit, vacancy, this.fit[last] ?? 0, this.vacancy[last] ?? 0)) return
    if (full) {
      this.fit.pop()
      this.vacancy.pop()
    }
    let at = this.fit.length
    while (at > 0 && isBefore(fit, vacancy, this.fit[at - 1] ?? 0, this.vacancy[at - 1] ?? 0)) at -= 1
    this.fit.splice(at, 0, fit)
    this.vacancy.splice(at, 0, vacancy)
  }
}

const isBefore = (fit: number, v: number, otherFit: number, otherV: number): boolean => fit > otherFit || (fit === otherFit && v < otherV)

class Lists {
  readonly #workers: readonly Worker[]
  readonly #start: Int32Array
  #vacancy: Int32Array
  #fit: Int32Array
  #count = 0
  #length = 0

  constructor(workers: readonly Worker[], k: number) {
    this.#workers = workers
    this.#start = new Int32Array(workers.length + 1)
    this.#vacancy = new Int32Array(workers.length * k)
    this.#fit = new Int32Array(workers.length * k)
  }

  add({ vacancy, fit }: Top): void {
    this.#vacancy.set(vacancy, this.#length)
    this.#fit.set(fit, this.#length)
    this.#length += fit.length
    this.#start[++this.#count] = this.#length
  }

  problem(tier: Uint8Array, capacity: Int32Array): Problem {
    return {
      tier, capacity, start: this.#start,
      household: Int32Array.from(this.#workers, (worker) => worker.household),
      vacancy: this.#vacancy.slice(0, this.#length), fit: this.#fit.slice(0, this.#length),
    }
  }
}
