import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEMO_PASSWORD as PASSWORD, startAccessApp, type AccessApp } from '../../../test/access-app.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

// The real functions, counted.
vi.mock(import('./password-hash.ts'), async (original) => {
  const real = await original()
  return { hashPassword: vi.fn<typeof real.hashPassword>(real.hashPassword), verifyPassword: vi.fn<typeof real.verifyPassword>(real.verifyPassword) }
})

const MINUTE = 60_000
let app: AccessApp

beforeAll(async () => {
  app = await startAccessApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(app.start)
  await sql`delete from auth.log_in_failure`.execute(app.db)
})

const logIn = (userName: string, password: string) => app.post('/auth/log-in', { userName, password })

describe('log-in', () => {
  it('opens a session with a cookie that scripts cannot read, and closes it', async () => {
    const { body, cookie, setCookie } = await logIn('Office-522327', PASSWORD)
    expect(body).toEqual({ secondFactor: false, mustChangePassword: false })
    expect(setCookie.join()).toMatch(/anye\.session_token=.*HttpOnly.*SameSite=Lax/i)
    expect((await app.get('/api/me', cookie)).body).toMatchObject({
      userName: 'office-522327',
      fieldLevel: 'F3',
      scope: { code: '522327', name: '册亨县' },
      synthetic: true,
      roles: [{ role: 'county_office', scope: ['522327'], unitCode: '522327', place: '册亨县' }],
    })
    expect((await app.post('/auth/log-out', {}, cookie)).body).toEqual({ signedOut: true })
    expect((await app.get('/api/me', cookie)).body).toMatchObject({ code: 'signed_out' })
    const [close, open] = await app.auditOf('access.session')
    expect([close?.action, open?.action]).toEqual(['access.session.close', 'access.session.open'])
  })

  it('answers an unknown name, a wrong password and a disabled account alike, and audits each', async () => {
    await sql`update organization.user_account set state = 'disabled'
      where user_name = 'chief2-522302'`.execute(app.db)
    const answers = [
      await logIn('nobody', PASSWORD),
      await logIn('office-522302', 'wrong'),
      await logIn('chief2-522302', PASSWORD),
    ]
    for (const { status, body, setCookie } of answers) {
      expect({ status, body, setCookie }).toMatchObject({
        status: 401,
        body: { code: 'log_in_failed' },
        setCookie: [],
      })
    }
    const audited = (await app.auditOf('access.session.open')).slice(0, 3)
    expect(audited.map(({ outcome, after }) => [outcome, after])).toEqual(
      ['chief2-522302', 'office-522302', 'nobody'].map((userName) => [
        'refused',
        { code: 'log_in_failed', userName, locked: false },
      ]),
    )
    const open =
      await sql`select 1 from auth.session s join organization.user_account u on u.id = s.user_id
        where u.user_name = 'chief2-522302'`.execute(app.db)
    expect(open.rows).toEqual([])
  })

  it('does the costly work of one password for an unknown name too, so that the time of an answer tells nothing', async () => {
    const workOf = async (userName: string) => {
      vi.mocked(hashPassword).mockClear()
      vi.mocked(verifyPassword).mockClear()
      await logIn(userName, 'wrong')
      return vi.mocked(hashPassword).mock.calls.length + vi.mocked(verifyPassword).mock.calls.length
    }
    expect([await workOf('office-522302'), await workOf('nobody')]).toEqual([1, 1])
  })

  it.each(['office-522302', 'nobody'])(
    'locks %s after five failures for fifteen minutes, even for the right password',
    async (userName) => {
      for (let round = 0; round < 5; round++) expect((await logIn(userName, 'wrong')).status).toBe(401)
      expect((await logIn(userName, PASSWORD)).body).toMatchObject({ code: 'account_locked' })
      app.clock.set(app.start + 14 * MINUTE)
      expect((await logIn(userName, PASSWORD)).status).toBe(423)
      app.clock.set(app.start + 16 * MINUTE)
      expect((await logIn(userName, PASSWORD)).status).toBe(userName === 'nobody' ? 401 : 200)
    },
  )

  it('checks five passwords at most when forty arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => logIn('office-522302', 'wrong')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(35)
  })

  it('forgets failures after a success', async () => {
    for (const password of ['wrong', 'wrong', 'wrong', 'wrong', PASSWORD, 'wrong', 'wrong'])
      await logIn('office-522302', password)
    expect((await logIn('office-522302', PASSWORD)).status).toBe(200)
  })

  it('is unlocked by the security administrator', async () => {
    for (let round = 0; round < 5; round++) await logIn('office-522302', 'wrong')
    const path = `/api/users/${await app.idOf('office-522302')}/unlock`
    expect(
      (await app.post(path, { commandId: randomUUID() }, await app.signIn('security-admin'))).body,
    ).toEqual({ unlocked: true })
    expect((await logIn('office-522302', PASSWORD)).status).toBe(200)
  })

  it('ends after thirty minutes without a request, not while it is used', async () => {
    const cookie = await app.signIn('office-522302')
    for (const minutes of [20, 45, 70]) {
      app.clock.set(app.start + minutes * MINUTE)
      expect((await app.get('/api/me', cookie)).status).toBe(200)
    }
    app.clock.set(app.start + 101 * MINUTE)
    expect((await app.get('/api/me', cookie)).body).toMatchObject({ code: 'signed_out' })
    expect(await app.auditOf('access.session.idle_out')).toHaveLength(1)
  })

  it('ends although an unattended page keeps asking for new figures', async () => {
    const cookie = await app.signIn('office-522302')
    for (const minutes of [10, 20, 30]) {
      app.clock.set(app.start + minutes * MINUTE)
      expect((await app.get('/api/me', cookie, { 'x-anye-unattended': '1' })).status).toBe(200)
    }
    app.clock.set(app.start + 31 * MINUTE)
    expect((await app.get('/api/me', cookie, { 'x-anye-unattended': '1' })).status).toBe(401)
  })

  it('refuses a forged cookie, a malformed body and a post from another site', async () => {
    expect((await app.get('/api/me', 'anye.session_token=abc.def')).status).toBe(401)
    expect((await app.post('/auth/log-in', { userName: 'x' })).body).toMatchObject({
      code: 'request_invalid',
      data: { fields: ['password'] },
    })
    expect(
      (
        await app.post('/auth/log-in', { userName: 'x', password: 'y' }, '', {
          origin: 'https://evil.example',
        })
      ).body,
    ).toMatchObject({ code: 'forbidden' })
  })

  it.each(['/auth/sign-up/email', '/auth/update-user', '/auth/delete-user', '/auth/get-session'])(
    'does not offer the library’s %s',
    async (path) => {
      expect((await app.post(path, {})).status).toBe(404)
    },
  )
})

