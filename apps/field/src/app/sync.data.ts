import { systemRandomBytes } from '@anye/kernel/random'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { createSync } from '@anye/pack/sync/sync'
import { httpSyncServer } from '@anye/pack/sync/sync-server'
import { deviceNow, keepDay } from './clock.ts'
import type { Phone } from './phone.ts'
import { Refused } from './server.ts'

const RECEIPTS_KEPT_MS = 90 * 86_400_000

/** `isSignedOut`: what waits needs a log-in. */
export type Round = { isSignedOut: boolean }
export type SyncOnce = (options: { eager: boolean }) => Promise<Round>

/** One phone's rounds with the server: may it keep what it holds, then what waits, then what is new. */
export function createRounds(phone: Phone, storage: PackStorage): SyncOnce {
  const sync = phone.deviceId().then((deviceId) => createSync({
    storage, deviceId, now: deviceNow, random: () => (systemRandomBytes(1)[0] ?? 0) / 256,
    server: httpSyncServer({ fetch: (url, init) => fetch(url, init) }),
  }))
  return async ({ eager }) => {
    await phone.contact()
    // Told to wipe, the phone has closed itself: nothing of the old pack is asked for again.
    if (phone.stage().name !== 'open') return { isSignedOut: false }
    const { push, pull, isSignedOut } = await (await sync).run({ eager })
    await keepState(storage)
    if (isSignedOut) return { isSignedOut }
    if (push.failure !== null) throw failureOf(push.failure.kind === 'refused' ? push.failure.code : undefined)
    if (pull !== null && pull.end !== 'done' && pull.end !== 'wiped') throw failureOf(typeof pull.end === 'object' ? pull.end.refused : undefined)
    return { isSignedOut }
  }
}

const failureOf = (code: string | undefined): Error => (code === undefined ? new TypeError('the server was not reached') : new Refused(code, undefined))

/** The installation's day comes with each pull; old receipts go. */
async function keepState(storage: PackStorage): Promise<void> {
  const { state } = await storage.readMeta()
  const day: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'today') : undefined
  if (typeof day === 'string') keepDay(day)
  await storage.pruneReceipts(new Date(deviceNow() - RECEIPTS_KEPT_MS).toISOString())
}
