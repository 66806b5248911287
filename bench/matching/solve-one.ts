/** One solve in a process of its own, so that its memory and its warming up are its own. Prints one line of JSON. */
import { assign, type Outcome } from '@anye/matching/assign'
import type { Score } from '@anye/matching/certificate'
import { match, type Matched } from '@anye/matching/match'
import { instanceOf, type InstanceName } from './families.ts'
import { labourOf } from './labour.ts'
import { makeWorld } from './world.ts'

const [family = '', size] = process.argv.slice(2)
const workers = Number(size)
// What is solved is made first: the world it comes from must be gone when memory is counted.
const solve = family === 'all pairs' ? prepareMatch() : prepareAssign(family as InstanceName)
const begin = performance.now()
const outcome = solve()
const seconds = (performance.now() - begin) / 1000
if (outcome.status !== 'optimal') throw new Error('The solve was stopped')
const { score, rounds, options } = outcome as { score: Score; rounds?: number; options?: number }
process.stdout.write(`${JSON.stringify({ ...score, rounds, options, seconds, peak: process.resourceUsage().maxRSS / 1024 })}\n`)

function prepareAssign(name: InstanceName): () => Outcome {
  const problem = instanceOf(name, workers)
  return () => assign(problem)
}

function prepareMatch(): () => Matched {
  const labour = labourOf(makeWorld(workers, 1))
  return () => match(labour)
}
