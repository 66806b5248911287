import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { APP_PASSWORD, testDatabase } from './database.ts'

const BIN = new URL('../src/bin/', import.meta.url)

/** A process of the product that a test started. */
export type Running = { kill: (signal: NodeJS.Signals) => void; ended: Promise<{ exit: number | null; out: string; error: string }> }
export type Installation = Awaited<ReturnType<typeof newInstallation>>

/** An installation with a database and a home of its own, and its processes as an operator starts them. */
export async function newInstallation() {
  const database = await testDatabase()
  const home = await mkdtemp(join(tmpdir(), 'anye-command-'))
  const keys = { appPassword: APP_PASSWORD, keyEncryptionKey: 'b'.repeat(64), authSecret: 'c'.repeat(64) }
  await writeFile(join(home, 'secrets.json'), JSON.stringify(keys))
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const running = new Set<Running>()
  const startWith = (changed: Record<string, string>, file: string, ...args: string[]): Running => {
    const env = { ...process.env, ANYE_HOME: home, DATABASE_URL: database.ownerUrl, PORT: '0', LOG_LEVEL: 'error', ...changed }
    const child = spawn(process.execPath, [fileURLToPath(new URL(file, BIN)), ...args], { env })
    let [out, error] = ['', '']
    child.stdout.on('data', (chunk) => { out += String(chunk) })
    child.stderr.on('data', (chunk) => { error += String(chunk) })
    const ended = once(child, 'close').then(([exit]: (number | null)[]) => ({ exit: exit ?? null, out, error }))
    const started: Running = { kill: (signal) => void child.kill(signal), ended }
    running.add(started)
    return started
  }
  const start = (file: string, ...args: string[]) => startWith({}, file, ...args)
  return {
    owner, home, start, startWith,
    run: (file: string, ...args: string[]) => start(file, ...args).ended,
    /** Waits until a query of the owner answers true. */
    until: async (query: string): Promise<void> => {
      for (let tries = 0; tries < 1200; tries++) {
        const { rows } = await owner.query<{ holds: boolean }>(`select (${query}) as holds`)
        if (rows[0]?.holds) return
        await wait(25)
      }
      throw new Error(`Never: ${query}`)
    },
    close: async () => {
      for (const each of running) each.kill('SIGKILL')
      await Promise.all([...running].map(({ ended }) => ended))
      await owner.end()
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
