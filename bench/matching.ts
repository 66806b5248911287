import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, openSync, closeSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { type InstanceName, instanceOf } from './matching/families.ts'
import { writeProblem } from './matching/write-problem.ts'

type Solved = { covered: number[]; placed: number; fit: number; seconds: number }
type Ours = Solved & { peak: number; rounds?: number; options?: number }

const OUT = join(import.meta.dirname, 'out')
const SOLVER = join(OUT, 'lemon')
/** Goals: memory of lists of 20 and of all pairs, MiB; and seconds of all pairs at half a million workers. */
const [GOAL_MB, GOAL_ALL_MB, GOAL_ALL_SECONDS] = [614, 2048, 60]
const ALL_SIZES = [50_000, 200_000, 500_000]
/** The largest sizes are the goal of the engine; the other families are there to show that nothing collapses. */
const CASES: readonly [InstanceName, number][] = [
  ['geo', 5_000], ['geo', 50_000], ['geo', 200_000], ['geo', 500_000], ['zipf', 5_000], ['zipf', 50_000], ['zipf', 200_000],
  ['common', 200_000], ['flat', 200_000], ['clones', 200_000], ['scarce', 200_000], ['ample', 200_000],
]

/** Seconds of one exact, certified assignment beside LEMON's network simplex in the same run, where it is installed. */
export async function bench(): Promise<BenchRow[]> {
  mkdirSync(OUT, { recursive: true })
  const hasLemon = buildLemon()
  const largest = Number(process.env['ANYE_BENCH_WORKERS'] ?? 500_000)
  const rows: BenchRow[] = []
  for (const [family, workers] of CASES.filter(([, size]) => size <= largest)) {
    const ours = solveOurs(family, workers)
    const name = `${family} ${workers.toLocaleString('en')} workers, 20 options each`
    console.error(`  ${name}: ${ours.seconds.toFixed(2)} s, ${Math.round(ours.peak)} MB`)
    if (family === 'geo') rows.push(row(`${name}: memory of the whole process`, ours.peak, 'MB', 'the goal', GOAL_MB))
    if (!hasLemon) continue
    const theirs = await solveLemon(family, workers)
    assertSame(name, ours, theirs)
    rows.push(row(name, ours.seconds, 's', 'LEMON network simplex', theirs.seconds))
  }
  for (const workers of ALL_SIZES.filter((size) => size <= largest)) rows.push(...allPairs(workers))
  return rows
}

/** Over all feasible pairs no other solver was found that can do it in this memory; the baseline is the goal, or the lists of 20. */
function allPairs(workers: number): BenchRow[] {
  const [all, lists] = [solveOurs('all pairs', workers), solveOurs('geo', workers)]
  const name = `${workers.toLocaleString('en')} workers, all feasible pairs`
  console.error(`  ${name}: ${all.seconds.toFixed(1)} s, ${Math.round(all.peak)} MB, ${all.rounds} rounds, ${all.options} options`)
  return [
    row(`${name}: people placed`, all.placed, 'people', 'lists of 20', lists.placed),
    row(`${name}: candidates and solve`, all.seconds, 's', 'the goal at 500,000', GOAL_ALL_SECONDS),
    row(`${name}: memory of the whole process`, all.peak, 'MB', 'the goal', GOAL_ALL_MB),
  ]
}

function buildLemon(): boolean {
  const source = join(import.meta.dirname, 'matching', 'lemon.cpp')
  // Debian calls the library liblemon, its authors libemon.
  const isBuilt = ['-llemon', '-lemon'].some((library) => spawnSync('g++', ['-O3', '-o', SOLVER, source, library], { stdio: 'ignore' }).status === 0)
  if (!isBuilt) console.error('  LEMON is not installed (Debian: liblemon-dev and g++): no comparison with it')
  return isBuilt
}

function solveOurs(family: InstanceName | 'all pairs', workers: number): Ours {
  const program = join(import.meta.dirname, 'matching', 'solve-one.ts')
  return JSON.parse(execFileSync(process.execPath, [program, family, String(workers)], { encoding: 'utf8' })) as Ours
}

async function solveLemon(family: InstanceName, workers: number): Promise<Solved> {
  const file = join(OUT, `matching-${family}-${workers}.txt`)
  await writeProblem(file, instanceOf(family, workers))
  const input = openSync(file, 'r')
  try {
    return JSON.parse(execFileSync(SOLVER, { stdio: [input, 'pipe', 'inherit'], encoding: 'utf8' })) as Solved
  } finally {
    closeSync(input)
    rmSync(file)
  }
}

function assertSame(name: string, ours: Solved, theirs: Solved): void {
  const [a, b] = [ours, theirs].map(({ covered, placed, fit }) => JSON.stringify({ covered, placed, fit }))
  if (a !== b) throw new Error(`${name}: the solvers disagree: ${a} and ${b}`)
}

function row(name: string, value: number, unit: string, baseline: string, baselineValue: number): BenchRow {
  return { name, value, unit, baseline, baselineValue, ratio: value / baselineValue }
}
