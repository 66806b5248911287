import { checkProblem, type Problem } from './problem.ts'
import { type Proven, prove, solve } from './solve.ts'
import { Stopped, Watch, type Watching } from './watch.ts'

/** The best assignment there is with its proof, or that the caller stopped the solve. */
export type Outcome = ({ status: 'optimal' } & Proven) | { status: 'stopped' }

/**
 * Finds the assignment that covers most households without work, tier by tier; among those the one that places most
 * people; among those the one of the highest total fit. The same problem gives the same places on any machine.
 *
 * Two quick methods guess prices and places (`levels.ts`, `auction.ts`); an exact one mends what is wrong with the
 * guess (`push.ts`, `pull.ts`); a checker that shares no code with them proves the result (`certificate.ts`).
 *
 * @throws {ProblemError} when the numbers are not a problem
 */
export function assign(problem: Problem, watching: Watching = {}): Outcome {
  checkProblem(problem)
  const highestFit = problem.fit.reduce((most, fit) => Math.max(most, fit), 0)
  try {
    const watch = new Watch(watching)
    const holdings = solve(problem, highestFit, watch)
    watch.stage('certificate')
    return { status: 'optimal', ...prove(holdings) }
  } catch (error) {
    if (error instanceof Stopped) return { status: 'stopped' }
    throw error
  }
}
