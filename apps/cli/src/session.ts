import { z } from 'zod'
import { firstMessage, startBin, stopBin, type Bin } from './child.ts'

const Held = z.object({ home: z.string(), host: z.string(), port: z.number(), synthetic: z.boolean(), embedded: z.boolean() })

/** Facts of the installation, told by the process that holds its database. */
export type Held = z.infer<typeof Held>

/** What a session knows, and `run`, which starts a process and returns its exit code, or 0 at once when stopping. */
export type Session = {
  held: Held
  signal: AbortSignal
  run: (file: string, args: readonly string[], options?: RunOptions) => Promise<number>
}

/** `alone`: Ctrl-C does not reach it, only our word does; not for programs that ask at the terminal. */
export type RunOptions = { env?: NodeJS.ProcessEnv; alone?: boolean; onStart?: (bin: Bin) => void }

const KILLED = 137

/**
 * Runs `work` while the database server is held for it. Ctrl-C and SIGTERM end the processes in order: first the
 * one that works, then the database. @returns the exit code
 */
export async function withDatabase(work: (session: Session) => Promise<number>): Promise<number> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const holder = keepHolder()
  try {
    const held = Held.safeParse(await holder.ready)
    if (!held.success) return stopping.signal.aborted ? 0 : 1
    return await work({ held: held.data, signal: stopping.signal, run: runner(stopping.signal) })
  } finally {
    await holder.stop()
  }
}

/** Holds the database until `stop`; a holder that is killed is replaced, and the new one adopts the server. */
function keepHolder(): { ready: Promise<unknown>; stop: () => Promise<void> } {
  let wanted = true
  let bin = startBin('hold-database.ts', [], { alone: true })
  const ready = firstMessage(bin)
  const replaceKilled = (code: number): void => {
    if (!wanted || code !== KILLED) return
    bin = startBin('hold-database.ts', [], { alone: true })
    void bin.ended.then(replaceKilled)
  }
  void bin.ended.then(replaceKilled)
  const stop = async (): Promise<void> => {
    wanted = false
    await stopBin(bin)
  }
  return { ready, stop }
}

function runner(signal: AbortSignal): Session['run'] {
  return async (file, args, options = {}) => {
    if (signal.aborted) return 0
    const bin = startBin(file, args, options)
    const end = (): void => void stopBin(bin)
    signal.addEventListener('abort', end)
    options.onStart?.(bin)
    const code = await bin.ended
    signal.removeEventListener('abort', end)
    return code
  }
}
