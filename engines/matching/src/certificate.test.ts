import { describe, expect, it } from 'vitest'
import { assign } from './assign.ts'
import { certify } from './certificate.ts'
import { randomPlain, toProblem } from './testing/small-problems.ts'

function proven(seed: string) {
  const problem = toProblem(randomPlain(seed, { workers: 60, households: 30, vacancies: 12, places: 3, tiers: 4, highest: 1000, density: 0.3 }))
  const outcome = assign(problem)
  if (outcome.status !== 'optimal') throw new Error('stopped')
  return { problem, ...outcome }
}

describe('the certificate', () => {
  it('proves what the solver found, and counts the score itself', () => {
    const { problem, place, prices, score } = proven('whole')
    expect(certify(problem, place, prices)).toEqual({ proven: true, score })
    expect(score.placed).toBe(place.filter((v) => v !== -1).length)
  })

  it('refuses an assignment with one person less, at any of the places', () => {
    const { problem, place, prices } = proven('less')
    for (const [worker, v] of place.entries()) {
      if (v === -1) continue
      expect(certify(problem, place.with(worker, -1), prices)).toMatchObject({ proven: false, reason: expect.stringMatching(/^reached -?\d+ levels and fit \d+; the prices allow/) as string })
    }
  })

  it('refuses a price that is a single point of fit too high or too low', () => {
    const { problem, place, prices } = proven('price')
    const full = prices.vacancy.fit.findIndex((fit, v) => fit > 0 && problem.capacity[v]! > 0)
    for (const change of [1, -1]) {
      const changed = { ...prices, vacancy: { ...prices.vacancy, fit: prices.vacancy.fit.with(full, prices.vacancy.fit[full]! + change) } }
      expect(certify(problem, place, changed).proven).toBe(false)
    }
  })

  it('refuses a negative price, a person at a vacancy that he does not list, and a vacancy with too many', () => {
    const problem = toProblem({ household: [0, 0], tier: [0], capacity: [1, 5], pairs: [[0, 0, 5], [1, 0, 6]] })
    const prices = { vacancy: { level: Uint8Array.of(1, 0), fit: Float64Array.of(5, 0) }, home: { level: Uint8Array.of(0), fit: Float64Array.of(0) } }
    expect(certify(problem, Int32Array.of(-1, 0), prices)).toEqual({ proven: true, score: { covered: [], placed: 1, fit: 6 } })
    const negative = { ...prices, vacancy: { level: Uint8Array.of(1, 0), fit: Float64Array.of(5, -1) } }
    expect(certify(problem, Int32Array.of(-1, 0), negative)).toEqual({ proven: false, reason: 'the price of vacancy 1 is negative' })
    expect(certify(problem, Int32Array.of(1, 0), prices)).toMatchObject({ reason: 'worker 0 was placed at vacancy 1, which is not among his options' })
    expect(certify(problem, Int32Array.of(0, 0), prices)).toMatchObject({ reason: 'vacancy 0 has 2 people at 1 places' })
  })
})
