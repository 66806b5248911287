import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anEntry } from '@anye/pack/storage/testing/storage-contract'
import { PhoneDatabase } from '../storage/phone-database.ts'
import { newKeyBytes } from '../vault/boxes.ts'
import { createPhone, UnsentWork, type Phone } from './phone.ts'
import type { Server } from './server.ts'

vi.mock('virtual:field-contract', () => ({ routes: {}, authPaths: {}, fieldPaths: {} }))

const PIN = '846203'
const START = Date.parse('2026-11-20T01:00:00Z')
const DAY = 86_400_000
let count = 0
let name: string
let now: number
let told: 'known' | 'wipe' | 'unknown'
let wipedSaid: boolean
const keys = new Map<string, string>()

/** A server of one user per name, with the answers that a test sets. */
const server: Server = {
  logIn: async () => ({ secondFactor: false, mustChangePassword: false }),
  enterCode: async () => ({ secondFactor: false, mustChangePassword: false }),
  handOver: async () => ({ secondFactor: false, mustChangePassword: false }),
  changePassword: async () => ({ changed: true }),
  registerDevice: async () => {
    const key = keys.get(user) ?? Buffer.from(newKeyBytes()).toString('base64')
    keys.set(user, key)
    return { userId: user, userName: user, name: user, recoveryKey: key, daysWithoutContact: 14 }
  },
  contact: async ({ wiped }) => {
    if (wiped) wipedSaid = true
    return { state: wiped ? 'known' : told, daysWithoutContact: 14 }
  },
  getMe: async () => ({
    userId: user, userName: user, name: user, duty: null, roles: [], permissions: [], fieldLevel: 'F3', scope: null, mustChangePassword: false,
    secondFactor: false, synthetic: true, today: '2026-11-20',
  }),
  logOut: () => Promise.reject(new TypeError('no network')),
}
let user: string
const days: string[] = []
let held: number | null
const mark = { read: () => held, write: (unsent: number) => { held = unsent }, clear: () => { held = null } }

beforeEach(() => {
  name = `phone-${count++}`
  now = START
  told = 'known'
  wipedSaid = false
  user = 'u1'
  held = null
})

/** Starts the app anew on the same phone, as after a kill. */
async function startApp(): Promise<Phone> {
  const phone = createPhone({ database: new PhoneDatabase(name), server, now: () => now, label: 'Android 9', rounds: 1000, keepDay: (day) => days.push(day), held: mark })
  await phone.start()
  return phone
}
async function logIn(phone: Phone, pin = PIN): Promise<Phone> {
  await phone.logIn(user, 'secret')
  await phone.setPin(pin)
  return phone
}
function storageOf(phone: Phone) {
  const stage = phone.stage()
  if (stage.name !== 'open') throw new Error(`the app is at ${stage.name}`)
  return stage.storage
}
async function withWork(): Promise<Phone> {
  const phone = await logIn(await startApp())
  await storageOf(phone).apply({ put: [{ id: 'h1', version: 1, doc: { a: 1 } }] })
  await storageOf(phone).appendEntry(anEntry('a'))
  return phone
}

