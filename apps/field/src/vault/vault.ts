import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { importKey, newKeyBytes, openBytes, sealBytes, type Box } from './boxes.ts'
import type { DeviceRecord, KeyRecord, KeyStore } from './key-store.ts'
import { newDeviceSecret, PIN_ROUNDS, pinKey, serverKey } from './pin-key.ts'
import { afterWrongPin, triesLeft } from './pin.rules.ts'

/** What an opened app works with. */
export type OpenKeys = { userId: string; userName: string; name: string; outboxKeyId: string; pack: CryptoKey; outbox: CryptoKey }
export type PinAnswer = { kind: 'open'; keys: OpenKeys } | { kind: 'wrong'; left: number } | { kind: 'locked' } | { kind: 'wiped' }
export type Enrolment = { userId: string; userName: string; name: string; recoveryKey: string; daysWithoutContact: number }

const SALT_BYTES = 16
const DAYS_BEFORE_TOLD = 14
type Raw = { pack: Uint8Array; outbox: Uint8Array }
const label = (userId: string, what: keyof Raw) => `key:${what}:${userId}`

/** Reads who this phone is; a new one draws its id and its secret. */
export async function openDevice(store: KeyStore, now: number): Promise<DeviceRecord> {
  const known = await store.readDevice()
  if (known) return known
  const device: DeviceRecord = {
    deviceId: newId(now, systemRandomBytes), secret: await newDeviceSecret(), currentUser: null, contactAt: null, daysWithoutContact: DAYS_BEFORE_TOLD,
  }
  await store.writeDevice(device)
  return device
}

/**
 * After an online log-in: her unsent work and her pack open again by the server's key, whatever became of the PIN; a new PIN wraps
 * both. Wrong PINs stay counted until a right one, so that a log-in is no way to guess on for ever.
 * @param rounds of PBKDF2; tests take few
 */
export async function enrol(store: KeyStore, given: Enrolment & { pin: string; now: number; rounds?: number }): Promise<OpenKeys> {
  const device = await openDevice(store, given.now)
  const old = await store.readKeys(given.userId)
  const server = await serverKey(given.recoveryKey)
  const outbox = old && (await tryOpen(server, label(given.userId, 'outbox'), old.outboxByServer))
  const pack = old && (await tryOpen(server, label(given.userId, 'pack'), old.packByServer))
  const raw: Raw = { outbox: outbox ?? newKeyBytes(), pack: pack ?? newKeyBytes() }
  const { userId, userName, name } = given
  const wrapped = await wrapByPin(device, userId, { raw, pin: given.pin, rounds: given.rounds ?? PIN_ROUNDS })
  // Without the right key her old work stays sealed: its keys are put aside under the old name, never overwritten.
  if (old && !outbox) await store.writeKeys({ ...old, userId: `${userId}#${old.outboxKeyId}` })
  const record: KeyRecord = {
    ...wrapped, userId, userName, name, wrong: old?.wrong ?? 0,
    outboxKeyId: old && outbox ? old.outboxKeyId : newId(given.now, systemRandomBytes),
    outboxByServer: await sealBytes(server, label(userId, 'outbox'), raw.outbox),
    packByServer: await sealBytes(server, label(userId, 'pack'), raw.pack),
  }
  await store.writeKeys(record)
  await store.writeDevice({
    ...device, currentUser: userId, contactAt: new Date(given.now).toISOString(), daysWithoutContact: given.daysWithoutContact,
  })
  return toOpen(record, raw)
}

