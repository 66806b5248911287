import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PullPage } from '@anye/contract/cards/sync/endpoints'
import { aContact, aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, TODAY, VILLAGE, type RegistryApp, type TestPerson } from '../../../../test/registry-app.ts'
import { openAllVillages } from '../cards.api.ts'
import { turnChangesToDay } from './daily-changes.ts'

let api: RegistryApp
let household: string
let worker: string
let job: string

beforeAll(async () => { api = await startRegistryApp() })
afterAll(() => api.close())
beforeEach(async () => {
  await api.asSystem(async (tx) => {
    household = await aHousehold(tx)
    worker = await aPerson(tx, household)
    job = await anEpisode(tx, household, worker, { start: '2026-03-01', evidence: [['visit', '2026-11-01']] })
    await sql`update cards.village_month set completed_on = 'epoch'`.execute(tx)
  })
  await openAllVillages(api.services)
})

const page = async (who: TestPerson, cursor: string | null = null, limit = 300): Promise<PullPage> => {
  const { status, body } = await api.get(who, '/sync/pull', { limit, ...(cursor === null ? {} : { cursor }) })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as PullPage
}
/** Pulls to the end. */
const pull = async (who: TestPerson, from: string | null = null, limit = 300) => {
  const pages = [await page(who, from, limit)]
  for (let last = pages[0]; last?.more === true; last = pages.at(-1)) pages.push(await page(who, last.cursor, limit))
  return { pages, cursor: pages.at(-1)?.cursor ?? null, put: pages.flatMap(({ put }) => put), remove: pages.flatMap(({ remove }) => remove) }
}
/** On a connection of its own, as the owner of the database. */
const asOwner = async (work: (client: Client) => Promise<unknown>): Promise<void> => {
  const client = new Client({ connectionString: api.ownerUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
const idsOf = (docs: readonly { id: string }[]) => docs.map(({ id }) => id)

describe('the first pull of a phone', () => {
  it('brings every household of its scope with members, job and line, page by page', async () => {
    const { put, pages } = await pull('village', null, 1)
    expect(pages.length).toBeGreaterThanOrEqual(put.length)
    expect(new Set(put.map(({ division }) => division))).toEqual(new Set([VILLAGE]))
    expect(put.find(({ id }) => id === household)).toMatchObject({
      headName: '韦测试', segments: ['poor'],
      members: [{
        id: worker, name: '韦测试', initials: 'wcs', labourer: true, job: { id: job, employer: '测试厂', evidenceOn: '2026-11-01', startOn: '2026-03-01' },
        line: { month: '2026-11', state: 'due', knownStatus: '11', noChangeAllowed: true, noChangeRefusal: null, version: 1 },
      }],
    })
    expect(pages[0]?.state).toEqual({ month: '2026-11', today: TODAY, dueOn: '2026-12-05', parameters: { evidenceDays: 45, monthsWithoutContact: 2 } })
  })
  it('S10 holds a grid member’s own groups once a grid is theirs, and what left them is taken away', async () => {
    const before = await pull('grid')
    expect(idsOf(before.put)).toContain(household)
    const mine = await api.asSystem(async (tx) => {
      const other = await aHousehold(tx)
      await sql`update registry.household set group_name = '三组' where id = ${other}`.execute(tx)
      await sql`insert into organization.grid (id, division, name, groups, post_id)
        select gen_random_uuid(), ${VILLAGE}, '三组网格', '{三组}', id from organization.post where division = ${VILLAGE} limit 1`.execute(tx)
      await sql`insert into organization.holder (id, post_id, user_id, name, term_from)
        select gen_random_uuid(), post_id, ${api.userIdOf('grid')}, 'grid员', '2026-01-01' from organization.grid where name = '三组网格'`.execute(tx)
      return other
    })
    const anew = await pull('grid', before.cursor)
    expect(idsOf(anew.put)).toEqual([mine])
    expect(anew.pages.flatMap(({ range }) => range?.keep ?? [])).not.toContain(household)
    expect(idsOf((await pull('village')).put)).toEqual(expect.arrayContaining([mine, household]))
  })
  it('is compressed for who accepts that', async () => {
    await api.asSystem(async (tx) => { for (let count = 0; count < 10; count++) await aPerson(tx, await aHousehold(tx)) })
    const [plain, packed] = await Promise.all([api.raw('village', '/sync/pull', {}), api.raw('village', '/sync/pull', { 'accept-encoding': 'gzip' })])
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 2)
  })
  it('is told what changed after another phone of the village was told, and nothing that left it', async () => {
    const other = await api.asSystem((tx) => aHousehold(tx))
    expect(idsOf((await pull('village')).put)).toEqual(expect.arrayContaining([household, other]))
    await api.asSystem((tx) => sql`update registry.person set name = '韦改名' where id = ${worker}`.execute(tx))
    expect((await pull('member')).put.find(({ id }) => id === household)?.members[0]?.name).toBe('韦改名')
    await api.asSystem((tx) => sql`update registry.household set division = ${NEXT_VILLAGE} where id = ${other}`.execute(tx))
    const { put } = await pull('otherMember')
    expect(idsOf(put)).toContain(household)
    expect(idsOf(put)).not.toContain(other)
  })
  it('misses nothing that was written but not committed while its documents were made for another phone', async () => {
    await asOwner(async (client) => {
      await client.query('begin')
      await client.query('update registry.household set hh_no = $1 where id = $2', ['晚', household])
      await pull('village')
      const { cursor, put } = await pull('otherMember')
      expect(put.find(({ id }) => id === household)).toMatchObject({ hhNo: null })
      await client.query('commit')
      expect((await pull('otherMember', cursor)).put.find(({ id }) => id === household)).toMatchObject({ hhNo: '晚' })
      expect((await pull('member')).put.find(({ id }) => id === household)).toMatchObject({ hhNo: '晚' })
    })
  })
  it('keeps its contract, which is not asked of what lies packed', async () => {
    const [plain, packed] = await Promise.all([api.raw('village', '/sync/pull', {}), api.raw('otherMember', '/sync/pull', { 'accept-encoding': 'gzip' })])
    const [first, second] = [plain.body, gunzipSync(packed.rawPayload).toString()].map((text) => PullPage.strict().parse(JSON.parse(text)))
    expect(first?.put.length).toBeGreaterThan(0)
    expect(second?.put).toEqual(first?.put)
  })
  it('is written to the audit and refused to who does not check', async () => {
    await pull('village')
    expect((await api.auditOf('cards.pack.pull'))[0]).toMatchObject({ actor_id: api.userIdOf('village'), outcome: 'ok' })
    expect(codeOf(await api.get('chief', '/sync/pull'))).toBe('forbidden')
  })
})

describe('a later pull', () => {
  it('brings what changed and nothing else: a job, a line, a member', async () => {
    const other = await api.asSystem((tx) => aHousehold(tx))
    const { cursor } = await pull('village')
    const changes: [string, () => Promise<unknown>][] = [
      [household, () => api.asSystem((tx) => sql`update registry.episode set employer_raw = '另一厂' where id = ${job}`.execute(tx))],
      [household, () => api.asSystem((tx) => sql`update cards.line set state = 'returned' where person_id = ${worker}`.execute(tx))],
      [other, () => api.asSystem((tx) => aPerson(tx, other))],
      [household, () => api.asSystem((tx) => sql`insert into registry.evidence (id, episode_id, division, kind, grade, on_date)
        values (${api.commandId()}, ${job}, ${VILLAGE}, 'phone', 'c', ${TODAY})`.execute(tx))],
    ]
    let from = cursor
    for (const [changed, change] of changes) {
      await change()
      const next = await pull('village', from)
      expect(idsOf(next.put)).toEqual([changed])
      from = next.cursor
    }
    const quiet = await pull('village', from)
    expect(quiet).toMatchObject({ put: [], remove: [] })
    expect((await pull('clerk', (await pull('clerk')).cursor)).put).toEqual([])
  })

  it('misses nothing that a transaction begun before the last pull committed after it', async () => {
    await asOwner(async (client) => {
      await client.query('begin')
      await client.query('update registry.household set hh_no = $1 where id = $2', ['早', household])
      const other = await api.asSystem((tx) => aHousehold(tx))
      const { cursor, put } = await pull('village')
      expect(put.find(({ id }) => id === household)).toMatchObject({ hhNo: null })
      expect(idsOf(put)).toContain(other)
      await client.query('commit')
      const next = await pull('village', cursor)
      expect(next.put.find(({ id }) => id === household)).toMatchObject({ hhNo: '早' })
    })
  })

  it('takes away a household that moved out of the village and gives it to the phones of the new one', async () => {
    const [before, there] = [(await pull('village')).cursor, (await pull('clerk')).cursor]
    await api.asSystem((tx) => sql`update registry.household set division = ${NEXT_VILLAGE} where id = ${household}`.execute(tx))
    expect((await pull('village', before)).remove).toEqual([household])
    expect(idsOf((await pull('clerk', there)).put)).toEqual([household])
    await api.asSystem((tx) => sql`update registry.household set division = ${FAR_VILLAGE} where id = ${household}`.execute(tx))
    expect((await pull('clerk', there)).remove).toEqual([household])
  })

  it('takes away a household that was merged into another', async () => {
    const { cursor } = await pull('village')
    await api.asSystem((tx) => sql`update registry.household set status = 'merged' where id = ${household}`.execute(tx))
    expect((await pull('village', cursor)).remove).toEqual([household])
  })

  it('names the contact of the day: a new one is told at once, one whose term is over with the day after it', async () => {
    const told = async (from: string | null) => {
      const pulled = await pull('village', from)
      return { cursor: pulled.cursor, contact: pulled.put.find(({ id }) => id === household)?.contactName }
    }
    const before = await told(null)
    await api.asSystem((tx) => aContact(tx, household, '王联系', { to: TODAY }))
    const named = await told(before.cursor)
    expect(named.contact).toBe('王联系')
    await turnChangesToDay(api.services)
    expect((await told(named.cursor)).contact, 'it changes nothing of today').toBeUndefined()
    const noon = api.clock.now()
    api.clock.set(noon + 86_400_000)
    try {
      await turnChangesToDay(api.services)
      expect((await told(named.cursor)).contact).toBeNull()
    } finally {
      api.clock.set(noon)
    }
  })

  it('is told everything anew once changes that old are forgotten', async () => {
    const { cursor, put } = await pull('village')
    await asOwner((client) => client.query(`update registry.household_change set at = at - interval '15 days 1 minute' where household_id = $1`, [household]))
    await turnChangesToDay(api.services)
    const told = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as { has: { at: number } }
    const old = Buffer.from(JSON.stringify({ ...told, has: { ...told.has, at: told.has.at - 14 * 86_400 } })).toString('base64url')
    expect(idsOf((await pull('village', old)).put)).toEqual(idsOf(put))
  })

  it('begins anew after a restore and with a cursor it does not understand', async () => {
    const { cursor, put } = await pull('village')
    const told = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as { has: { epoch: string } }
    const other = Buffer.from(JSON.stringify({ ...told, has: { ...told.has, epoch: 'another' } })).toString('base64url')
    for (const strange of [other, 'nonsense']) {
      const again = await pull('village', strange)
      expect(idsOf(again.put)).toEqual(idsOf(put))
      expect(again.pages[0]?.range).toEqual({ after: null, to: null, keep: [] })
    }
  })
})
