import { afterRestart, unsent } from '@anye/pack/outbox/outbox.rules'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { createDexieStorage, wipePack } from '../storage/dexie-storage.ts'
import { keyStoreOf, type PhoneDatabase } from '../storage/phone-database.ts'
import type { KeyStore } from '../vault/key-store.ts'
import { changePin, enrol, forgetPackKey, forgetPin, openByPin, openDevice, type Enrolment, type OpenKeys, type PinAnswer } from '../vault/vault.ts'
import type { HeldMark } from './held-mark.ts'
import type { Server } from './server.ts'

/** Why the app stands at the log-in. */
export type LogInReason = 'first' | 'locked' | 'wiped' | 'wiped_remotely' | 'logged_out' | 'other_user' | 'signed_out' | 'evicted'

/** What the app shows as a whole. An open app holds the keys in memory; closing it lets them go. */
export type Stage =
  | { name: 'starting' }
  /** `lost`: entries that were unsent when the system cleared them away. */
  | { name: 'log_in'; reason: LogInReason; step: 'credentials' | 'code' | 'password'; lost?: number }
  | { name: 'new_pin'; enrolment: Enrolment }
  | { name: 'pin'; person: string; userId: string; packGone: boolean }
  | { name: 'open'; keys: OpenKeys; storage: PackStorage; packGone: boolean }

export class UnsentWork extends Error {
  override name = 'UnsentWork'
}

export type PhoneParts = { database: PhoneDatabase; server: Server; now: () => number; label: string; rounds?: number; keepDay: (day: string) => void; held: HeldMark }
export type Phone = ReturnType<typeof createPhone>

const DAY_MS = 86_400_000

type Core = { parts: PhoneParts; store: KeyStore; stage: () => Stage; go: (stage: Stage) => void }

/** The phone as a whole: who is on it, whether it is open, and what it still may hold. Screens call it and draw its stage. */
export function createPhone(parts: PhoneParts) {
  const listeners = new Set<() => void>()
  let stage: Stage = { name: 'starting' }
  const core: Core = {
    parts, store: keyStoreOf(parts.database), stage: () => stage,
    go: (next) => {
      stage = next
      for (const listener of Array.from(listeners)) listener()
    },
  }
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    stage: core.stage,
    start: async () => core.go(await firstStage(parts, core.store)),
    deviceId: async () => (await openDevice(core.store, parts.now())).deviceId,
    ...logInActs(core), ...pinActs(core), ...openActs(core),
  }
}

const logInStage = (reason: LogInReason): Extract<Stage, { name: 'log_in' }> => ({ name: 'log_in', reason, step: 'credentials' })

async function openWith({ parts, go }: Core, keys: OpenKeys, packGone = false): Promise<void> {
  const storage = createDexieStorage(parts.database, keys)
  await waitAgain(storage)
  parts.held.write(unsent(await storage.listEntries()).length)
  go({ name: 'open', keys, storage, packGone })
}

/** The online way in. */
function logInActs(core: Core) {
  const { parts, store, go, stage } = core
  const { server } = parts
  const reasonNow = (): LogInReason => {
    const now = stage()
    return now.name === 'log_in' ? now.reason : 'first'
  }
  const afterCredentials = async (answer: { secondFactor: boolean; mustChangePassword: boolean }) => {
    if (answer.secondFactor) go({ name: 'log_in', reason: reasonNow(), step: 'code' })
    else if (answer.mustChangePassword) go({ name: 'log_in', reason: reasonNow(), step: 'password' })
    else go({ name: 'new_pin', enrolment: await register(parts, store) })
  }
  return {
    logIn: async (userName: string, password: string) => afterCredentials(await server.logIn({ userName, password })),
    enterCode: async (code: string) => afterCredentials(await server.enterCode(code)),
    changePassword: async (current: string, next: string) => {
      await server.changePassword({ current, next })
      go({ name: 'new_pin', enrolment: await register(parts, store) })
    },
    /** A partner's platform has logged her in: no password, then the PIN as ever, or a first one. */
    handOver: async (token: string) => {
      const { mustChangePassword } = await server.handOver(token)
      if (mustChangePassword) return go({ name: 'log_in', reason: reasonNow(), step: 'password' })
      const enrolment = await register(parts, store)
      const [device, keys] = [await openDevice(store, parts.now()), await store.readKeys(enrolment.userId)]
      if (device.currentUser === enrolment.userId && keys?.outboxByPin) go(await firstStage(parts, store))
      else go({ name: 'new_pin', enrolment })
    },
    /** To the log-in of the same or another person; nothing is forgotten by it. */
    logInInstead: () => go(logInStage('other_user')),
    /** The session has ended: what was typed waits for her log-in. */
    logInAgain: () => go(logInStage('signed_out')),
    backToPin: async () => go(await firstStage(parts, store)),
  }
}

