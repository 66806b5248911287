import { OptionFinder } from '@anye/matching/candidates/option-finder'
import { OptionLists } from '@anye/matching/candidates/option-lists'
import type { Problem } from '@anye/matching/problem'
import { Draws } from './draws.ts'
import { labourOf } from './labour.ts'
import { makeWorld, type World } from './world.ts'

type Shape = { k?: number; places?: number }

/** The K feasible vacancies that suit each worker best. */
export function geoInstance(workers: number, seed: number, { k = 20, places = 0.6 }: Shape = {}): Problem {
  const world = makeWorld(workers, seed, places)
  const { seekers, offers, areas } = labourOf(world)
  const finder = new OptionFinder(seekers, offers, areas, k)
  const lists = new OptionLists(workers, workers * k)
  for (let w = 0; w < workers; w += 1) {
    finder.look(w, k)
    lists.addFound(finder)
    lists.nextWorker()
  }
  return { ...peopleOf(world), ...lists.finish() }
}

/** No geography: K distinct vacancies by popularity, and fits that everybody half agrees on. */
export function zipfInstance(workers: number, seed: number, { k = 20, places = 0.6 }: Shape = {}): Problem {
  const draws = new Draws(seed)
  const world = makeWorld(workers, seed, places)
  const popularity = draws.table(world.vacancies.map((_, rank) => 1 / (rank + 20) ** 0.7))
  const quality = world.vacancies.map(() => draws.next())
  const start = Int32Array.from({ length: workers + 1 }, (_, w) => w * k)
  const [vacancy, fit] = [new Int32Array(workers * k), new Int32Array(workers * k)]
  for (let w = 0; w < workers; w += 1) {
    const drawn = new Set<number>()
    while (drawn.size < k) drawn.add(draws.from(popularity))
    for (const [at, v] of [...drawn].entries()) {
      vacancy[w * k + at] = v
      fit[w * k + at] = Math.round(500 * (quality[v] ?? 0) + 500 * draws.next())
    }
  }
  return { ...peopleOf(world), start, vacancy, fit }
}

function peopleOf({ workers, vacancies, tier }: World): Pick<Problem, 'household' | 'tier' | 'capacity'> {
  return { tier, household: Int32Array.from(workers, (worker) => worker.household), capacity: Int32Array.from(vacancies, (vacancy) => vacancy.places) }
}
