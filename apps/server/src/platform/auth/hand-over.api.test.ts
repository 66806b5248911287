import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startAccessApp, type AccessApp } from '../../../test/access-app.ts'

const SECRET = 'shared-with-the-partner-of-the-test-0001'
const USER = 'office-522327'
let app: AccessApp

beforeAll(async () => { app = await startAccessApp({ handOverSecret: SECRET }) })
afterAll(() => app.close())
beforeEach(() => { app.clock.set(app.start) })

type Wish = { secret?: string; user?: string; jti?: string | null; audience?: string; issuedIn?: number; lives?: number; algorithm?: string }
async function token({ secret = SECRET, user = USER, jti = randomUUID(), audience = 'anye', issuedIn = 0, lives = 60, algorithm = 'HS256' }: Wish = {}): Promise<string> {
  const issuedAt = Math.floor(app.start / 1000) + issuedIn
  const jwt = new SignJWT({}).setProtectedHeader({ alg: algorithm }).setIssuer('provincial-platform').setSubject(user).setAudience(audience).setIssuedAt(issuedAt).setExpirationTime(issuedAt + lives)
  return (jti === null ? jwt : jwt.setJti(jti)).sign(new TextEncoder().encode(secret))
}
const handOver = async (wish?: Wish) => app.post('/auth/hand-over', { token: await token(wish) })

describe('a hand-over by a partner', () => {
  it('opens a session like a log-in, which registers a phone and is written to the audit with the partner', async () => {
    const { status, body, cookie, setCookie } = await handOver()
    expect([status, body]).toEqual([200, { secondFactor: false, mustChangePassword: false }])
    expect(setCookie.join()).toMatch(/anye\.session_token=.*HttpOnly; SameSite=Lax/)
    expect((await app.get('/api/me', cookie)).body).toMatchObject({ userName: USER })
    expect((await app.post('/auth/device', { deviceId: randomUUID(), label: 'Android 9' }, cookie)).status).toBe(200)
    expect((await app.auditOf('access.session.hand_over'))[0]).toMatchObject({ outcome: 'ok', after: { partner: 'provincial-platform' } })
  })

  it('is good once: the same token again opens nothing', async () => {
    const same = await token()
    expect((await app.post('/auth/hand-over', { token: same })).status).toBe(200)
    expect(await app.post('/auth/hand-over', { token: same })).toMatchObject({ status: 401, body: { code: 'log_in_failed' }, setCookie: [] })
    expect((await app.auditOf('access.session.hand_over'))[0]).toMatchObject({ outcome: 'refused', after: { userName: USER } })
  })

  it('ends with its time, and may not be made for longer than two minutes or for later', async () => {
    const old = await token({ lives: 60 })
    app.clock.set(app.start + 120_000)
    expect((await app.post('/auth/hand-over', { token: old })).status).toBe(401)
    app.clock.set(app.start)
    for (const wish of [{ lives: 600 }, { issuedIn: -300, lives: 400 }, { issuedIn: 300 }]) expect((await handOver(wish)).status, JSON.stringify(wish)).toBe(401)
  })

  it.each<[string, Wish]>([
    ['another secret', { secret: 'another-secret-of-forty-characters-00001' }], ['another algorithm', { algorithm: 'HS512' }], ['another audience', { audience: 'other' }],
    ['no id of its own', { jti: null }], ['a user who is not known', { user: 'nobody' }], ['an administrator', { user: 'security-admin' }],
  ])('is refused for %s with the answer of a wrong password', async (_what, wish) => {
    expect(await handOver(wish)).toMatchObject({ status: 401, body: { code: 'log_in_failed' }, setCookie: [] })
  })

  it('is refused for what is no token, and for a disabled account', async () => {
    expect((await app.post('/auth/hand-over', { token: 'a.b.c' })).status).toBe(401)
    expect((await app.post('/auth/hand-over', {})).body).toMatchObject({ code: 'request_invalid' })
    await sql`update organization.user_account set state = 'disabled' where user_name = 'office-522323'`.execute(app.db)
    expect((await handOver({ user: 'office-522323' })).status).toBe(401)
  })

  it('does not pass by a second factor', async () => {
    await sql`update auth."user" set two_factor_enabled = true where username = 'office-522324'`.execute(app.db)
    expect((await handOver({ user: 'office-522324' })).body).toMatchObject({ code: 'totp_required' })
  })

  it('does not exist where no secret is set', async () => {
    const without = await startAccessApp()
    expect((await without.post('/auth/hand-over', { token: await token() })).status).toBe(404)
    await without.close()
  })
})
