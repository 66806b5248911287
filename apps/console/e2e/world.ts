import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, ROOT, runProgram, startProgram, stopProgram } from './processes.ts'

const BIN = join(ROOT, 'apps', 'server', 'src', 'bin')
/** 望谟县, a county that lags behind, and 义龙新区, the unit without a GB code. */
export const UNITS = { county: '522326', newArea: '5223-YL' } as const
/** Few townships of them, so few files to import, and enough people in each that there is something to find. */
const PLACES = ['522326001', '522326004', '522302104', '522328110']
const SCALE = '0.012'
const START_PATIENCE_MS = 180_000
const POLL_MS = 100

/** The password of every demo account (the demo prints it). */
export const DEMO_PASSWORD = 'Anye-demo-2026!'

/** A running product of its own: home, database, port. */
export type World = {
  address: string
  home: string
  /** What the server wrote last: warnings and errors, and how it ended when it did. */
  log: () => string
  stop: () => Promise<void>
}

/**
 * Loads a small demo prefecture into a temporary home and serves it. `from` names a loaded home to copy instead, which
 * saves the time of loading while journeys are written.
 */
export async function openWorld(from: string | undefined, say: (line: string) => void): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'anye-journeys-'))
  // A name that is empty counts as not set, so the journeys never touch a database of the machine.
  const env = { ANYE_HOME: home, DATABASE_URL: '', ANYE_SECRETS_FILE: '', ANYE_SYNTHETIC: '', LOG_LEVEL: 'warn' }
  if (from === undefined) {
    await runProgram(join(BIN, 'demo.ts'), ['--scale', SCALE, '--places', PLACES.join()], { env })
    say('the demo prefecture is loaded')
  } else {
    // With owners: as root the database runs under a user of its own.
    execFileSync('cp', ['-a', `${from}/.`, home])
    await runProgram(join(BIN, 'migrate.ts'), [], { env })
  }
  const port = await freePort()
  const server = startProgram(join(BIN, 'serve.ts'), [], { env: { ...env, HOST: '127.0.0.1', PORT: String(port) } })
  const address = `http://127.0.0.1:${port}`
  await ready(address, server)
  return {
    address,
    home,
    log: () => {
      const { exitCode, signalCode } = server.child
      const end = exitCode ?? signalCode
      return end === null ? server.output() : `${server.output()}\nThe server is gone: ${end}`
    },
    stop: async () => {
      await stopProgram(server)
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function ready(address: string, server: ReturnType<typeof startProgram>): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS
  while (performance.now() < deadline && server.child.exitCode === null) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(POLL_MS)
  }
  throw new Error(`The server is not ready:\n${server.output()}`)
}
