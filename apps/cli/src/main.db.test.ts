import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { COMMANDS } from './command-table.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const ROOT = new URL('../../../', import.meta.url)

type Call = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

function call(args: readonly string[], home = ''): Call {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ANYE_HOME: home, DATABASE_URL: '' } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { text += String(chunk) })
  return { child, output: () => text, ended: once(child, 'close').then(([code]: (number | null)[]) => code ?? null) }
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'anye-cli-'))
  onTestFinished(async () => {
    // A killed command's database process needs a moment to put the server away.
    await until(() => !serverRuns(home))
    rmSync(home, { recursive: true, force: true })
  })
  return home
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000 && !holds(); waited += 50) await wait(50)
  expect(holds()).toBe(true)
}

const serverRuns = (home: string): boolean => existsSync(join(home, 'postgres', 'data', 'postmaster.pid'))

describe('anye', () => {
  it('lists its commands, tells the use of each, and refuses what it does not know', async () => {
    const list = call(['--help'])
    expect(await list.ended).toBe(0)
    for (const name of Object.keys(COMMANDS)) expect(list.output()).toContain(`  ${name} `)
    for (const [name, { usage, help = [] }] of Object.entries(COMMANDS)) {
      const told = call([name, '--help'])
      expect(await told.ended, name).toBe(0)
      for (const line of [...usage, ...help]) expect(told.output()).toContain(line)
      expect(help, name).not.toEqual([])
    }
    const unknown = call(['imprt'])
    expect(await unknown.ended).toBe(2)
    expect(unknown.output()).toContain('There is no command "imprt"')
  })

  it('answers through npm with nothing on standard output but the answer', async () => {
    const child = spawn('npm', ['run', 'anye', '--', 'import', 'roster', 'no-such-file.xlsx', '--dry-run', '--json'], {
      cwd: fileURLToPath(ROOT), env: { ...process.env, npm_config_loglevel: undefined },
    })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => { out += String(chunk) })
    child.stderr.on('data', (chunk) => { error += String(chunk) })
    const [code]: (number | null)[] = await once(child, 'close')
    expect({ code, out, error }).toEqual({ code: 2, out: '', error: '找不到这个文件。请检查路径。\n' })
  })

  it('starts the database for a command and puts it away afterwards', async () => {
    const home = newHome()
    const first = call(['migrate'], home)
    expect(await first.ended, first.output()).toBe(0)
    expect(first.output()).toContain('schema files applied')
    expect(serverRuns(home)).toBe(false)
    expect(await call(['migrate'], home).ended).toBe(0)
  })

  it('hands the exit code of a command on', async () => {
    const home = newHome()
    const failed = call(['restore', join(home, 'no-such-back-up')], home)
    expect(await failed.ended).toBe(1)
    expect(failed.output()).toContain('holds no finished back-up')
  })

  it.each(['SIGTERM', 'SIGKILL'] as const)('puts the database away on %s and starts again', async (signal) => {
    const home = newHome()
    const stopped = call(['migrate'], home)
    await until(() => serverRuns(home))
    stopped.child.kill(signal)
    await stopped.ended
    await until(() => !serverRuns(home))
    expect(await call(['migrate'], home).ended).toBe(0)
  })
})
