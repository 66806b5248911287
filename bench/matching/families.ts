import type { Problem } from '@anye/matching/problem'
import { geoInstance, zipfInstance } from './instance.ts'

/** Families of instances; the last three spoil the first so that fits tie, which is where auctions fight for ever. */
export const FAMILIES = ['geo', 'zipf', 'common', 'flat', 'clones', 'scarce', 'ample'] as const
export type InstanceName = (typeof FAMILIES)[number]

const CLONES = 100

export function instanceOf(name: InstanceName, workers: number): Problem {
  if (name === 'zipf') return zipfInstance(workers, 1)
  if (name === 'scarce') return geoInstance(workers, 1, { places: 0.12 })
  if (name === 'ample') return geoInstance(workers, 1, { places: 3 })
  const problem = geoInstance(workers, 1)
  if (name === 'common') problem.fit.forEach((_, at) => { problem.fit[at] = ((problem.vacancy[at] ?? 0) * 7919) % 1001 })
  if (name === 'flat') problem.fit.fill(500)
  return name === 'clones' ? cloned(problem) : problem
}

/** Blocks of a hundred workers share the list of the first. */
function cloned(problem: Problem): Problem {
  const { start, vacancy, fit, household } = problem
  const first = (w: number) => w - (w % CLONES)
  const lengths = Array.from(household, (_, w) => (start[first(w) + 1] ?? 0) - (start[first(w)] ?? 0))
  const starts = new Int32Array(household.length + 1)
  for (const [w, length] of lengths.entries()) starts[w + 1] = (starts[w] ?? 0) + length
  const [vacancies, fits] = [new Int32Array(starts.at(-1) ?? 0), new Int32Array(starts.at(-1) ?? 0)]
  for (let w = 0; w < household.length; w += 1) {
    const [from, to] = [start[first(w)] ?? 0, start[first(w) + 1] ?? 0]
    vacancies.set(vacancy.subarray(from, to), starts[w])
    fits.set(fit.subarray(from, to), starts[w])
  }
  return { ...problem, start: starts, vacancy: vacancies, fit: fits }
}
