import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, openSync, closeSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { type InstanceName, instanceOf } from './matching/families.ts'
import { writeProblem } from './matching/write-problem.ts'

type Solved = { covered: number[]; placed: number; fit: number; seconds: number }
type Ours = Solved & { before: number; peak: number }

const OUT = join(import.meta.dirname, 'out')
const SOLVER = join(OUT, 'lemon')
const GOAL_MB = 614
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
  return rows
}

function buildLemon(): boolean {
  const source = join(import.meta.dirname, 'matching', 'lemon.cpp')
  // Debian calls the library liblemon, its authors libemon.
  const isBuilt = ['-llemon', '-lemon'].some((library) => spawnSync('g++', ['-O3', '-o', SOLVER, source, library], { stdio: 'ignore' }).status === 0)
  if (!isBuilt) console.error('  LEMON is not installed (Debian: liblemon-dev and g++): no comparison with it')
  return isBuilt
}

function solveOurs(family: InstanceName, workers: number): Ours {
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
