import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startAccessApp, type AccessApp } from '../../../test/access-app.ts'
import { firstRow } from '../db.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const GRID = 'office-522327'
let app: AccessApp
let deviceId: string

beforeAll(async () => { app = await startAccessApp() })
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(app.start)
  deviceId = randomUUID()
})

const register = (cookie: string, id = deviceId) => app.post('/auth/device', { deviceId: id, label: 'Android 9' }, cookie)
const contact = async (userName = GRID, wiped = false) =>
  (await app.post('/auth/device/contact', { deviceId, userId: await app.idOf(userName), wiped })).body

describe('a registered phone', () => {
  it('stays signed in while a desk is logged out, and ends after fourteen days without a request', async () => {
    const [phone, desk] = [await app.signIn(GRID), await app.signIn(GRID)]
    expect((await register(phone)).status).toBe(200)
    app.clock.set(app.start + 31 * MINUTE)
    expect((await app.get('/api/me', desk)).status).toBe(401)
    expect((await app.get('/api/me', phone)).status).toBe(200)
    app.clock.set(app.start + 13 * DAY)
    expect((await app.get('/api/me', phone)).status).toBe(200)
    app.clock.set(app.start + 28 * DAY)
    expect((await app.get('/api/me', phone)).body).toMatchObject({ code: 'signed_out' })
  })

  it('gets its cookie again for ninety days, and the session lives as long', async () => {
    const phone = await app.signIn(GRID)
    const { setCookie } = await register(phone)
    expect(setCookie.join()).toMatch(/anye\.session_token=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(setCookie.join()).toContain(phone.split('; ').find((each) => each.includes('session_token')) ?? 'missing')
    const row = await firstRow(app.db, sql<{ days: number }>`select round(extract(epoch from s.expires_at - to_timestamp(${app.start / 1000})) / 86400)::int as days
      from auth.session s join auth.field_device d on d.id = s.field_device_id where d.device_id = ${deviceId}`)
    expect(row?.days).toBe(90)
  })

  it('gets the same key to unsent work at every log-in, another person or phone another key, and the database only sees it sealed', async () => {
    const keyOf = async (userName: string, id: string) => ((await register(await app.signIn(userName), id)).body as { recoveryKey: string }).recoveryKey
    const first = await keyOf(GRID, deviceId)
    expect(Buffer.from(first, 'base64')).toHaveLength(32)
    expect(await keyOf(GRID, deviceId)).toBe(first)
    expect(new Set([first, await keyOf('office-522326', deviceId), await keyOf(GRID, randomUUID())]).size).toBe(3)
    const row = await firstRow(app.db, sql<{ sealed: Buffer }>`select recovery_key_sealed as sealed from auth.field_device where device_id = ${deviceId} limit 1`)
    expect(row?.sealed.includes(Buffer.from(first))).toBe(false)
  })

  it('is refused to nobody, to a malformed id and before the first password is changed', async () => {
    expect((await register('')).body).toMatchObject({ code: 'signed_out' })
    expect((await register(await app.signIn(GRID), 'phone-1')).body).toMatchObject({ code: 'request_invalid' })
    await sql`update organization.user_account set must_change_password = true where user_name = 'office-522325'`.execute(app.db)
    expect((await register(await app.signIn('office-522325'))).body).toMatchObject({ code: 'password_must_change' })
  })

  it('is listed among the sessions as a phone and written to the audit', async () => {
    const phone = await app.signIn('office-522324')
    await register(phone)
    const { body } = await app.get('/api/me/sessions', phone)
    expect(body).toMatchObject([{ current: true, onPhone: true }])
    expect((await app.auditOf('access.device.register'))[0]).toMatchObject({ outcome: 'ok', after: { deviceId, label: 'Android 9' } })
  })
})

describe('a lost phone', () => {
  const sessionOfPhone = async (cookie: string) =>
    ((await app.get('/api/me/sessions', cookie)).body as { sessionId: string; onPhone: boolean }[]).find(({ onPhone }) => onPhone)?.sessionId

  it('is told to wipe once its owner ends its session, says so once, and works again after a new log-in', async () => {
    const userName = 'office-522323'
    await register(await app.signIn(userName))
    const desk = await app.signIn(userName)
    expect(await contact(userName)).toEqual({ state: 'known', daysWithoutContact: 14 })
    await app.post(`/api/me/sessions/${await sessionOfPhone(desk)}/revoke`, { commandId: randomUUID() }, desk)
    expect(await contact(userName)).toMatchObject({ state: 'wipe' })
    expect(await contact(userName)).toMatchObject({ state: 'wipe' })
    expect(await contact(userName, true)).toMatchObject({ state: 'known' })
    expect((await app.auditOf('access.device.wipe'))[0]).toMatchObject({ outcome: 'ok', after: { deviceId } })
    await register(await app.signIn(userName))
    expect(await contact(userName)).toMatchObject({ state: 'known' })
  })

  it('is told to wipe when the security administrator ends all sessions of a person, signed in or not', async () => {
    const userName = 'office-522302'
    const phone = await app.signIn(userName)
    await register(phone)
    await app.post('/auth/log-out', {}, phone)
    const path = `/api/users/${await app.idOf(userName)}/sessions/revoke`
    expect((await app.post(path, { commandId: randomUUID(), sessionId: null }, await app.signIn('security-admin'))).status).toBe(200)
    expect(await contact(userName)).toMatchObject({ state: 'wipe' })
  })

  it('hears nothing of a phone or a person it does not name rightly', async () => {
    await register(await app.signIn(GRID))
    expect(await contact('office-522301')).toMatchObject({ state: 'unknown' })
    expect((await app.post('/auth/device/contact', { deviceId: randomUUID(), userId: await app.idOf(GRID) })).body).toMatchObject({ state: 'unknown' })
  })

  it('is not wiped when its own session went idle or its owner logged out', async () => {
    const phone = await app.signIn(GRID)
    await register(phone)
    app.clock.set(app.start + 15 * DAY)
    expect((await app.get('/api/me', phone)).status).toBe(401)
    expect(await contact()).toMatchObject({ state: 'known' })
  })
})
