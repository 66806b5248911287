/** One solve in a process of its own, so that its memory and its warming up are its own. Prints one line of JSON. */
import { assign } from '@anye/matching/assign'
import { instanceOf, type InstanceName } from './families.ts'

const [family, workers] = process.argv.slice(2)
const problem = instanceOf(family as InstanceName, Number(workers))
const before = process.resourceUsage().maxRSS / 1024
const begin = performance.now()
const outcome = assign(problem)
const seconds = (performance.now() - begin) / 1000
if (outcome.status !== 'optimal') throw new Error('The solve was stopped')
process.stdout.write(`${JSON.stringify({ ...outcome.score, seconds, before, peak: process.resourceUsage().maxRSS / 1024 })}\n`)
