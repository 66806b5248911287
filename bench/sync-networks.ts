import { setTimeout as sleep } from 'node:timers/promises'
import type { Seeded } from '@anye/kernel/random'
import type { Fetch } from '@anye/pack/sync/sync-server'

/** A network between a phone and the server. Chances 0 to 1; latency in milliseconds a request, bandwidth in kilobytes a second. */
export type Network = { latencyMs: number; kilobytesPerSecond: number; lostBefore: number; lostAfter: number; twice: number; late: number }

const SOUND: Network = { latencyMs: 0, kilobytesPerSecond: Infinity, lostBefore: 0, lostAfter: 0, twice: 0, late: 0 }

export const NETWORKS = {
  wired: SOUND,
  /** 2G (EDGE): what a village behind the mountain has. */
  '2G': { ...SOUND, latencyMs: 600, kilobytesPerSecond: 20 },
  /** 3G: half a megabit, as the goal of a pull is stated for. */
  '3G': { ...SOUND, latencyMs: 200, kilobytesPerSecond: 90 },
  /** Requests are lost on the way there or back, come twice, and come again long after. */
  broken: { ...SOUND, lostBefore: 0.15, lostAfter: 0.2, twice: 0.15, late: 0.1 },
} as const satisfies Record<string, Network>

type Request = { url: string; init: Parameters<Fetch>[1] }

/** `fetch` over a network; what happens to a request is drawn. Real HTTP below. */
export function fetchOver(network: Network, draw: Seeded): Fetch {
  let before: Request | undefined
  return async (url, init) => {
    if (draw.chance(network.lostBefore)) throw new TypeError('lost on the way there')
    // An old packet that a proxy held back arrives before this one.
    if (before !== undefined && draw.chance(network.late)) await drain(before)
    if (init.method === 'POST') before = { url, init }
    if (draw.chance(network.twice)) void drain({ url, init }).catch(() => undefined)
    const response = await fetch(url, init)
    const bytes = Number(response.headers.get('content-length') ?? 0)
    const pause = network.latencyMs + bytes / network.kilobytesPerSecond
    if (pause > 0) await sleep(pause)
    if (draw.chance(network.lostAfter)) {
      await response.arrayBuffer()
      throw new TypeError('lost on the way back')
    }
    return response
  }
}

async function drain({ url, init }: Request): Promise<void> {
  await (await fetch(url, init)).arrayBuffer()
}
