import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { anEntry } from '@anye/pack/storage/testing/storage-contract'
import { createDexieStorage } from '../storage/dexie-storage.ts'
import { keyStoreOf, PhoneDatabase } from '../storage/phone-database.ts'
import { newKeyBytes } from './boxes.ts'
import type { KeyStore } from './key-store.ts'
import { changePin, enrol, forgetPackKey, forgetPin, openByPin, openDevice, type OpenKeys } from './vault.ts'

const NOW = Date.parse('2026-11-20T01:00:00Z')
const ROUNDS = 1000
const PIN = '846203'
let count = 0
let database: PhoneDatabase
let store: KeyStore
const recoveryKey = Buffer.from(newKeyBytes()).toString('base64')

beforeEach(() => {
  database = new PhoneDatabase(`vault-${count++}`)
  store = keyStoreOf(database)
})

const logIn = (pin = PIN, changes: Partial<Parameters<typeof enrol>[1]> = {}) =>
  enrol(store, { userId: 'u1', userName: 'grid-1', name: '韦芳', recoveryKey, daysWithoutContact: 14, pin, now: NOW, rounds: ROUNDS, ...changes })
const wrongPins = async (times: number) => {
  const kinds: string[] = []
  for (let time = 0; time < times; time++) kinds.push((await openByPin(store, 'u1', '111112')).kind)
  return kinds
}
const keysOf = async (pin = PIN): Promise<OpenKeys> => {
  const answer = await openByPin(store, 'u1', pin)
  if (answer.kind !== 'open') throw new Error(`the PIN is ${answer.kind}`)
  return answer.keys
}
const storageOf = (keys: OpenKeys) => createDexieStorage(database, keys)

describe('the vault of a phone', () => {
  it('opens pack and outbox by the PIN without a network', async () => {
    const first = await logIn()
    await storageOf(first).apply({ put: [{ id: 'h1', version: 1, doc: { name: '韦' } }] })
    await storageOf(first).appendEntry(anEntry('a'))
    const again = storageOf(await keysOf())
    expect(await again.readHousehold('h1')).toMatchObject({ doc: { name: '韦' } })
    expect(await again.listEntries()).toHaveLength(1)
  })

  it('needs the phone’s secret beside the PIN, and no script can read that secret', async () => {
    await logIn()
    const device = await openDevice(store, NOW)
    expect(device.secret.extractable).toBe(false)
    const other = new PhoneDatabase(`vault-${count++}`)
    await openDevice(keyStoreOf(other), NOW)
    const stolen = await store.readKeys('u1')
    if (stolen) await keyStoreOf(other).writeKeys(stolen)
    expect(await openByPin(keyStoreOf(other), 'u1', PIN)).toMatchObject({ kind: 'wrong' })
  })

  it('counts wrong PINs, says how many are left, and forgets them after a right one', async () => {
    await logIn()
    expect(await openByPin(store, 'u1', '000001')).toEqual({ kind: 'wrong', left: 4 })
    expect(await openByPin(store, 'u1', '000001')).toEqual({ kind: 'wrong', left: 3 })
    await keysOf()
    expect(await openByPin(store, 'u1', '000001')).toEqual({ kind: 'wrong', left: 4 })
  })

  it('locks at the fifth wrong PIN: the right one opens nothing until an online log-in, which opens pack and outbox again', async () => {
    const first = await logIn()
    await storageOf(first).apply({ put: [{ id: 'h1', version: 1, doc: 1 }] })
    await storageOf(first).appendEntry(anEntry('a'))
    expect(await wrongPins(5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked'])
    expect(await openByPin(store, 'u1', PIN)).toEqual({ kind: 'locked' })
    const again = storageOf(await logIn('975310'))
    expect(await again.listHouseholds()).toHaveLength(1)
    expect(await again.readHousehold('h1')).toMatchObject({ doc: 1 })
    expect(await again.listEntries()).toHaveLength(1)
    expect(await openByPin(store, 'u1', '975310')).toMatchObject({ kind: 'open' })
  })

  it('O7 forgets the pack’s key at the tenth wrong PIN without a right one between, and never the outbox’s', async () => {
    const first = await logIn()
    await storageOf(first).apply({ put: [{ id: 'h1', version: 1, doc: 1 }] })
    await storageOf(first).appendEntry(anEntry('a'))
    await wrongPins(5)
    await logIn('975310')
    expect(await wrongPins(5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wiped'])
    const again = storageOf(await logIn('135790'))
    await expect(again.readHousehold('h1')).rejects.toThrow()
    expect(await again.listEntries()).toMatchObject([{ commandId: 'a' }])
  })

  it('counts an attempt before it is made', async () => {
    await logIn()
    const counts: number[] = []
    const watched: KeyStore = { ...store, writeKeys: async (keys) => { counts.push(keys.wrong); await store.writeKeys(keys) } }
    await openByPin(watched, 'u1', PIN)
    expect(counts).toEqual([1, 0])
  })

  it('O7 opens unsent work after a log-out by an online log-in of the same person, and the pack no more', async () => {
    const first = await logIn()
    await storageOf(first).apply({ put: [{ id: 'h1', version: 1, doc: 1 }] })
    await storageOf(first).appendEntry(anEntry('a'))
    await forgetPin(store, 'u1')
    expect(await openByPin(store, 'u1', PIN)).toEqual({ kind: 'locked' })
    const again = storageOf(await logIn())
    expect(await again.listEntries()).toHaveLength(1)
    await expect(again.readHousehold('h1')).rejects.toThrow()
  })

  it('gives the pack a new key after a wipe, and the PIN goes on', async () => {
    const first = await logIn()
    await storageOf(first).apply({ put: [{ id: 'h1', version: 1, doc: 1 }] })
    await forgetPackKey(store, 'u1')
    const again = storageOf(await keysOf())
    await expect(again.readHousehold('h1')).rejects.toThrow()
    await again.apply({ put: [{ id: 'h1', version: 1, doc: 2 }] })
    expect(await storageOf(await keysOf()).readHousehold('h1')).toMatchObject({ doc: 2 })
  })

  it('starts a new outbox key, and keeps the old work apart, when the server’s key is another', async () => {
    const first = await logIn()
    const second = await logIn(PIN, { recoveryKey: Buffer.from(newKeyBytes()).toString('base64') })
    expect(second.outboxKeyId).not.toBe(first.outboxKeyId)
    expect(await store.readKeys(`u1#${first.outboxKeyId}`)).toMatchObject({ outboxKeyId: first.outboxKeyId })
  })

  it('changes the PIN only for who knows the present one', async () => {
    const first = await logIn()
    await storageOf(first).appendEntry(anEntry('a'))
    expect(await changePin(store, 'u1', { current: '000001', next: '975310', rounds: ROUNDS })).toMatchObject({ kind: 'wrong' })
    expect(await changePin(store, 'u1', { current: PIN, next: '975310', rounds: ROUNDS })).toMatchObject({ kind: 'open' })
    expect(await openByPin(store, 'u1', PIN)).toMatchObject({ kind: 'wrong' })
    expect(await storageOf(await keysOf('975310')).listEntries()).toHaveLength(1)
  })
})