function pinActs(core: Core) {
  const { parts, store, go, stage } = core
  return {
    /** Ends the log-in: her keys are wrapped, a pack of somebody else is gone. */
    setPin: async (pin: string) => {
      const now = stage()
      if (now.name === 'new_pin') await openWith(core, await enrolHere(parts, store, { ...now.enrolment, pin }))
    },
    enterPin: async (pin: string): Promise<PinAnswer | undefined> => {
      const now = stage()
      if (now.name !== 'pin') return undefined
      const answer = await openByPin(store, now.userId, pin)
      if (answer.kind === 'wiped') await wipePack(parts.database)
      if (answer.kind === 'open') await openWith(core, answer.keys, now.packGone)
      else if (answer.kind !== 'wrong') go(logInStage(answer.kind))
      return answer
    },
    changePin: async (current: string, next: string) => {
      const now = stage()
      return now.name === 'open' ? changePin(store, now.keys.userId, { current, next, ...roundsOf(parts) }) : undefined
    },
  }
}

function openActs({ parts, store, go, stage }: Core) {
  return {
    lock: async () => { if (stage().name === 'open') go(await firstStage(parts, store)) },
    contact: async () => { if (await makeContact(parts, store)) go(logInStage('wiped_remotely')) },
    /** @throws UnsentWork while there is work that was neither sent nor saved to a file */
    logOut: async (savedIds: ReadonlySet<string>) => {
      const now = stage()
      if (now.name !== 'open') return
      const left = unsent(await now.storage.listEntries()).filter(({ commandId }) => !savedIds.has(commandId))
      if (left.length > 0) throw new UnsentWork(String(left.length))
      await forgetPin(store, now.keys.userId)
      await wipePack(parts.database)
      parts.held.clear()
      // Without a network the session ends by itself; what the phone held is gone already.
      await parts.server.logOut().catch(() => undefined)
      go(logInStage('logged_out'))
    },
  }
}

const roundsOf = ({ rounds }: PhoneParts) => (rounds === undefined ? {} : { rounds })

/** O1 What was on its way when the app was killed waits again. */
async function waitAgain(storage: PackStorage): Promise<void> {
  for (const entry of await storage.listEntries()) {
    const change = afterRestart(entry)
    if (change) await storage.updateEntry(entry.commandId, change)
  }
}

async function firstStage(parts: PhoneParts, store: KeyStore): Promise<Stage> {
  const device = await openDevice(store, parts.now())
  const keys = device.currentUser === null ? undefined : await store.readKeys(device.currentUser)
  if (!keys) return strangerStage(parts.held)
  const silence = parts.now() - Date.parse(device.contactAt ?? new Date(0).toISOString())
  const packGone = silence > device.daysWithoutContact * DAY_MS
  if (packGone) await wipeHere(parts, store, keys.userId)
  if (keys.outboxByPin === null) return logInStage('locked')
  return { name: 'pin', person: keys.name, userId: keys.userId, packGone }
}

/** Nobody is known here: a new phone, or one whose system has cleared what it held. */
function strangerStage(held: HeldMark): Stage {
  const lost = held.read()
  return lost === null ? logInStage('first') : { ...logInStage('evicted'), lost }
}

async function register({ server, label, now, keepDay }: PhoneParts, store: KeyStore): Promise<Enrolment> {
  const { deviceId } = await openDevice(store, now())
  const registered = await server.registerDevice({ deviceId, label })
  keepDay((await server.getMe()).today)
  return registered
}

async function enrolHere(parts: PhoneParts, store: KeyStore, given: Enrolment & { pin: string }): Promise<OpenKeys> {
  const { currentUser } = await openDevice(store, parts.now())
  if (currentUser !== null && currentUser !== given.userId) {
    await forgetPin(store, currentUser)
    await wipePack(parts.database)
  }
  const keys = await enrol(store, { ...given, now: parts.now(), ...roundsOf(parts) })
  // A pack whose key was forgotten meanwhile is noise: it makes room for the next one.
  await createDexieStorage(parts.database, keys).readMeta().catch(() => wipePack(parts.database))
  return keys
}

async function wipeHere({ database }: PhoneParts, store: KeyStore, userId: string): Promise<void> {
  await forgetPackKey(store, userId)
  await wipePack(database)
}

/** Asks the server whether this phone may keep what it holds, and obeys. @returns whether it was told to wipe */
async function makeContact(parts: PhoneParts, store: KeyStore): Promise<boolean> {
  const device = await openDevice(store, parts.now())
  if (device.currentUser === null) return false
  const ids = { deviceId: device.deviceId, userId: device.currentUser }
  const { state, daysWithoutContact } = await parts.server.contact(ids)
  if (state === 'known') await store.writeDevice({ ...device, contactAt: new Date(parts.now()).toISOString(), daysWithoutContact })
  if (state !== 'wipe') return false
  await forgetPin(store, ids.userId)
  await wipePack(parts.database)
  parts.held.clear()
  await parts.server.contact({ ...ids, wiped: true })
  return true
}
