import { startBin } from '../child.ts'
import { withDatabase } from '../session.ts'

/** Runs `apps/server/src/bin/<file>` with the arguments as given, with the database server held for it. */
export function forwardWithDatabase(file: string, args: readonly string[]): Promise<number> {
  return withDatabase(async ({ run, signal }) => {
    const code = await run(file, args)
    return signal.aborted ? 0 : code
  })
}

/** The same without a database. */
export function forward(file: string, args: readonly string[]): Promise<number> {
  const bin = startBin(file, args)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => bin.child.kill(signal))
  return bin.ended
}