describe('behind TLS', () => {
  it('marks every cookie Secure, and takes posts from the public address although the proxy speaks another host', async () => {
    const behind = await startAccessApp({ publicUrl: 'https://anye.example' })
    try {
      const body = { userName: 'office-522302', password: PASSWORD }
      const { status, setCookie, cookie } = await behind.post('/auth/log-in', body, '', { origin: 'https://anye.example' })
      expect(status).toBe(200)
      expect(setCookie.length).toBeGreaterThan(0)
      for (const each of setCookie) expect(each).toMatch(/^__Secure-anye\..*;\s*Secure/i)
      expect((await behind.get('/api/me', cookie)).body).toMatchObject({ userName: 'office-522302' })
      const other = await behind.post('/auth/log-in', body, '', { origin: 'https://evil.example' })
      expect(other.status).toBe(403)
    } finally {
      await behind.close()
    }
  })
})

describe('rate limit', () => {
  it('turns an address away that tries many names', async () => {
    const limited = await startAccessApp({ attemptsPerMinute: 3 })
    try {
      const answers = []
      for (let name = 0; name < 5; name++)
        answers.push(await limited.post('/auth/log-in', { userName: `name-${name}`, password: 'wrong' }))
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429])
      expect(answers.at(-1)?.body).toMatchObject({ code: 'too_many_requests' })
    } finally {
      await limited.close()
    }
  })
})

describe('second factor', () => {
  it('is switched on with a code, asked at log-in, and switched off with the password', async () => {
    let cookie = await app.signIn('clerk-' + (await firstTownship()))
    const userName = 'clerk-' + (await firstTownship())
    expect((await app.post('/auth/totp/start', { password: 'wrong' }, cookie)).status).toBe(401)
    const started = (await app.post('/auth/totp/start', { password: PASSWORD }, cookie)).body as {
      uri: string
      backupCodes: string[]
    }
    expect(started.backupCodes.length).toBeGreaterThanOrEqual(8)
    const code = totp(started.uri)
    cookie = (await app.post('/auth/totp/confirm', { code }, cookie)).cookie
    expect((await app.get('/api/me', cookie)).body).toMatchObject({ userName, secondFactor: true })

    const half = await logIn(userName, PASSWORD)
    expect(half.body).toEqual({ secondFactor: true, mustChangePassword: false })
    expect((await app.get('/api/me', half.cookie)).status).toBe(401)
    expect((await app.post('/auth/second-factor', { code: wrong(code) }, half.cookie)).status).toBe(401)
    const whole = await app.post('/auth/second-factor', { code }, half.cookie)
    expect(whole.status).toBe(200)
    expect((await app.get('/api/me', whole.cookie)).body).toMatchObject({ userName })

    const [backup = ''] = started.backupCodes
    const lost = await app.post('/auth/second-factor', { code: backup }, (await logIn(userName, PASSWORD)).cookie)
    expect(lost.body).toEqual({ secondFactor: false, mustChangePassword: false })
    expect((await app.get('/api/me', lost.cookie)).body).toMatchObject({ userName })
    const twice = await app.post('/auth/second-factor', { code: backup }, (await logIn(userName, PASSWORD)).cookie)
    expect(twice.body).toMatchObject({ code: 'totp_required' })

    const off = await app.post('/auth/totp/stop', { password: PASSWORD }, whole.cookie)
    expect(off.body).toEqual({ secondFactor: false })
    expect((await logIn(userName, PASSWORD)).body).toMatchObject({ secondFactor: false })
  })
})

async function firstTownship(): Promise<string> {
  const { rows } = await sql<{ code: string }>`select substr(user_name, 7) as code
    from organization.user_account
    where user_name like 'clerk-%' order by 1 limit 1`.execute(app.db)
  return rows[0]?.code ?? ''
}

/** RFC 6238 over the secret of an otpauth URI: HMAC-SHA-1, thirty seconds, six digits. */
function totp(uri: string): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', base32(new URL(uri).searchParams.get('secret') ?? ''))
    .update(counter)
    .digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

function wrong(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
}
