import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessContract } from '@anye/contract/access/contract'
import { ROLES, type Permission, type Role } from '@anye/contract/access'
import { DEMO_PASSWORD, startAccessApp, type AccessApp } from '../../../../test/access-app.ts'
import { openDatabase } from '../../../platform/db.ts'

let app: AccessApp
let system = ''
let security = ''
let auditor = ''

beforeAll(async () => {
  app = await startAccessApp()
  system = await app.signIn('system-admin')
  security = await app.signIn('security-admin')
  auditor = await app.signIn('audit-admin')
})
afterAll(() => app.close())

const command = (values: object = {}) => ({ commandId: randomUUID(), ...values })

async function newUser(userName: string): Promise<{ userId: string; firstPassword: string }> {
  return (await app.post('/api/users', { userName, name: '覃某某', duty: '科员' }, system)).body as {
    userId: string
    firstPassword: string
  }
}

const grant = (userId: string, role: Role, place: string | null, cookie = security) =>
  app.post(`/api/users/${userId}/roles`, command({ role, place }), cookie)

describe('accounts', () => {
  it('begin with a first password that must be changed before anything else', async () => {
    const { userId, firstPassword } = await newUser('qin.moumou')
    expect(firstPassword).toMatch(/^[a-z]{4}-\d{4}-[a-z]{4}-\d{2}$/)
    await grant(userId, 'county_office', '522327')
    const first = await app.post('/auth/log-in', { userName: 'qin.moumou', password: firstPassword })
    expect(first.body).toEqual({ secondFactor: false, mustChangePassword: true })
    expect((await app.get('/api/users', first.cookie)).body).toMatchObject({ code: 'password_must_change' })
    const other = await app.signIn('qin.moumou', firstPassword)

    const change = (current: string, next: string) =>
      app.post('/api/me/password', { current, next }, first.cookie)
    expect((await change('wrong', 'Neu-Passwort-1')).body).toMatchObject({ code: 'log_in_failed' })
    expect((await change(firstPassword, 'short')).body).toMatchObject({ code: 'password_weak' })
    expect((await change(firstPassword, firstPassword)).body).toMatchObject({ code: 'password_weak' })
    expect((await change(firstPassword, 'Neu-Passwort-1')).body).toEqual({ changed: true })

    expect((await app.get('/api/me', first.cookie)).body).toMatchObject({
      mustChangePassword: false,
      roles: [{ role: 'county_office' }],
    })
    expect((await app.get('/api/me', other)).status).toBe(401)
    expect((await app.post('/auth/log-in', { userName: 'qin.moumou', password: firstPassword })).status).toBe(
      401,
    )
    await app.signIn('qin.moumou', 'Neu-Passwort-1')
  })

  it('keep no password in claims, audit or accounts', async () => {
    const { userId, firstPassword } = await newUser('no.trace')
    await app.post(`/api/users/${userId}/password`, { reason: '本人忘记密码' }, system)
    for (const table of [
      'platform.command_claim',
      'platform.audit_entry',
      'organization.user_account',
      'auth.account',
    ]) {
      const { rows } = await sql<{ row: string }>`select t::text as row
        from ${sql.table(table)} t`.execute(app.db)
      expect(
        rows.filter(({ row }) => row.includes(firstPassword)),
        table,
      ).toEqual([])
    }
  })

  it('have a name of their own', async () => {
    expect(
      (await app.post('/api/users', { userName: 'Office-522327', name: '某' }, system)).body,
    ).toMatchObject({ code: 'user_name_taken' })
    expect((await app.post('/api/users', { userName: 'no spaces', name: '某' }, system)).status).toBe(400)
  })

  it('lose their sessions at once when disabled, and come back when enabled', async () => {
    const { userId, firstPassword } = await newUser('leaver')
    const cookie = await app.signIn('leaver', firstPassword)
    const setState = (state: string) =>
      app.post(`/api/users/${userId}/state`, command({ state, reason: '调离岗位' }), system)
    expect((await setState('disabled')).body).toEqual({ state: 'disabled' })
    expect((await app.get('/api/me', cookie)).status).toBe(401)
    expect((await setState('disabled')).body).toMatchObject({ code: 'already_done' })
    expect((await setState('active')).body).toEqual({ state: 'active' })
    await app.signIn('leaver', firstPassword)
    const [enabled] = await app.auditOf('access.user.set_state')
    expect(enabled).toMatchObject({
      object_id: userId,
      before: { state: 'disabled' },
      after: { state: 'active' },
      reason: '调离岗位',
    })
  })

  it('are not disabled or reset by their own administrator', async () => {
    const own = await app.idOf('system-admin')
    expect(
      (await app.post(`/api/users/${own}/state`, command({ state: 'disabled', reason: '试一试吧' }), system))
        .body,
    ).toMatchObject({ code: 'separation_of_duties' })
    expect((await app.post(`/api/users/${own}/password`, { reason: '试一试吧' }, system)).body).toMatchObject(
      { code: 'separation_of_duties' },
    )
  })
})

