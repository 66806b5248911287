import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { assign, type Outcome } from '@anye/matching/assign'
import { FileError } from '@anye/matching/files/lines'
import { ProblemReader, type Task } from '@anye/matching/files/read-problem'
import { ProblemError } from '@anye/matching/problem'

const EXIT_INFEASIBLE = 1
const EXIT_USAGE = 2
const PIECE_BYTES = 1 << 20

type Solved = Extract<Outcome, { status: 'optimal' }>

/** `engine assign PROBLEM [--out FILE]`: straight on the engine, so that anybody can run it on public instances. */
export async function engineAssign(args: readonly string[]): Promise<number> {
  try {
    const { file, out } = readArguments(args)
    const task = await readTask(file)
    const begin = performance.now()
    const outcome = assign(task.problem)
    if (outcome.status === 'stopped') throw new Error('The solve ended before its time')
    const answer = answerOf(task, outcome)
    console.log(JSON.stringify({ ...answer, seconds: Number(((performance.now() - begin) / 1000).toFixed(3)) }))
    if (answer.status !== 'optimal') return EXIT_INFEASIBLE
    if (out !== undefined) await writePlaces(out, task, outcome.place)
    return 0
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    console.error(sentence)
    return EXIT_USAGE
  }
}

function readArguments(args: readonly string[]): { file: string; out: string | undefined } {
  const { values, positionals } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true })
  const [verb, file, ...more] = positionals
  if (verb !== 'assign' || file === undefined || more.length > 0) throw new UsageError('Call it as: npm run anye -- engine assign PROBLEM [--out FILE]')
  return { file, out: values.out }
}

async function readTask(file: string): Promise<Task> {
  const reader = new ProblemReader()
  const pieces: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: PIECE_BYTES })
  for await (const piece of pieces) reader.push(piece)
  return reader.end()
}

function answerOf(task: Task, { score }: Solved): { status: 'optimal' | 'infeasible' } & Record<string, unknown> {
  if (task.kind === 'assign') return { status: 'optimal', ...score, certified: true }
  const { placed } = score
  const everybody = task.problem.household.length
  if (placed < everybody) return { status: 'infeasible', placed, of: everybody, certified: true }
  return { status: 'optimal', cost: placed * task.highestCost - score.fit, placed, certified: true }
}

async function writePlaces(file: string, task: Task, place: Int32Array): Promise<void> {
  const out = createWriteStream(file)
  for (let w = 0; w < place.length; w += 1) {
    if (place[w] === -1) continue
    const name = task.kind === 'assign' ? w + 1 : task.names[w]
    if (!out.write(`${name} ${(place[w] ?? 0) + 1}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

class UsageError extends Error {}

/** @returns undefined for what is no fault of the call */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof FileError || error instanceof ProblemError || error instanceof UsageError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'ENOENT') return `There is no such file or folder: ${'path' in error ? String(error.path) : ''}`
  if (error.code === 'EISDIR') return 'This is a folder; name the file of the problem, or - for standard input'
  // Refusals of the system (no right to read, disk full) and of the reader of options say what is wrong.
  return String(error.code).startsWith('E') ? error.message : undefined
}
