import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries, type PostgresBinaries } from './binaries.ts'
import { checkServer } from './check-server.ts'
import { createData, dataArgument, OWNER, readPassword } from './create-data.ts'
import { addHolder, removeHolder, withLock } from './holders.ts'
import { clearDeadPostmaster, findPostmaster, stopPostmaster } from './postmaster.ts'
import { serverUser, type ServerUser } from './server-user.ts'
import { serverSettings, type Machine } from './settings.ts'

const DATABASE = 'anye'
const START_PATIENCE_MS = 600_000
const LOG_LIMIT_BYTES = 20_000_000

/** What `startPostgres` needs. `durable: false` is for throw-away test databases. */
export type StartOptions = { dir: string; log: (line: string) => void; durable?: boolean }

/**
 * A running server. `url` is the owner's, on the loopback address. `adopted` is true when it already ran: left
 * by a killed process, or held by another living one. `stop` releases it; the last holder's release stops it.
 */
export type RunningPostgres = { url: string; pid: number; port: number; adopted: boolean; stop: () => Promise<void> }

type Place = { dir: string; dataDir: string; logFile: string; user: ServerUser | undefined; durable: boolean; log: (line: string) => void }

/**
 * Starts the embedded PostgreSQL of a directory, or adopts the one that runs there already. Several processes
 * may hold the same server at once. Committed rows survive `kill -9` of every part.
 */
export async function startPostgres({ dir, log, durable = true }: StartOptions): Promise<RunningPostgres> {
  const home = resolve(dir)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  return withLock(home, async () => {
    const dataDir = join(home, 'data')
    const place = { dir: home, dataDir, logFile: join(home, 'postgres.log'), user: serverUser(dataDir), durable, log }
    const adopted = await adopt(place)
    const port = adopted ?? (await startNew(place))
    const pid = findPostmaster(dataDir)?.pid ?? 0
    const holder = await addHolder(home)
    const url = `postgresql://${OWNER}:${readPassword(home)}@127.0.0.1:${port}/${DATABASE}`
    return { url, pid, port, adopted: adopted !== undefined, stop: () => release(place, holder) }
  })
}

/** Stops the server of a directory whoever holds it. For test runs that throw the directory away. */
export async function stopPostgres(dir: string): Promise<void> {
  await stopPostmaster(join(resolve(dir), 'data'))
}

async function release(place: Place, holder: string): Promise<void> {
  await withLock(place.dir, async () => {
    const left = await removeHolder(place.dir, holder)
    if (left === 0) await stopPostmaster(place.dataDir)
  })
}

/** @returns the port of a server that runs and answers; a hanging one is stopped first and counts as none */
async function adopt(place: Place): Promise<number | undefined> {
  const found = findPostmaster(place.dataDir)
  if (!found) return undefined
  if (found.status === 'stopping') {
    await stopPostmaster(place.dataDir)
    return undefined
  }
  try {
    const port = await untilReady(place, () => true)
    await prepareDatabase(place, port)
    return port
  } catch (error) {
    place.log(`The PostgreSQL left in ${place.dataDir} does not answer (${String(error)}); restarting it.`)
    await stopPostmaster(place.dataDir)
    return undefined
  }
}

async function startNew(place: Place): Promise<number> {
  const binaries = findBinaries(place.user)
  if (!existsSync(place.dataDir)) place.log('Creating the PostgreSQL data directory')
  createData(place.dir, binaries, place.user, place.durable)
  for (let attempt = 1; ; attempt += 1) {
    clearDeadPostmaster(place.dataDir)
    const outcome = await launch(place, binaries, await choosePort(place.dir, attempt))
    if (typeof outcome === 'number') {
      await prepareDatabase(place, outcome)
      return outcome
    }
    if (attempt >= 60 || !isPassing(outcome)) throw new Error(`PostgreSQL did not start.\n${outcome}`)
    await wait(500)
  }
}

/** Faults that go away by themselves: the port was taken meanwhile, or children of a killed server still leave. */
function isPassing(logTail: string): boolean {
  return /could not bind|pre-existing shared memory block|lock file ".*" already exists/.test(logTail)
}

/** @returns the port when the server is ready, or the end of its log when it ended */
async function launch(place: Place, binaries: PostgresBinaries, port: number): Promise<number | string> {
  const settings = Object.entries(serverSettings(thisMachine(), place.durable))
  const offset = prepareLog(place.logFile)
  const output = openSync(place.logFile, 'a', 0o600)
  // Detached: Ctrl-C reaches a whole process group, and the database must outlive those who still write to it.
  const child = spawn(
    binaries.postgres,
    ['-D', dataArgument(place.dataDir, place.user), '-p', String(port), ...settings.flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...place.user, cwd: place.dataDir, detached: true, stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'], LC_MESSAGES: 'C', TZ: 'UTC' },
    },
  )
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`))
  closeSync(output)
  child.unref()
  try {
    return await untilReady(place, () => ended === undefined)
  } catch {
    return `${readFileSync(place.logFile).subarray(offset).toString().trim()}\n${ended ?? ''}`
  }
}

async function untilReady(place: Place, isRunning: () => boolean): Promise<number> {
  for (let waited = 0; waited < START_PATIENCE_MS && isRunning(); waited += 20) {
    const found = findPostmaster(place.dataDir)
    if (found?.status === 'ready') return found.port
    // After a crash the log is replayed first, which may take minutes.
    if (waited > 0 && waited % 10_000 === 0) place.log('PostgreSQL is recovering; please wait')
    await wait(20)
  }
  throw new Error('PostgreSQL is not ready')
}

async function prepareDatabase(place: Place, port: number): Promise<void> {
  const url = `postgresql://${OWNER}:${readPassword(place.dir)}@127.0.0.1:${port}`
  const client = new Client({ connectionString: `${url}/postgres`, connectionTimeoutMillis: 30_000 })
  await client.connect()
  try {
    await checkServer(client)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** The port of last time when it is free, so that a client that outlived the server finds it again. */
async function choosePort(dir: string, attempt: number): Promise<number> {
  const file = join(dir, 'port')
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (attempt === 1 && last > 0 ? await freePort(last) : undefined) ?? (await freePort(0)) ?? 0
  writeFileSync(file, String(port), { mode: 0o600 })
  return port
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(undefined))
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

/** Keeps the log from growing for ever. Returns its length, where the new server's lines will begin. */
function prepareLog(file: string): number {
  if (!existsSync(file)) return 0
  if (statSync(file).size > LOG_LIMIT_BYTES) truncateSync(file)
  return statSync(file).size
}

function thisMachine(): Machine {
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(totalmem(), limit) : totalmem()
  const linux = process.platform === 'linux'
  return { memoryMb: memory / 2 ** 20, cores: availableParallelism(), sharedMemoryMb: linux ? sharedMemoryMb() : 0, linux }
}

function sharedMemoryMb(): number {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return (bsize * blocks) / 2 ** 20
  } catch {
    return 0
  }
}
