import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { processIdentity } from '../src/platform/postgres/process-identity.ts'
import { stopPostgres } from '../src/platform/postgres/start-postgres.ts'

const PREFIX = 'anye-test-'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of this run's PostgreSQL; the first test that needs a database starts it. */
    postgresDir: string
  }
}

/** Vitest's global set-up: reserves a folder for the run's PostgreSQL and sweeps it away at the end. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns()
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  project.provide('postgresDir', dir)
  return () => sweep(dir)
}

async function sweep(dir: string): Promise<void> {
  await stopPostgres(dir)
  rmSync(dir, { recursive: true, force: true })
}

/** A run that was killed could not clean up; the folder's name tells whose it was. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    // Another user's folder cannot be removed and is not ours to sweep.
    if (pid > 0 && !processIdentity(pid)) await sweep(join(tmpdir(), name)).catch(() => undefined)
  }
}
