import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second (`getconf CLK_TCK`) on every Linux in use. */
const TICKS_A_SECOND = 100
/** Places of user and system time of a process, and of its children that ended, after its name (proc(5)). */
const OWN = [11, 12]
const ENDED = [13, 14]

/** Answers, when called, the seconds of processor time that this process and a PostgreSQL server took since; Linux only. */
export function measureProcessors(postmaster: number): () => number {
  const [own, database] = [process.cpuUsage(), databaseSeconds(postmaster)]
  return () => {
    const { user, system } = process.cpuUsage(own)
    return (user + system) / 1e6 + databaseSeconds(postmaster) - database
  }
}

/** All processes of the server together, those that ended too. */
function databaseSeconds(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').filter((pid) => pid !== '')
  return [secondsOf(String(postmaster), [...OWN, ...ENDED]), ...children.map((pid) => secondsOf(pid, OWN))].reduce((sum, seconds) => sum + seconds, 0)
}

function secondsOf(pid: string, places: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return places.reduce((sum, place) => sum + Number(fields[place]), 0) / TICKS_A_SECOND
  } catch {
    return 0 // It ended meanwhile: its parent counts it from now on.
  }
}
