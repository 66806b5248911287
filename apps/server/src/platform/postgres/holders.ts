import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isErrno, processIdentity } from './process-identity.ts'

const LOCK_PATIENCE_MS = 120_000
const LOCK_STEP_MS = 50

/**
 * Runs `work` while no other process on this machine is inside the same lock. A lock whose owner was killed
 * is taken over at once; a living owner is waited for.
 */
export async function withLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dir, 'lock')
  const mine = join(dir, `lock.${randomUUID()}`)
  const identity = processIdentity(process.pid) ?? String(process.pid)
  await writeFile(mine, identity, { mode: 0o600 })
  try {
    await takeLock(lock, mine)
    try {
      return await work()
    } finally {
      await rm(lock, { force: true })
    }
  } finally {
    await rm(mine, { force: true })
  }
}

async function takeLock(lock: string, mine: string): Promise<void> {
  for (let waited = 0; waited < LOCK_PATIENCE_MS; waited += LOCK_STEP_MS) {
    try {
      // link() makes the lock appear with its content: nobody can read a half-written owner.
      return await link(mine, lock)
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error
    }
    const owner = await readFile(lock, 'utf8').catch(() => undefined)
    if (owner !== undefined && !isAlive(owner)) await dropStaleLock(lock, mine, owner)
    else await wait(LOCK_STEP_MS)
  }
  throw new Error(`Another process holds ${lock} for ${LOCK_PATIENCE_MS / 1000} s. Stop it, then try again.`)
}

/** Two processes may see the same dead owner: the rename tells which lock was really taken away. */
async function dropStaleLock(lock: string, mine: string, deadOwner: string): Promise<void> {
  const aside = `${mine}.stale`
  try {
    await rename(lock, aside)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== deadOwner) await link(aside, lock).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Writes down that this process needs the server. Call inside `withLock`. Returns the name to release it by. */
export async function addHolder(dir: string): Promise<string> {
  const name = `${process.pid}-${randomUUID()}`
  await mkdir(join(dir, 'holders'), { recursive: true, mode: 0o700 })
  await writeFile(join(dir, 'holders', name), processIdentity(process.pid) ?? '', { mode: 0o600 })
  return name
}

/** Crosses one holder off, with every holder that was killed, and counts who is left. Call inside `withLock`. */
export async function removeHolder(dir: string, name: string): Promise<number> {
  const folder = join(dir, 'holders')
  await rm(join(folder, name), { force: true })
  const names = await readdir(folder).catch(() => [])
  let left = 0
  for (const other of names) {
    const identity = await readFile(join(folder, other), 'utf8').catch(() => '')
    if (isAlive(identity)) left += 1
    else await rm(join(folder, other), { force: true })
  }
  return left
}

function isAlive(identity: string): boolean {
  return identity !== '' && processIdentity(Number.parseInt(identity, 10)) === identity
}