describe('a phone', () => {
  it('goes from the log-in over a new PIN to the open app, and takes the installation’s day', async () => {
    const phone = await startApp()
    expect(phone.stage()).toEqual({ name: 'log_in', reason: 'first', step: 'credentials' })
    await phone.logIn('u1', 'secret')
    expect(phone.stage()).toMatchObject({ name: 'new_pin' })
    await phone.setPin(PIN)
    expect(phone.stage()).toMatchObject({ name: 'open', packGone: false })
    expect(days).toContain('2026-11-20')
  })

  it('asks for the second factor and for a new password where the account demands it', async () => {
    const phone = await startApp()
    vi.spyOn(server, 'logIn').mockResolvedValueOnce({ secondFactor: true, mustChangePassword: false })
    await phone.logIn('u1', 'secret')
    expect(phone.stage()).toMatchObject({ step: 'code' })
    vi.spyOn(server, 'enterCode').mockResolvedValueOnce({ secondFactor: false, mustChangePassword: true })
    await phone.enterCode('123456')
    expect(phone.stage()).toMatchObject({ step: 'password' })
    await phone.changePassword('old', 'new')
    expect(phone.stage()).toMatchObject({ name: 'new_pin' })
  })

  it('opens by the PIN after a kill, with pack and work, and lets what was on its way wait again', async () => {
    await storageOf(await withWork()).updateEntry('a', { state: 'sending' })
    const phone = await startApp()
    expect(phone.stage()).toEqual({ name: 'pin', person: 'u1', userId: 'u1', packGone: false })
    expect(await phone.enterPin('000001')).toEqual({ kind: 'wrong', left: 4 })
    await phone.enterPin(PIN)
    expect(await storageOf(phone).listHouseholds()).toHaveLength(1)
    expect(await storageOf(phone).listEntries()).toMatchObject([{ commandId: 'a', state: 'waiting' }])
  })

  it('stands at the log-in after five wrong PINs, and goes on with everything after it', async () => {
    await withWork()
    const phone = await startApp()
    for (let time = 0; time < 5; time++) await phone.enterPin('000001')
    expect(phone.stage()).toMatchObject({ name: 'log_in', reason: 'locked' })
    expect((await startApp()).stage()).toMatchObject({ name: 'log_in', reason: 'locked' })
    await logIn(phone)
    expect(await storageOf(phone).readHousehold('h1')).toMatchObject({ doc: { a: 1 } })
  })

  it('O7 forgets its pack after fourteen days of silence, keeps the work, and opens by the PIN', async () => {
    await withWork()
    now = START + 14 * DAY + 1
    const phone = await startApp()
    expect(phone.stage()).toMatchObject({ name: 'pin', packGone: true })
    await phone.enterPin(PIN)
    expect(phone.stage()).toMatchObject({ name: 'open', packGone: true })
    expect(await storageOf(phone).listHouseholds()).toEqual([])
    expect(await storageOf(phone).listEntries()).toHaveLength(1)
  })

  it('counts the days from the last contact', async () => {
    const phone = await withWork()
    now = START + 10 * DAY
    await phone.contact()
    now = START + 20 * DAY
    expect((await startApp()).stage()).toMatchObject({ packGone: false })
  })

  it('O7 wipes its pack when the server says so, tells it, and gives the work back to the same person after a log-in', async () => {
    const phone = await withWork()
    told = 'wipe'
    await phone.contact()
    expect(phone.stage()).toMatchObject({ name: 'log_in', reason: 'wiped_remotely' })
    expect(wipedSaid).toBe(true)
    await logIn(phone)
    expect(await storageOf(phone).listHouseholds()).toEqual([])
    expect(await storageOf(phone).listEntries()).toHaveLength(1)
  })

  it('shows another person neither pack nor work, and the first one her work again', async () => {
    await withWork()
    user = 'u2'
    const phone = await startApp()
    phone.logInInstead()
    await logIn(phone)
    expect(await storageOf(phone).listHouseholds()).toEqual([])
    expect(await storageOf(phone).listEntries()).toEqual([])
    user = 'u1'
    phone.logInInstead()
    await logIn(phone)
    expect(await storageOf(phone).listEntries()).toHaveLength(1)
  })

  it('O6 refuses to log out while there is unsent work, until it was saved to a file; a log-out needs no network', async () => {
    const phone = await withWork()
    await expect(phone.logOut(new Set())).rejects.toBeInstanceOf(UnsentWork)
    expect(phone.stage().name).toBe('open')
    await phone.logOut(new Set(['a']))
    expect(phone.stage()).toMatchObject({ name: 'log_in', reason: 'logged_out' })
    expect((await startApp()).stage()).toMatchObject({ name: 'log_in', reason: 'first' })
    await logIn(phone)
    expect(await storageOf(phone).listEntries()).toHaveLength(1)
  })

  it('says that the system cleared what it held, and how much of it was unsent; after a log-out nothing was lost', async () => {
    const phone = await withWork()
    await phone.lock()
    await phone.enterPin(PIN)
    await new PhoneDatabase(name).delete()
    expect((await startApp()).stage()).toEqual({ name: 'log_in', reason: 'evicted', step: 'credentials', lost: 1 })
    const anew = await logIn(await startApp())
    expect(await storageOf(anew).listEntries()).toEqual([])
    await anew.logOut(new Set())
    expect((await startApp()).stage()).toMatchObject({ reason: 'first' })
  })

  it('takes a partner’s hand-over for the log-in: a first PIN, afterwards the PIN as ever', async () => {
    const phone = await startApp()
    await phone.handOver('token')
    expect(phone.stage()).toMatchObject({ name: 'new_pin' })
    await phone.setPin(PIN)
    const again = await startApp()
    await again.handOver('token')
    expect(again.stage()).toMatchObject({ name: 'pin' })
    user = 'u2'
    await again.handOver('token')
    expect(again.stage()).toMatchObject({ name: 'new_pin' })
  })

  it('closes behind the PIN when it is told to', async () => {
    const phone = await withWork()
    await phone.lock()
    expect(phone.stage()).toMatchObject({ name: 'pin' })
  })
})
