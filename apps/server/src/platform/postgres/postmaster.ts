import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isErrno, processIdentity } from './process-identity.ts'

/** The living server of a data directory, as its postmaster.pid tells. */
export type Postmaster = { pid: number; port: number; status: string }

/**
 * Reads postmaster.pid and believes it only when that process runs and works in this directory: a killed server
 * leaves the file behind, and its number may belong to another program meanwhile.
 */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const lines = readLines(join(dataDir, 'postmaster.pid'))
  if (!lines) return undefined
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
  const pid = Number(lines[0])
  if (pid > 0 && processIdentity(pid) && worksIn(pid, dataDir)) {
    return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
  }
  return undefined
}

/** @returns undefined without a file. Read at once, not asked for first: a server that stops removes it in between. */
function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Removes the postmaster.pid of a dead server, without which PostgreSQL refuses to start when the number in it was
 * given to another program. Never call it while a server starts: it creates the file first and fills it then.
 */
export function clearDeadPostmaster(dataDir: string): void {
  if (!findPostmaster(dataDir)) rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

/** A postmaster changes into its data directory; that tells it from a program that got its number. */
function worksIn(pid: number, dataDir: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch (error) {
    // We may not look into another user's process; then the number has to do.
    return isErrno(error, 'EACCES') || isErrno(error, 'EPERM')
  }
}

/** Stops a server: open transactions are rolled back, committed ones are on disk. Falls back to an immediate stop. */
export async function stopPostmaster(dataDir: string, patienceMs = 60_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const running = findPostmaster(dataDir)
    if (!running) return
    send(running.pid, signal)
    if (await gone(dataDir, running.pid, patienceMs)) return
  }
  throw new Error(`PostgreSQL in ${dataDir} does not stop. Look into its log, then end the process by hand.`)
}

async function gone(dataDir: string, pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    // The file goes a moment before the process, which still holds the shared memory then.
    if (findPostmaster(dataDir)?.pid !== pid && !processIdentity(pid)) return true
    await wait(20)
  }
  return false
}

function send(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}