describe('roles', () => {
  it('take effect with the next request and end with it', async () => {
    const { userId, firstPassword } = await newUser('role.taker')
    const cookie = await app.signIn('role.taker', firstPassword)
    await app.post('/api/me/password', { current: firstPassword, next: 'Neu-Passwort-1' }, cookie)
    const granted = (await grant(userId, 'county_office', '5223-YL')).body as {
      grantId: string
      scope: string[]
      place: string
    }
    expect(granted.place).toBe('义龙新区')
    expect(granted.scope.every((code) => code.length === 9)).toBe(true)
    expect((await app.get('/api/me', cookie)).body).toMatchObject({
      scope: { code: '5223-YL', name: '义龙新区' },
      fieldLevel: 'F3',
    })
    const revoke = () =>
      app.post(
        `/api/users/${userId}/roles/${granted.grantId}/revoke`,
        command({ reason: '任期结束' }),
        security,
      )
    expect((await revoke()).body).toEqual({ revoked: true })
    expect((await app.get('/api/me', cookie)).body).toMatchObject({
      roles: [],
      permissions: [],
      scope: null,
      fieldLevel: 'F1',
    })
    expect((await revoke()).body).toMatchObject({ code: 'already_done' })
  })

  it('refuse places that do not exist or are of another level', async () => {
    const { userId } = await newUser('wrong.place')
    for (const [role, place] of [
      ['county_office', '522327001'],
      ['township_clerk', '522399001'],
      ['village_post', '522327'],
      ['audit_admin', '5223'],
    ] as const) {
      expect((await grant(userId, role, place)).body, `${role} ${place}`).toMatchObject({
        code: 'division_invalid',
      })
    }
  })

  it('let nobody hold two of the three administrators, nor one beside a business role', async () => {
    const { userId } = await newUser('power.seeker')
    expect((await grant(userId, 'audit_admin', null)).status).toBe(200)
    for (const [role, place] of [
      ['system_admin', null],
      ['security_admin', null],
      ['prefecture_chief', '5223'],
    ] as const) {
      expect((await grant(userId, role, place)).body).toMatchObject({ code: 'administrator_conflict' })
    }
    expect((await grant(await app.idOf('office-522327'), 'system_admin', null)).body).toMatchObject({
      code: 'administrator_conflict',
    })
  })

  it('are separated by the database as well, for the application and for the owner', async () => {
    const userId = await app.idOf('audit-admin')
    const attempt = sql`insert into organization.role_grant (id, user_id, role, scope, valid_from, granted_at)
      values (${randomUUID()}, ${userId}, 'system_admin', '{}', current_date, now())`
    const owner = openDatabase(app.ownerUrl, 1)
    try {
      for (const db of [app.db, owner.db]) await expect(attempt.execute(db)).rejects.toThrow(/no other role/)
    } finally {
      await owner.close()
    }
  })

  it('are not granted by oneself', async () => {
    expect((await grant(await app.idOf('security-admin'), 'prefecture_chief', '5223')).body).toMatchObject({
      code: 'separation_of_duties',
    })
  })
})

describe('sessions', () => {
  it('are listed and revoked by their owner and by the security administrator', async () => {
    const [here, there] = [await app.signIn('chief1-522327'), await app.signIn('chief1-522327')]
    const list = (await app.get('/api/me/sessions', here)).body as {
      sessionId: string
      current: boolean
      address: string
    }[]
    expect(list.map(({ current }) => current).toSorted()).toEqual([false, true])
    expect(list[0]?.address).toBe('127.0.0.1')
    const other = list.find(({ current }) => !current)?.sessionId
    expect((await app.post(`/api/me/sessions/${other}/revoke`, command(), here)).body).toEqual({ revoked: 1 })
    expect((await app.get('/api/me', there)).status).toBe(401)

    const userId = await app.idOf('chief1-522327')
    expect((await app.get(`/api/users/${userId}/sessions`, security)).body).toHaveLength(1)
    expect(
      (await app.post(`/api/users/${userId}/sessions/revoke`, command({ sessionId: null }), security)).body,
    ).toEqual({ revoked: 1 })
    expect((await app.get('/api/me', here)).status).toBe(401)
  })

  it('of others cannot be revoked through the own list', async () => {
    const list = (await app.get(`/api/users/${await app.idOf('audit-admin')}/sessions`, security)).body as {
      sessionId: string
    }[]
    const attempt = await app.post(`/api/me/sessions/${list[0]?.sessionId}/revoke`, command(), system)
    expect(attempt.body).toMatchObject({ code: 'not_found' })
    expect((await app.get('/api/me', auditor)).status).toBe(200)
  })
})

