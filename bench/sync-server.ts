import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Role } from '@anye/contract/access'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { createApp } from '../apps/server/src/app.ts'
import { openAllVillages } from '../apps/server/src/modules/cards/cards.api.ts'
import { prepareOrganization } from '../apps/server/src/modules/organization/organization.api.ts'
import { actorOf, type Actor } from '../apps/server/src/platform/actor.ts'
import { clockAt } from '../apps/server/src/platform/clock.ts'
import { createFieldCipher } from '../apps/server/src/platform/crypto/field-cipher.ts'
import { loadKeyRing } from '../apps/server/src/platform/crypto/key-ring.ts'
import { inScope, openDatabase, rows, type Tx } from '../apps/server/src/platform/db.ts'
import { openFileStore } from '../apps/server/src/platform/files.ts'
import { createLive } from '../apps/server/src/platform/live.ts'
import { createLog } from '../apps/server/src/platform/log.ts'
import { EVERYWHERE } from '../apps/server/src/platform/scope.ts'
import type { Services } from '../apps/server/src/platform/services.ts'

export const TODAY = '2026-11-24'
const NOON = Date.parse(`${TODAY}T12:00:00+08:00`)
const WHO = 'x-phone-of'

export type FieldServer = Awaited<ReturnType<typeof startFieldServer>>

/** The real server on a port of this machine, over a migrated database. Log-in is left out: a header says whose phone asks. */
export async function startFieldServer(appUrl: string, connections = 16) {
  const handle = openDatabase(appUrl, connections)
  const home = await mkdtemp(join(tmpdir(), 'anye-field-'))
  const clock = clockAt(NOON)
  const random = seeded('field').bytes
  const id = () => newId(NOON, random)
  await prepareOrganization(handle.db, TODAY, id)
  const actors = new Map<string, Actor>()
  const services: Services = {
    database: handle, clock, log: createLog({ level: 'fatal' }), synthetic: true, files: openFileStore(home), live: createLive(),
    cipher: createFieldCipher(await loadKeyRing(handle.db, { kek: randomBytes(32), suite: 'aes' })),
    authenticate: async (headers) => actors.get(headers.get(WHO) ?? ''),
  }
  const app = await createApp(services, { mountAuth: () => undefined })
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inScope(handle.db, EVERYWHERE, work)
  return {
    services, clock, id, asSystem,
    address: await app.listen({ host: '127.0.0.1', port: 0 }),
    headersOf: (name: string) => ({ [WHO]: name }),
    /** Lets somebody in with one role over some prefixes; again: changes what she may. */
    admit: async (name: string, role: Role, scope: readonly string[]) => {
      const userId = actors.get(name)?.userId ?? id()
      await sql`insert into organization.user_account (id, user_name, name, state, created_at) values (${userId}, ${name}, ${name}, 'active', ${new Date(NOON)})
        on conflict do nothing`.execute(handle.db)
      actors.set(name, actorOf({ userId, userName: name, name, mustChangePassword: false }, [{ role, scope, unitCode: null }]))
    },
    villages: async (most: number) => (await asSystem((tx) => rows(tx, sql<{ code: string }>`
      select code from organization.pub_village order by code limit ${most}`))).map(({ code }) => code),
    close: async () => {
      await app.close()
      await handle.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Fills villages with households of `members` labourers, most of whom work, and opens the month. */
export async function fillVillages(server: FieldServer, villages: readonly string[], households: number, members: number): Promise<void> {
  const { cipher } = server.services
  const [phone, idNo] = [cipher.seal('registry.household.phone', '15400000011'), cipher.seal('registry.person.id_no', '522399198501010011')]
  await server.asSystem(async (tx) => {
    await sql`insert into registry.household (id, division, type, group_name, head_name, phone_sealed)
      select gen_random_uuid(), v, '02', (1 + n % 9) || '组', '韦测试', ${phone} from unnest(${villages}::text[]) v, generate_series(1, ${households}::int) n`.execute(tx)
    await sql`insert into registry.segment (household_id, division, kind, from_on, source)
      select id, division, 'poor', '2014-01-01', 'bench' from registry.household where division = any (${villages}::text[])`.execute(tx)
    await sql`insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, sex, birth, relation, labour_skill, id_no_sealed)
      select gen_random_uuid(), h.id, h.division, '韦测试', 'wei ce shi', 'wcs', '1', '1985-05-01', '02', '1', ${idNo}
      from registry.household h, generate_series(1, ${members}::int) where h.division = any (${villages}::text[])`.execute(tx)
    await sql`insert into registry.episode (id, person_id, household_id, division, start_on, employer_raw, area, track, form)
      select gen_random_uuid(), id, household_id, division, '2026-03-01', '测试厂', '04', '1', '1' from registry.person
      where division = any (${villages}::text[]) and ('x' || substr(id::text, 1, 2))::bit(8)::int < 230`.execute(tx)
    await sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date)
      select gen_random_uuid(), id, division, 'visit', 'a', '2026-11-10' from registry.episode where division = any (${villages}::text[])`.execute(tx)
  })
  await openAllVillages(server.services)
}
