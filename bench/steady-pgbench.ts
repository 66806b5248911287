import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Settings of a scope that sees everything, for a client that is not the server. */
const EVERYWHERE = "-c anye.scope_lo= -c anye.scope_hi=~ -c anye.scope_list= -c anye.units=*"

type Steady = { url: string; statement: string; rate: number; seconds: number }

/**
 * One statement at a steady rate by `pgbench`, PostgreSQL's own measure of itself.
 *
 * @returns milliseconds of each, from the moment it was due, in order of length; undefined where pgbench is not installed
 */
export async function pgbenchTimes({ url, statement, rate, seconds }: Steady): Promise<number[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'anye-pgbench-'))
  try {
    writeFileSync(join(folder, 'statement.sql'), `${statement};\n`)
    const child = spawn(
      'pgbench', ['-n', '-f', 'statement.sql', '-R', String(rate), '-T', String(seconds), '-c', '4', '-l', '--log-prefix', 'times', url],
      { cwd: folder, env: { ...process.env, PGOPTIONS: EVERYWHERE }, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (chunk) => { said += String(chunk) })
    const [code] = (await Promise.race([once(child, 'close'), once(child, 'error').then(() => ['missing'])])) as [number | 'missing']
    if (code === 'missing') return undefined
    if (code !== 0) throw new Error(`pgbench ended with ${code}: ${said}`)
    return readTimes(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The third column of its log: microseconds, from when the transaction was due. */
function readTimes(folder: string): number[] {
  const lines = readdirSync(folder).filter((file) => file.startsWith('times')).flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  return lines.map((line) => Number(line.split(' ')[2]) / 1000).sort((a, b) => a - b)
}
