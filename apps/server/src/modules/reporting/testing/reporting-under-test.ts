import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { YILONG } from '@anye/codes/data/divisions-units'
import type { Role } from '@anye/contract/access'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { createApp } from '../../../app.ts'
import { actorOf, type Actor } from '../../../platform/actor.ts'
import { clockAt, type Clock } from '../../../platform/clock.ts'
import { createFieldCipher } from '../../../platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../../../platform/crypto/key-ring.ts'
import { inScope, openDatabase, type DatabaseHandle, type Tx } from '../../../platform/db.ts'
import { openFileStore } from '../../../platform/files.ts'
import { createLive, type LiveEvent } from '../../../platform/live.ts'
import { createLog } from '../../../platform/log.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { appointInitially, listUnits, prepareOrganization } from '../../organization/organization.api.ts'
import { mountReporting } from '../reporting.routes.ts'

export const FIRST_DAY = '2026-11-23'
export const SECOND_DAY = '2026-11-24'
export const PUAN = '522323'
export const QINGLONG = '522324'
const WHO = 'x-test-person'

export const closeOf = (day: string): number => Date.parse(`${day}T22:00:00+08:00`)

type Person = { role: Role; unit: string | null; scope?: readonly string[]; id: string }

/** Who the tests send requests as; the scope of a unit comes from the units. */
const PEOPLE: Record<string, Person> = {
  office: { role: 'prefecture_office', unit: '5223', scope: ['5223'], id: '01' },
  prefectureChief: { role: 'prefecture_chief', unit: null, scope: ['5223'], id: '02' },
  puanOffice: { role: 'county_office', unit: PUAN, id: '03' },
  puanPartyChief: { role: 'county_chief', unit: PUAN, id: '04' },
  puanGovernmentChief: { role: 'county_chief', unit: PUAN, id: '05' },
  qinglongChief: { role: 'county_chief', unit: QINGLONG, id: '06' },
  qinglongOffice: { role: 'county_office', unit: QINGLONG, id: '07' },
  yilongOffice: { role: 'county_office', unit: YILONG, id: '08' },
  lead: { role: 'township_lead', unit: null, scope: ['522323001'], id: '09' },
  admin: { role: 'system_admin', unit: null, scope: [], id: '10' },
}
export const PERSONS = Object.keys(PEOPLE)
export const roleOf = (person: string): Role | undefined => PEOPLE[person]?.role
const userIdOf = (person: string): string => `00000000-0000-7000-8000-0000000000${PEOPLE[person]?.id ?? '99'}`

export type ReportingUnderTest = Awaited<ReturnType<typeof reportingUnderTest>>

/** The real server over a database of its own; a header says who asks. */
export async function reportingUnderTest() {
  const database = await testDatabase()
  const home = await mkdtemp(join(tmpdir(), 'anye-reporting-'))
  const clock = clockAt(closeOf(FIRST_DAY))
  const random = seeded('reporting').bytes
  const nextId = () => newId(clock.now(), random)
  const services = await openTestServices(openDatabase(database.appUrl, 4), { clock, home, nextId })
  const heard: LiveEvent[] = []
  services.live.subscribe((event) => heard.push(event))
  const app = await createApp(services, { mountAuth: () => undefined, mountRaw: mountReporting })
  const send = async (method: 'GET' | 'POST', person: string, url: string, payload?: object) => {
    const body = payload === undefined ? {} : { payload }
    return answerOf(await app.inject({ method, url: `/api${url}`, headers: { [WHO]: person }, ...body }))
  }
  return {
    services,
    clock,
    heard,
    nextId,
    database,
    get: (person: string, url: string) => send('GET', person, url),
    post: (person: string, url: string, body: object = {}) =>
      send('POST', person, url, { commandId: nextId(), ...body }),
    everywhere: <T>(work: (tx: Tx) => Promise<T>) => inScope(services.database.db, EVERYWHERE, work),
    close: () => putAway(app, services.database, database, home),
  }
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

function answerOf(response: Answer) {
  const isJson = String(response.headers['content-type']).includes('json')
  const body = isJson ? (response.json() as unknown) : null
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload, body }
}

/** Services over divisions, bodies and Pu'an's two chiefs. */
async function openTestServices(
  handle: DatabaseHandle,
  { clock, home, nextId }: { clock: Clock; home: string; nextId: () => string },
): Promise<Services> {
  await prepareOrganization(handle.db, FIRST_DAY, nextId)
  const units = new Map((await listUnits(handle.db, FIRST_DAY)).map(({ code, scope }) => [code, scope]))
  const actors = new Map(Object.entries(PEOPLE).map(([name, entry]) => [name, actor(name, entry, units)]))
  const puan = { place: PUAN, from: '2026-01-01' }
  await appointInitially(
    handle.db,
    [
      { ...puan, kind: 'party_chief', name: '岑书记', userId: userIdOf('puanPartyChief') },
      { ...puan, kind: 'government_chief', name: '罗县长', userId: userIdOf('puanGovernmentChief') },
    ],
    nextId,
  )
  const ring = await loadKeyRing(handle.db, { kek: randomBytes(32), suite: 'aes' })
  return {
    database: handle,
    clock,
    log: createLog({ level: 'silent' }),
    synthetic: true,
    live: createLive(),
    cipher: createFieldCipher(ring),
    files: openFileStore(home),
    authenticate: async (headers) => actors.get(headers.get(WHO) ?? ''),
  }
}

async function putAway(
  app: { close: () => Promise<unknown> },
  handle: { close: () => Promise<void> },
  database: TestDatabase,
  home: string,
): Promise<void> {
  await app.close()
  await handle.close()
  await database.close()
  await rm(home, { recursive: true, force: true })
}

function actor(
  person: string,
  { role, unit, scope }: Person,
  units: ReadonlyMap<string, readonly string[]>,
): Actor {
  const account = {
    userId: userIdOf(person),
    userName: person,
    name: `账号${person}`,
    mustChangePassword: false,
  }
  return actorOf(account, [{ role, unitCode: unit, scope: scope ?? units.get(unit ?? '') ?? [] }])
}
