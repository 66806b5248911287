import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Role } from '@anye/contract/access'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { createApp } from '../src/app.ts'
import { recomputeAll } from '../src/modules/indicators/indicators.api.ts'
import { prepareOrganization } from '../src/modules/organization/organization.api.ts'
import { actorOf, type Actor } from '../src/platform/actor.ts'
import { clockAt } from '../src/platform/clock.ts'
import { createFieldCipher } from '../src/platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../src/platform/crypto/key-ring.ts'
import { inScope, openDatabase, rows, type Tx } from '../src/platform/db.ts'
import { openFileStore } from '../src/platform/files.ts'
import { createLive, type LiveEvent } from '../src/platform/live.ts'
import { createLog } from '../src/platform/log.ts'
import { EVERYWHERE } from '../src/platform/scope.ts'
import type { Services } from '../src/platform/services.ts'
import { testDatabase } from './database.ts'

export const TODAY = '2026-11-24'
/** Two villages of one township of 望谟县 and one of 普安县. */
export const VILLAGE = '522326001001'
export const NEXT_VILLAGE = '522326001002'
export const FAR_VILLAGE = '522323001001'
const WANGMO = '522326'
const WHO = 'x-test-person'
const NOON = Date.parse(`${TODAY}T12:00:00+08:00`)

/** Who the tests send requests as; every one is another user. */
const PEOPLE = {
  office: { role: 'prefecture_office', scope: ['5223'], unit: '5223' },
  chief: { role: 'prefecture_chief', scope: ['5223'], unit: '5223' },
  county: { role: 'county_office', scope: [WANGMO], unit: WANGMO },
  countyChief: { role: 'county_chief', scope: [WANGMO], unit: WANGMO },
  farChief: { role: 'county_chief', scope: ['522323'], unit: '522323' },
  far: { role: 'county_office', scope: ['522323'], unit: '522323' },
  lead: { role: 'township_lead', scope: ['522326001'], unit: null },
  clerk: { role: 'township_clerk', scope: ['522326001'], unit: null },
  village: { role: 'village_post', scope: [VILLAGE], unit: null },
  member: { role: 'grid_member', scope: [VILLAGE], unit: null },
  otherMember: { role: 'grid_member', scope: [VILLAGE], unit: null },
  grid: { role: 'grid_member', scope: [VILLAGE], unit: null },
  admin: { role: 'system_admin', scope: [], unit: null },
} as const satisfies Record<string, { role: Role; scope: readonly string[]; unit: string | null }>

export type TestPerson = keyof typeof PEOPLE
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
export type Answer = { status: number; body: unknown }
export type AuditRow = { action: string; outcome: string; actor_id: string; object_id: string; before: unknown; after: unknown; reason: string | null }
export type RegistryApp = Awaited<ReturnType<typeof startRegistryApp>>

/** The real server over a database of its own, with places, keys and a user for every test person; a header says who asks. */
export async function startRegistryApp() {
  const database = await testDatabase()
  const handle = openDatabase(database.appUrl, 4)
  const home = await mkdtemp(join(tmpdir(), 'anye-registry-'))
  const clock = clockAt(NOON)
  const random = seeded('registry').bytes
  const id = () => newId(NOON, random)
  await prepareOrganization(handle.db, TODAY, id)
  const users = await insertUsers(handle.db, id)
  const events: LiveEvent[] = []
  const live = createLive()
  live.subscribe((event) => events.push(event))
  const services: Services = {
    database: handle, clock, log: createLog({ level: 'error' }), synthetic: true, files: openFileStore(home), live,
    cipher: createFieldCipher(await loadKeyRing(handle.db, { kek: randomBytes(32), suite: 'aes' })),
    authenticate: async (headers) => users.get(headers.get(WHO) ?? ''),
  }
  const app = await createApp(services, { mountAuth: () => undefined })
  let sent = 0
  // Requests are limited per address and minute; a test that walks every list comes from several desks.
  const send = (person: TestPerson, method: Method, path: string, payload?: Record<string, unknown>) =>
    app.inject({ method, url: `/api${path}`, remoteAddress: `10.1.0.${Math.floor((sent += 1) / 1000) + 1}`, headers: { [WHO]: person }, ...(payload === undefined ? {} : { payload }) })
  return {
    services, clock, events, commandId: id, ownerUrl: database.ownerUrl,
    userIdOf: (person: TestPerson) => users.get(person)?.userId ?? '',
    /** Gives a person another role over the same area from the next request on. */
    regrant: (person: TestPerson, role: Role) => {
      const user = users.get(person)
      if (user !== undefined) users.set(person, actorOf(user, user.grants.map((grant) => ({ ...grant, role }))))
    },
    /** Runs as the system, over everything. */
    asSystem: <T>(work: (tx: Tx) => Promise<T>) => inScope(handle.db, EVERYWHERE, work),
    recompute: () => recomputeAll(services),
    get: async (person: TestPerson, path: string, query: Record<string, string | number | boolean> = {}): Promise<Answer> => {
      const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
      return answerOf(await send(person, 'GET', `${path}?${search}`))
    },
    /** Sends a command with a fresh command id unless the body brings one. */
    command: async (person: TestPerson, method: Exclude<Method, 'GET'>, path: string, body: Record<string, unknown> = {}): Promise<Answer> =>
      answerOf(await send(person, method, path, { commandId: id(), ...body })),
    download: async (person: TestPerson, fileId: string) => {
      const response = await send(person, 'GET', `/files/${fileId}`)
      return { status: response.statusCode, bytes: response.rawPayload }
    },
    /** What a phone of a person fetches with; headers say who. */
    fetch: async (url: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
      const response = await app.inject({ method: init.method as Method, url, headers: init.headers, ...(init.body === undefined ? {} : { payload: init.body }) })
      return {
        ok: response.statusCode < 300, json: async (): Promise<unknown> => JSON.parse(response.body),
        headers: { get: (name: string) => { const value = response.headers[name]; return value === undefined ? null : String(value) } },
      }
    },
    headersOf: (person: TestPerson) => ({ [WHO]: person }),
    /** A GET as it travels. */
    raw: (person: TestPerson, path: string, headers: Record<string, string>) => app.inject({ method: 'GET', url: `/api${path}`, headers: { [WHO]: person, ...headers } }),
    /** Audit rows of an action, latest first. */
    auditOf: (action: string) => rows(handle.db, sql<AuditRow>`
      select action, outcome, actor_id, object_id, before, after, reason from platform.audit_entry where action = ${action} order by id desc`),
    close: async () => {
      await app.close()
      await handle.close()
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function insertUsers(db: ReturnType<typeof openDatabase>['db'], id: () => string): Promise<Map<string, Actor>> {
  const users = new Map<string, Actor>()
  for (const [userName, { role, scope, unit }] of Object.entries(PEOPLE)) {
    const account = { userId: id(), userName, name: `${userName}员`, mustChangePassword: false }
    await sql`insert into organization.user_account (id, user_name, name, state, created_at)
      values (${account.userId}, ${userName}, ${account.name}, 'active', ${new Date(NOON)})`.execute(db)
    users.set(userName, actorOf(account, [{ role, scope, unitCode: unit }]))
  }
  return users
}

function answerOf(response: { statusCode: number; body: string }): Answer {
  return { status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) }
}

/** The error code of an answer, undefined when it is none. */
export function codeOf({ body }: Answer): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
}
