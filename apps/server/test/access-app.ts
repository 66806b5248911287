import { OpenAPIHandler } from '@orpc/openapi/fastify'
import fastify from 'fastify'
import { sql } from 'kysely'
import { businessDayOf } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { loadDivisions } from '../src/modules/organization/divisions/load-divisions.ts'
import { accessRoutes } from '../src/modules/organization/users/access.routes.ts'
import { createDemoUsers } from '../src/modules/organization/users/demo-users.ts'
import { findActor } from '../src/modules/organization/users/find-actor.query.ts'
import { createAuth } from '../src/platform/auth/create-auth.ts'
import { clockAt } from '../src/platform/clock.ts'
import { createFieldCipher } from '../src/platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../src/platform/crypto/key-ring.ts'
import { firstRow, openDatabase, rows, type DatabaseHandle } from '../src/platform/db.ts'
import { requestContext } from '../src/platform/http/request-context.ts'
import { createLive } from '../src/platform/live.ts'
import { createLog } from '../src/platform/log.ts'
import type { Services } from '../src/platform/services.ts'
import { testDatabase } from './database.ts'

export const DEMO_PASSWORD = 'Anye-2026-demo'

type Answer = { status: number; body: unknown; cookie: string; setCookie: string[] }
type AuditRow = {
  action: string
  outcome: string
  actor_name: string | null
  object_id: string | null
  before: unknown
  after: unknown
  reason: string | null
}
export type AccessApp = Awaited<ReturnType<typeof startAccessApp>>

/**
 * Log-in and the endpoints of access on a database with the demo's accounts. The clock starts at the real
 * time, for the library reads its own clock, and moves when told.
 */
export async function startAccessApp(options: { attemptsPerMinute?: number; publicUrl?: string; handOverSecret?: string } = {}) {
  const start = Date.now()
  const clock = clockAt(start)
  const database = await testDatabase()
  const handle = openDatabase(database.appUrl, 6)
  await loadDivisions(handle.db, businessDayOf(start))
  await handle.db.transaction().execute((tx) =>
    createDemoUsers(tx, {
      password: DEMO_PASSWORD,
      now: start,
      today: businessDayOf(start),
      newId: () => newId(start, systemRandomBytes),
    }),
  )
  const server = await startServer(handle, clock, options)
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload: object | undefined,
    cookie: string,
    headers = {},
  ): Promise<Answer> => {
    const answer = await server.inject({
      method,
      url,
      payload,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
    })
    const setCookie = [answer.headers['set-cookie'] ?? []].flat()
    const kept = setCookie.filter((each) => !/max-age=0/i.test(each)).map((each) => each.split(';')[0])
    return { status: answer.statusCode, body: answer.json(), cookie: kept.join('; '), setCookie }
  }
  const post = (url: string, payload: object, cookie = '', headers = {}) =>
    send('POST', url, payload, cookie, headers)
  return {
    start,
    clock,
    db: handle.db,
    ownerUrl: database.ownerUrl,
    post,
    get: (url: string, cookie = '', headers = {}) => send('GET', url, undefined, cookie, headers),
    /** Logs in and returns the cookie. */
    signIn: async (userName: string, password = DEMO_PASSWORD) => {
      const { status, cookie } = await post('/auth/log-in', { userName, password })
      if (status !== 200) throw new Error(`${userName} cannot log in: ${status}`)
      return cookie
    },
    idOf: async (userName: string) =>
      (
        await firstRow(handle.db, sql<{ id: string }>`select id from organization.user_account
          where user_name = ${userName}`)
      )?.id ?? '',
    /** Audit rows of an action, newest first. */
    auditOf: (action: string) =>
      rows(
        handle.db,
        sql<AuditRow>`
      select action, outcome, actor_name, object_id, before, after, reason from platform.audit_entry
      where action like ${`${action}%`} order by id desc`,
      ),
    close: async () => {
      await server.close()
      await handle.close()
      await database.close()
    },
  }
}

async function startServer(
  handle: DatabaseHandle,
  clock: ReturnType<typeof clockAt>,
  { attemptsPerMinute = 10_000, publicUrl, handOverSecret }: { attemptsPerMinute?: number; publicUrl?: string; handOverSecret?: string },
) {
  const log = createLog({ level: 'silent' })
  const cipher = createFieldCipher(await loadKeyRing(handle.db, { kek: Buffer.alloc(32, 7), suite: 'aes' }))
  const auth = createAuth({
    cipher,
    handOverSecret,
    database: handle,
    secret: 'a-secret-of-the-test-with-32-bytes!',
    clock,
    log,
    attemptsPerMinute,
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    publicHost: publicUrl === undefined ? undefined : new URL(publicUrl).host,
    findActor: (userId) => findActor(handle.db, userId, clock.today()),
  })
  const unused = () => {
    throw new Error('not part of these tests')
  }
  const services: Services = {
    database: handle,
    clock,
    log,
    live: createLive(),
    synthetic: true,
    authenticate: auth.sessionOf,
    cipher,
    files: { save: unused, pathOf: unused, read: unused, size: unused, remove: unused },
  }
  const server = fastify()
  auth.mount(server)
  const handler = new OpenAPIHandler({ access: accessRoutes })
  server.all('/api/*', async (request, reply) => {
    const { matched } = await handler.handle(request, reply, {
      prefix: '/api',
      context: requestContext(services, request),
    })
    if (!matched) await reply.status(404).send({ code: 'not_found' })
  })
  await server.ready()
  return server
}
