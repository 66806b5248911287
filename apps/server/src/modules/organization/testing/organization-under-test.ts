import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REPORTING_UNITS, YILONG } from '@anye/codes/data/divisions-units'
import type { Role } from '@anye/contract/access'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { testDatabase } from '../../../../test/database.ts'
import { createApp } from '../../../app.ts'
import { actorOf, type Actor } from '../../../platform/actor.ts'
import { clockAt } from '../../../platform/clock.ts'
import { createFieldCipher } from '../../../platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../../../platform/crypto/key-ring.ts'
import { openDatabase, type DatabaseHandle } from '../../../platform/db.ts'
import { openFileStore } from '../../../platform/files.ts'
import { createLive } from '../../../platform/live.ts'
import { createLog } from '../../../platform/log.ts'
import { prepareOrganization } from '../organization.api.ts'

export const TODAY = '2026-11-24'
const YILONG_TOWNSHIPS = REPORTING_UNITS.find(({ code }) => code === YILONG)?.townships ?? []
const WHO = 'x-test-person'
const NOON = Date.parse(`${TODAY}T12:00:00+08:00`)

/** Who the tests send requests as: a role over some code prefixes. */
export const PEOPLE: Record<string, { role: Role; scope: readonly string[]; unit: string | null }> = {
  office: { role: 'prefecture_office', scope: ['5223'], unit: '5223' },
  puan: { role: 'county_office', scope: ['522323'], unit: '522323' },
  puanChief: { role: 'county_chief', scope: ['522323'], unit: '522323' },
  yilong: { role: 'county_office', scope: YILONG_TOWNSHIPS, unit: '5223-YL' },
  zhengtun: { role: 'township_clerk', scope: ['522301112'], unit: null },
  village: { role: 'village_post', scope: ['522301112204'], unit: null },
  admin: { role: 'system_admin', scope: [], unit: null },
}

export type Answer = { status: number; body: unknown }
export type OrganizationUnderTest = {
  handle: DatabaseHandle
  get: (person: string, path: string, query?: Record<string, string>) => Promise<Answer>
  post: (person: string, path: string, body: Record<string, unknown>) => Promise<Answer>
  /** A fresh id for a command. */
  commandId: () => string
  close: () => Promise<void>
}

/** The real server over a database of its own with divisions and bodies loaded; a header says who asks. */
export async function organizationUnderTest(): Promise<OrganizationUnderTest> {
  const database = await testDatabase()
  const handle = openDatabase(database.appUrl, 4)
  const home = await mkdtemp(join(tmpdir(), 'anye-organization-'))
  const random = seeded('organization').bytes
  const commandId = () => newId(NOON, random)
  await prepareOrganization(handle.db, TODAY, commandId)
  const app = await createApp({
    database: handle, clock: clockAt(NOON), log: createLog({ level: 'silent' }), synthetic: true,
    cipher: createFieldCipher(await loadKeyRing(handle.db, { kek: randomBytes(32), suite: 'aes' })),
    files: openFileStore(home), live: createLive(),
    authenticate: async (headers) => actorCalled(headers.get(WHO)),
  }, { mountAuth: () => undefined })
  const answer = (response: { statusCode: number; body: string }): Answer =>
    ({ status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) })
  return {
    handle,
    commandId,
    get: async (person, path, query = {}) =>
      answer(await app.inject({ method: 'GET', url: `/api${path}`, query, headers: { [WHO]: person } })),
    post: async (person, path, body) =>
      answer(await app.inject({ method: 'POST', url: `/api${path}`, payload: body, headers: { [WHO]: person } })),
    close: async () => {
      await app.close()
      await handle.close()
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

function actorCalled(person: string | null): Actor | undefined {
  const entry = PEOPLE[person ?? '']
  if (entry === undefined) return undefined
  const userId = '00000000-0000-7000-8000-0000000000aa'
  const account = { userId, userName: person ?? '', name: '测试', mustChangePassword: false }
  return actorOf(account, [{ role: entry.role, scope: entry.scope, unitCode: entry.unit }])
}
