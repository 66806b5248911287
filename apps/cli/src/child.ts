import { fork, type ChildProcess, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const BIN = new URL('../../server/src/bin/', import.meta.url)
const TETHER = new URL('../../server/src/platform/exit-with-parent.ts', import.meta.url).href
const STOP_PATIENCE_MS = 60_000

/** A server process the command line started. `ended` is its exit code; 128 + signal number when a signal ended it. */
export type Bin = { child: ChildProcess; ended: Promise<number> }

/**
 * Starts `apps/server/src/bin/<file>` with our input and output. It ends when we are killed (exit-with-parent.ts).
 * `alone` keeps Ctrl-C from reaching it: it goes to the whole process group of a terminal.
 */
export function startBin(file: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; alone?: boolean } = {}): Bin {
  const child = fork(fileURLToPath(new URL(file, BIN)), [...args], {
    execArgv: ['--import', TETHER],
    env: { ...process.env, ...options.env },
    detached: options.alone ?? false,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<number>((done) => {
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGKILL' ? 137 : 143)))
  })
  return { child, ended }
}

/** Waits for the first message of a process. @returns undefined when it ended without one */
export async function firstMessage(bin: Bin): Promise<Serializable | undefined> {
  const message = once(bin.child, 'message').then(([value]: Serializable[]) => value)
  return Promise.race([message, bin.ended.then(() => undefined)])
}

/** Tells a process to stop and waits; one that hangs is ended, for the database behind it loses nothing by that. */
export async function stopBin(bin: Bin): Promise<number> {
  bin.child.kill('SIGTERM')
  const timer = setTimeout(() => bin.child.kill('SIGKILL'), STOP_PATIENCE_MS)
  try {
    return await bin.ended
  } finally {
    clearTimeout(timer)
  }
}
