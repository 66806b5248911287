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

export type RunOptions = { env?: NodeJS.ProcessEnv; onStart?: (bin: Bin) => void }

/**
 * Runs `work` while the database server is held for it. Ctrl-C and SIGTERM end the processes in order: first the
 * one that works, then the database. @returns the exit code
 */
export async function withDatabase(work: (session: Session) => Promise<number>): Promise<number> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const holder = startBin('hold-database.ts', [], { alone: true })
  try {
    const held = Held.safeParse(await firstMessage(holder))
    if (!held.success) return stopping.signal.aborted ? 0 : 1
    return await work({ held: held.data, signal: stopping.signal, run: runner(stopping.signal) })
  } finally {
    await stopBin(holder)
  }
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
