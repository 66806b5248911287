import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** When this process is killed the children must not live on: they watch the channel to it (exit-with-parent.ts). */
const TETHER = new URL('../../server/src/platform/exit-with-parent.ts', import.meta.url).href
const KEPT_OUTPUT = 20_000

export type Program = { child: ChildProcess; output: () => string; ended: Promise<number> }

/** Starts a Node program of the repository; its last output is kept for the case that it fails. */
export function startProgram(path: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): Program {
  const child = spawn(process.execPath, ['--import', TETHER, path, ...args], {
    cwd: options.cwd ?? ROOT, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let kept = ''
  const keep = (chunk: Buffer): void => {
    kept = (kept + String(chunk)).slice(-KEPT_OUTPUT)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? 1)
  return { child, output: () => kept, ended }
}

/** Runs a program to its end. @throws Error with its last output when it fails */
export async function runProgram(path: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): Promise<string> {
  const program = startProgram(path, args, options)
  const code = await program.ended
  if (code !== 0) throw new Error(`${path} ended with ${code}:\n${program.output()}`)
  return program.output()
}

/** Ends a program in order and waits for it. */
export async function stopProgram({ child, ended }: Program): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
