import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { processIdentity } from './process-identity.ts'
import { startPostgres, stopPostgres, type RunningPostgres } from './start-postgres.ts'

const WRITER = fileURLToPath(new URL('../../../test/committing-writer.ts', import.meta.url))

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'anye-supervisor-'))
  onTestFinished(async () => {
    await stopPostgres(dir)
    rmSync(dir, { recursive: true, force: true })
  })
  return dir
}

const start = (dir: string): Promise<RunningPostgres> => startPostgres({ dir, log: () => undefined })

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

/** A process that commits rows as fast as it can and reports each number after its commit was acknowledged. */
async function startWriter(dir: string): Promise<{ child: ChildProcess; acknowledged: () => number }> {
  const child = fork(WRITER, [dir])
  let last = 0
  child.on('message', (n) => { last = Number(n) })
  while (last < 50) await once(child, 'message')
  return { child, acknowledged: () => last }
}

describe('startPostgres', () => {
  it('makes a UTF8 database with checksums that knows Chinese letters and asks for a password', async () => {
    const { url, stop } = await start(newDir())
    expect(await ask(url, 'show server_encoding')).toBe('UTF8')
    expect(await ask(url, 'show data_checksums')).toBe('on')
    expect(await ask(url, 'show fsync')).toBe('on')
    await ask(url, 'create extension pg_trgm')
    expect(Number(await ask(url, `select cardinality(show_trgm('就业局'))`))).toBeGreaterThan(2)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    await stop()
  })

  it('loses no acknowledged row when the server is killed, and the next start recovers on the same port', async () => {
    const dir = newDir()
    const first = await start(dir)
    const writer = await startWriter(dir)
    process.kill(first.pid, 'SIGKILL')
    await once(writer.child, 'exit')
    const second = await start(dir)
    expect(second.port).toBe(first.port)
    expect(Number(await ask(second.url, 'select max(n) from written'))).toBeGreaterThanOrEqual(writer.acknowledged())
  })

  it('adopts the server that a killed process left, and stops it when done', async () => {
    const dir = newDir()
    const writer = await startWriter(dir)
    writer.child.kill('SIGKILL')
    await once(writer.child, 'exit')
    const adopted = await start(dir)
    expect(adopted.adopted).toBe(true)
    expect(Number(await ask(adopted.url, 'select max(n) from written'))).toBeGreaterThanOrEqual(writer.acknowledged())
    await adopted.stop()
    expect(processIdentity(adopted.pid)).toBeUndefined()
    expect(existsSync(join(dir, 'data', 'postmaster.pid'))).toBe(false)
  })

  it('keeps running until the last holder lets go', async () => {
    const dir = newDir()
    const [first, second] = await Promise.all([start(dir), start(dir)])
    expect(first.pid).toBe(second.pid)
    await first.stop()
    expect(await ask(second.url, 'select 1')).toBe(1)
    await second.stop()
    expect(processIdentity(second.pid)).toBeUndefined()
  })

  it('is not held up by what dead processes left: a lock, a half-made data directory, a used-again number', async () => {
    const dir = newDir()
    writeFileSync(join(dir, 'lock'), '999999999:1:gone')
    mkdirSync(join(dir, 'data.new'))
    const first = await start(dir)
    await first.stop()
    // The file of a killed server, whose number now belongs to this very process.
    writeFileSync(join(dir, 'data', 'postmaster.pid'), `${process.pid}\n${join(dir, 'data')}\n1\n5432\n\n127.0.0.1\n\nready\n`)
    const second = await start(dir)
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select 1')).toBe(1)
  })
})
