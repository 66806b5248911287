import { readFileSync } from 'node:fs'

/**
 * Names a living process so that the name is never true of another one: process numbers are used again.
 * On Linux it holds the boot and the start tick beside the number; elsewhere the number must do.
 *
 * @returns undefined when no such process runs. A zombie does not run: in a container without an init
 * process dead servers stay zombies for ever, and `kill(pid, 0)` would call them alive.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid)
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch (error) {
    return isErrno(error, 'EPERM') ? String(pid) : undefined
  }
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in brackets and may hold blanks: count from the last bracket (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTick] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${pid}:${startTick}:${bootId()}`
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return 'boot'
  }
}

/** True when `error` is a Node system error with this code. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