describe('lists', () => {
  it('page through users and filter them by text, role and state', async () => {
    type Page = {
      rows: { userName: string; roles: { role: string }[] }[]
      nextCursor: string | null
      total: number
    }
    const seen: string[] = []
    let cursor: string | null = ''
    let total = -1
    while (cursor !== null) {
      const page = (
        await app.get(`/api/users?limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, system)
      ).body as Page
      seen.push(...page.rows.map(({ userName }) => userName))
      cursor = page.nextCursor
      total = page.total
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(seen.length)
    const chiefs = (await app.get('/api/users?role=county_chief&text=522327', system)).body as Page
    expect(chiefs.rows.map(({ userName }) => userName)).toEqual(['chief1-522327', 'chief2-522327'])
    expect(chiefs.rows[0]?.roles).toMatchObject([{ role: 'county_chief', place: '册亨县' }])
  })

  it('show the audit to its administrator, newest first, filtered, and write down that it was read', async () => {
    type Page = { rows: { id: number; action: string; outcome: string }[]; nextCursor: string | null }
    const list = async (query: string) => (await app.get(`/api/audit?${query}`, auditor)).body as Page
    const page = await list('action=access.role.&limit=2')
    expect(page.rows.every(({ action }) => action.startsWith('access.role.'))).toBe(true)
    const next = await list(`action=access.role.&limit=2&cursor=${page.nextCursor}`)
    expect(next.rows[0]?.id).toBeLessThan(page.rows[1]?.id ?? 0)
    expect((await list('outcome=refused')).rows.every(({ outcome }) => outcome === 'refused')).toBe(true)
    expect((await list('to=2000-01-01')).rows).toEqual([])
    expect((await app.auditOf('access.audit.list'))[0]).toMatchObject({
      actor_name: expect.stringContaining('审计管理员'),
    })
  })
})

describe('permission matrix', () => {
  const endpoints = Object.entries(accessContract).map(([name, procedure]) => {
    const { meta, route } = procedure['~orpc']
    return {
      name,
      permission: meta.permission,
      method: route.method as 'GET' | 'POST',
      path: `/api${String(route.path).replaceAll(/\{\w+\}/g, randomUUID())}`,
    }
  })

  it.each(endpoints)('$name refuses whoever is not signed in', async ({ method, path }) => {
    const { status, body } =
      method === 'GET'
        ? await app.get(path)
        : await app.post(
            path,
            command({
              userName: 'abc',
              name: '某',
              reason: '试一试吧',
              state: 'active',
              role: 'inspector',
              place: null,
              sessionId: null,
              current: 'x',
              next: 'y',
            }),
          )
    expect([status, body]).toMatchObject([401, { code: 'signed_out' }])
  })

  it.each(['system_admin', 'security_admin', 'audit_admin', 'prefecture_chief', 'county_office'] as const)(
    '%s gets past the door of exactly the endpoints of its permissions',
    async (role) => {
      const cookie = await app.signIn(
        {
          system_admin: 'system-admin',
          security_admin: 'security-admin',
          audit_admin: 'audit-admin',
          prefecture_chief: 'prefecture-chief',
          county_office: 'office-522327',
        }[role],
      )
      const permissions: readonly Permission[] = ROLES[role].permissions
      for (const { name, permission, method, path } of endpoints.filter(
        (each) => each.permission !== 'signed_in',
      )) {
        // The body is right in form for every endpoint and names objects that do not exist.
        const body = command({
          userName: 'office-522327',
          name: '某',
          reason: '试一试吧',
          state: 'active',
          role: 'inspector',
          place: null,
          sessionId: null,
        })
        const answer = (method === 'GET' ? await app.get(path, cookie) : await app.post(path, body, cookie))
          .body as { code?: string }
        const allowed = permissions.includes(permission as Permission)
        expect(answer.code === 'forbidden', `${role} ${name}`).toBe(!allowed)
      }
    },
  )
})

describe('demo accounts', () => {
  it('exist for every role, keep their printed password and are there once', async () => {
    const { rows } = await sql<{ role: Role; n: number }>`select role, count(*) as n
      from organization.role_grant g
      join organization.user_account u on u.id = g.user_id where u.demo group by role`.execute(app.db)
    const counts = Object.fromEntries(rows.map(({ role, n }) => [role, n]))
    expect(Object.keys(counts).toSorted()).toEqual(Object.keys(ROLES).toSorted())
    expect(counts).toMatchObject({ county_chief: 18, county_office: 9, audit_admin: 1 })
    expect(
      (await app.post('/auth/log-in', { userName: 'chief2-5223-yl', password: DEMO_PASSWORD })).body,
    ).toEqual({ secondFactor: false, mustChangePassword: false })
  })
})
