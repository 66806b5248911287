import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { createApp, type AppOptions } from '../src/app.ts'
import { prepareOrganization } from '../src/modules/organization/organization.api.ts'
import { mountReporting } from '../src/modules/reporting/reporting.routes.ts'
import { actorOf, type Actor, type Grant } from '../src/platform/actor.ts'
import { clockAt } from '../src/platform/clock.ts'
import { createFieldCipher } from '../src/platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../src/platform/crypto/key-ring.ts'
import { inScope, openDatabase, type Tx } from '../src/platform/db.ts'
import { openFileStore } from '../src/platform/files.ts'
import { createLive } from '../src/platform/live.ts'
import { createLog } from '../src/platform/log.ts'
import { EVERYWHERE } from '../src/platform/scope.ts'
import type { Services } from '../src/platform/services.ts'
import { testDatabase } from './database.ts'

export const TODAY = '2026-11-24'
const NOON = Date.parse(`${TODAY}T12:00:00+08:00`)
/** The header that says who asks. */
export const WHO = 'x-test-person'

export type TestPerson = { grants: readonly Grant[]; mustChangePassword?: boolean }
export type Answer = { status: number; code: unknown; body: unknown; text: string }
export type Request = { method: string; path: string; query?: Record<string, string>; payload?: object; bytes?: Buffer; contentType?: string }
export type AppUnderTest = Awaited<ReturnType<typeof startAppUnderTest>>

/**
 * The whole server over a database of its own, divisions and bodies loaded. A header says who asks, so that a test may ask as any
 * combination of grants; log-in itself is tested on its own. `people` become accounts, every one with an address of its own,
 * because requests are limited per address.
 */
export async function startAppUnderTest(
  people: Readonly<Record<string, TestPerson>>,
  { suite = 'aes', ...options }: Pick<AppOptions, 'consoleFolder'> & { suite?: 'aes' | 'sm' } = {},
) {
  const database = await testDatabase()
  const handle = openDatabase(database.appUrl, 4)
  const home = await mkdtemp(join(tmpdir(), 'anye-app-'))
  const random = seeded('app').bytes
  const id = () => newId(NOON, random)
  await prepareOrganization(handle.db, TODAY, id)
  const actors = await insertPeople(handle.db, people, id)
  const services: Services = {
    database: handle, clock: clockAt(NOON), log: createLog({ level: 'silent' }), synthetic: true, live: createLive(),
    files: openFileStore(home), cipher: createFieldCipher(await loadKeyRing(handle.db, { kek: randomBytes(32), suite })),
    authenticate: async (headers) => actors.get(headers.get(WHO) ?? ''),
  }
  const app = await createApp(services, { ...options, mountAuth: () => undefined, mountRaw: mountReporting })
  const names = [...actors.keys()]
  return {
    services, handle, id, ownerUrl: database.ownerUrl,
    /** Serves on a free port of this machine, for streams; answers the address. */
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    userIdOf: (person: string) => actors.get(person)?.userId ?? '',
    /** Runs as the system, over everything. */
    asSystem: <T>(work: (tx: Tx) => Promise<T>) => inScope(handle.db, EVERYWHERE, work),
    /** Sends as a person, or as nobody. */
    send: async (person: string | undefined, { method, path, query = {}, payload, bytes, contentType = 'application/octet-stream' }: Request): Promise<Answer> => {
      const response = await app.inject({
        method: method as 'GET', url: `/api${path}`, query, payload: bytes ?? payload, remoteAddress: `10.0.0.${names.indexOf(person ?? '') + 2}`,
        headers: { ...(person === undefined ? {} : { [WHO]: person }), ...(bytes ? { 'content-type': contentType } : {}) },
      })
      return answerOf(response.statusCode, String(response.headers['content-type']), response.body)
    },
    close: async () => {
      await app.close()
      await handle.close()
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

function answerOf(status: number, contentType: string, text: string): Answer {
  const body: unknown = contentType.includes('json') && text !== '' ? JSON.parse(text) : null
  return { status, text, body, code: typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined }
}

async function insertPeople(
  db: ReturnType<typeof openDatabase>['db'], people: Readonly<Record<string, TestPerson>>, id: () => string,
): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>()
  for (const [userName, { grants, mustChangePassword = false }] of Object.entries(people)) {
    const account = { userId: id(), userName, name: `${userName}员`, mustChangePassword }
    await sql`insert into organization.user_account (id, user_name, name, state, created_at)
      values (${account.userId}, ${userName}, ${account.name}, 'active', ${new Date(NOON)})`.execute(db)
    actors.set(userName, actorOf(account, grants))
  }
  return actors
}
