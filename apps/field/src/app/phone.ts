import { afterRestart, unsent } from '@anye/pack/outbox/outbox.rules'
import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { createDexieStorage, wipePack } from '../storage/dexie-storage.ts'
import { keyStoreOf, type PhoneDatabase } from '../storage/phone-database.ts'
import type { KeyStore } from '../vault/key-store.ts'
import { changePin, enrol, forgetPackKey, forgetPin, openByPin, openDevice, type Enrolment, type OpenKeys, type PinAnswer } from '../vault/vault.ts'
import type { Server } from './server.ts'

/** Why the app stands at the log-in. */
export type LogInReason = 'first' | 'locked' | 'wiped' | 'wiped_remotely' | 'logged_out' | 'other_user' | 'signed_out'

/** What the app shows as a whole. An open app holds the keys in memory; closing it lets them go. */
export type Stage =
  | { name: 'starting' }
  | { name: 'log_in'; reason: LogInReason; step: 'credentials' | 'code' | 'password' }
  | { name: 'new_pin'; enrolment: Enrolment }
  | { name: 'pin'; person: string; userId: string; packGone: boolean }
  | { name: 'open'; keys: OpenKeys; storage: PackStorage; packGone: boolean }

export class UnsentWork extends Error {
  override name = 'UnsentWork'
}

export type PhoneParts = { database: PhoneDatabase; server: Server; now: () => number; label: string; rounds?: number; keepDay: (day: string) => void }
export type Phone = ReturnType<typeof createPhone>

const DAY_MS = 86_400_000

/** The phone as a whole: who is on it, whether it is open, and what it still may hold. Screens call it and draw its stage. */
export function createPhone(parts: PhoneParts) {
  const { database, server } = parts
  const store = keyStoreOf(database)
  const listeners = new Set<() => void>()
  let stage: Stage = { name: 'starting' }
  const go = (next: Stage) => {
    stage = next
    for (const listener of Array.from(listeners)) listener()
  }
  const toLogIn = (reason: LogInReason) => go({ name: 'log_in', reason, step: 'credentials' })
  const open = async (keys: OpenKeys, packGone = false) => {
    const storage = createDexieStorage(database, keys)
    await waitAgain(storage)
    go({ name: 'open', keys, storage, packGone })
  }
  const afterCredentials = async (answer: { secondFactor: boolean; mustChangePassword: boolean }, reason: LogInReason) => {
    if (answer.secondFactor) go({ name: 'log_in', reason, step: 'code' })
    else if (answer.mustChangePassword) go({ name: 'log_in', reason, step: 'password' })
    else go({ name: 'new_pin', enrolment: await register(parts, store) })
  }
  const reasonNow = (): LogInReason => (stage.name === 'log_in' ? stage.reason : 'first')
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    stage: () => stage,
    start: async () => go(await firstStage(parts, store)),
    logIn: async (userName: string, password: string) => afterCredentials(await server.logIn({ userName, password }), reasonNow()),
    enterCode: async (code: string) => afterCredentials(await server.enterCode(code), reasonNow()),
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
    /** Ends the log-in: her keys are wrapped, a pack of somebody else is gone. */
    setPin: async (pin: string) => {
      if (stage.name !== 'new_pin') return
      await open(await enrolHere(parts, store, { ...stage.enrolment, pin }))
    },
    enterPin: async (pin: string): Promise<PinAnswer | undefined> => {
      if (stage.name !== 'pin') return undefined
      const { userId, packGone } = stage
      const answer = await openByPin(store, userId, pin)
      if (answer.kind === 'wiped') await wipePack(database)
      if (answer.kind === 'open') await open(answer.keys, packGone)
      else if (answer.kind !== 'wrong') toLogIn(answer.kind)
      return answer
    },
    changePin: (current: string, next: string) =>
      stage.name === 'open' ? changePin(store, stage.keys.userId, { current, next, ...roundsOf(parts) }) : Promise.resolve(undefined),
    lock: async () => { if (stage.name === 'open') go(await firstStage(parts, store)) },
    /** To the log-in of the same or another person; nothing is forgotten by it. */
    logInInstead: () => toLogIn('other_user'),
    /** The session has ended: what was typed waits for her log-in. */
    logInAgain: () => toLogIn('signed_out'),
    deviceId: async () => (await openDevice(store, parts.now())).deviceId,
    backToPin: async () => go(await firstStage(parts, store)),
    contact: async () => {
      const wiped = await makeContact(parts, store)
      if (wiped) toLogIn('wiped_remotely')
    },
    /** @throws UnsentWork while there is work that was neither sent nor saved to a file */
    logOut: async (savedIds: ReadonlySet<string>) => {
      if (stage.name !== 'open') return
      const left = unsent(await stage.storage.listEntries()).filter(({ commandId }) => !savedIds.has(commandId))
      if (left.length > 0) throw new UnsentWork(String(left.length))
      await forgetPin(store, stage.keys.userId)
      await wipePack(database)
      // Without a network the session ends by itself; what the phone held is gone already.
      await server.logOut().catch(() => undefined)
      toLogIn('logged_out')
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
  if (!keys) return { name: 'log_in', reason: 'first', step: 'credentials' }
  const silence = parts.now() - Date.parse(device.contactAt ?? new Date(0).toISOString())
  const packGone = silence > device.daysWithoutContact * DAY_MS
  if (packGone) await wipeHere(parts, store, keys.userId)
  if (keys.outboxByPin === null) return { name: 'log_in', reason: 'locked', step: 'credentials' }
  return { name: 'pin', person: keys.name, userId: keys.userId, packGone }
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
  await parts.server.contact({ ...ids, wiped: true })
  return true
}