/** Tries a PIN. The attempt is counted before it is made: killing the app in between gives no free guess. */
export async function openByPin(store: KeyStore, userId: string, pin: string): Promise<PinAnswer> {
  const [device, record] = [await store.readDevice(), await store.readKeys(userId)]
  if (!device || !record || record.outboxByPin === null) return { kind: 'locked' }
  const wrong = record.wrong + 1
  await store.writeKeys({ ...record, wrong })
  const key = await pinKey(device.secret, pin, record.salt, record.rounds)
  const outbox = await tryOpen(key, label(userId, 'outbox'), record.outboxByPin)
  if (outbox === undefined) return refusePin(store, { ...record, wrong })
  const pack = await tryOpen(key, label(userId, 'pack'), record.packByPin)
  // The pack was wiped meanwhile: the next one gets a key of its own.
  const raw: Raw = { outbox, pack: pack ?? newKeyBytes() }
  const packByPin = pack ? record.packByPin : await sealBytes(key, label(userId, 'pack'), raw.pack)
  await store.writeKeys({ ...record, packByPin, wrong: 0 })
  return { kind: 'open', keys: await toOpen(record, raw) }
}

async function refusePin(store: KeyStore, record: KeyRecord): Promise<PinAnswer> {
  const act = afterWrongPin(record.wrong)
  if (act === 'again') return { kind: 'wrong', left: triesLeft(record.wrong) }
  await store.writeKeys(act === 'wipe' ? { ...withoutPin(record), packByServer: null } : { ...record, outboxByPin: null, packByPin: null })
  return { kind: act === 'wipe' ? 'wiped' : 'locked' }
}

/** A new PIN for an app that is open. @returns undefined when the present PIN was wrong */
export async function changePin(store: KeyStore, userId: string, change: { current: string; next: string; rounds?: number }): Promise<PinAnswer> {
  const answer = await openByPin(store, userId, change.current)
  const [device, record] = [await store.readDevice(), await store.readKeys(userId)]
  if (answer.kind !== 'open' || !device || !record?.outboxByPin || !record.packByPin) return answer
  const key = await pinKey(device.secret, change.current, record.salt, record.rounds)
  const raw = {
    outbox: await openBytes(key, label(userId, 'outbox'), record.outboxByPin), pack: await openBytes(key, label(userId, 'pack'), record.packByPin),
  }
  await store.writeKeys({ ...record, ...(await wrapByPin(device, userId, { raw, pin: change.next, rounds: change.rounds ?? PIN_ROUNDS })) })
  return answer
}

/** The pack's key is forgotten everywhere: what is left of the pack on the disk is noise. The outbox keeps its key. */
export async function forgetPackKey(store: KeyStore, userId: string): Promise<void> {
  const record = await store.readKeys(userId)
  if (record) await store.writeKeys({ ...record, packByPin: null, packByServer: null })
}

/** Logged out: only an online log-in of the same person opens her unsent work again. */
export async function forgetPin(store: KeyStore, userId: string): Promise<void> {
  const [device, record] = [await store.readDevice(), await store.readKeys(userId)]
  if (record) await store.writeKeys({ ...withoutPin(record), packByServer: null })
  if (device) await store.writeDevice({ ...device, currentUser: null })
}

const withoutPin = (record: KeyRecord): KeyRecord => ({ ...record, outboxByPin: null, packByPin: null })

async function wrapByPin(
  device: DeviceRecord, userId: string, given: { raw: Raw; pin: string; rounds: number },
): Promise<Pick<KeyRecord, 'salt' | 'rounds' | 'packByPin' | 'outboxByPin'>> {
  const salt = systemRandomBytes(SALT_BYTES)
  const key = await pinKey(device.secret, given.pin, salt, given.rounds)
  return {
    salt, rounds: given.rounds,
    packByPin: await sealBytes(key, label(userId, 'pack'), given.raw.pack), outboxByPin: await sealBytes(key, label(userId, 'outbox'), given.raw.outbox),
  }
}

/** undefined when there is no box or the key is another. */
async function tryOpen(key: CryptoKey, name: string, box: Box | null): Promise<Uint8Array | undefined> {
  if (box === null) return undefined
  try {
    return await openBytes(key, name, box)
  } catch {
    return undefined
  }
}

async function toOpen(record: KeyRecord, raw: Raw): Promise<OpenKeys> {
  const { userId, userName, name, outboxKeyId } = record
  return { userId, userName, name, outboxKeyId, pack: await importKey(raw.pack), outbox: await importKey(raw.outbox) }
}
