import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope, rows } from '../../../platform/db.ts'
import { NOWHERE } from '../../../platform/scope.ts'
import { chiefsOf, prepareOrganization } from '../organization.api.ts'
import { organizationUnderTest, TODAY, type OrganizationUnderTest } from '../testing/organization-under-test.ts'

type Post = { id: string; kind: string; title: string; rank: number; holder: Record<string, unknown> | null }
type Body = { kind: string; name: string; posts: Post[] }
type Gaps = { rows: { postId: string; kind: string; place: string; vacantSince: string | null }[]; nextCursor: string | null; total: number }

let api: OrganizationUnderTest
beforeAll(async () => { api = await organizationUnderTest() })
afterAll(() => api.close())

const bodies = async (person: string, place: string, on = TODAY) => (await api.get(person, '/bodies', { place, on })).body as Body[]
const gaps = async (person: string, query: Record<string, string> = {}) => (await api.get(person, '/post-gaps', query)).body as Gaps
const postOf = async (person: string, place: string, kind: string) => {
  const found = (await bodies(person, place)).flatMap(({ posts }) => posts).find((post) => post.kind === kind)
  expect(found, `${kind} at ${place}`).toBeDefined()
  return found?.id ?? ''
}
const appoint = (person: string, postId: string, rest: Record<string, unknown> = {}) =>
  api.post(person, `/posts/${postId}/holders`, { commandId: api.commandId(), name: '王测试', from: '2026-01-01', ...rest })

describe('bodies and posts', () => {
  it('S6 the prefecture command has its four ranks in order, vacant until somebody is appointed', async () => {
    const [command] = await bodies('office', '522300')
    expect(command?.name).toBe('黔西南州就业全覆盖攻坚行动指挥部')
    expect(command?.posts.map(({ title, rank, holder }) => [rank, title, holder])).toEqual([
      [1, '指挥长（州委组织部部长）', null], [2, '常务副指挥长', null],
      [3, '第一副指挥长（常务副州长）', null], [4, '副指挥长', null],
    ])
  })

  it('S7 every one of the nine units has two chiefs of equal rank', async () => {
    const units = (await api.get('office', '/units')).body as { code: string }[]
    for (const { code } of units) {
      const command = (await bodies('office', code)).find(({ kind }) => kind === 'command')
      const chiefs = command?.posts.filter(({ kind }) => kind.endsWith('_chief')) ?? []
      expect(chiefs.map(({ kind, rank }) => [kind, rank]), code).toEqual([['party_chief', 1], ['government_chief', 1]])
    }
  })

  it('S9 a village has two committees, one team, three people, below its township', async () => {
    const [village] = await bodies('village', '522301112204')
    expect(village?.name).toBe('民族村前沿指挥所')
    expect(village?.posts.map(({ kind }) => kind)).toEqual(['village_secretary', 'village_director', 'first_secretary', 'team_member'])
    const lines = await rows(api.handle.db, sql`
      select v.name as village, t.name as township, c.name as command, p.division as prefecture
      from organization.organisation v join organization.organisation t on t.id = v.parent_id
      join organization.organisation c on c.id = t.parent_id join organization.organisation p on p.id = c.parent_id
      where v.division = '522301112204'`)
    expect(lines).toEqual([{ village: '民族村前沿指挥所', township: '郑屯镇', command: '义龙新区就业全覆盖攻坚行动指挥部', prefecture: '5223' }])
  })

  it('are set up once for every place, also when the server starts again', async () => {
    const count = async () => rows(api.handle.db, sql<{ kind: string; n: number }>`
      select kind, count(*) as n from organization.organisation group by 1 order by 1`)
    const before = await count()
    expect(before).toEqual([
      { kind: 'command', n: 10 }, { kind: 'office', n: 10 }, { kind: 'township', n: 140 }, { kind: 'village_post', n: 1294 },
    ])
    expect(await prepareOrganization(api.handle.db, TODAY, api.commandId)).toEqual({ divisions: 0, bodies: 0 })
    expect(await count()).toEqual(before)
  })

  it('show a viewer the own line upwards, and nothing of a neighbour', async () => {
    expect(await bodies('village', '5223-YL')).toHaveLength(2)
    expect(await bodies('village', '522300')).toHaveLength(2)
    expect(await bodies('village', '522301')).toEqual([])
    expect(await bodies('puan', '522325')).toEqual([])
    expect(await bodies('puan', '522325101')).toEqual([])
    expect((await api.get('admin', '/bodies', { place: '522323' })).status).toBe(403)
  })
})

describe('holders', () => {
  it('S7 appoints both chiefs, either of whom may sign, and shows a phone by field level only', async () => {
    const party = await postOf('puan', '522323', 'party_chief')
    const government = await postOf('puan', '522323', 'government_chief')
    const first = await appoint('puan', party, { name: '韦测试', duty: '县委书记', phone: '15400000001' })
    expect(first).toMatchObject({ status: 200, body: { name: '韦测试', phone: '15400000001', version: 1, termTo: null } })
    expect((await appoint('puan', government, { name: '岑测试' })).status).toBe(200)
    const chiefs = await inScope(api.handle.db, NOWHERE, (tx) => chiefsOf(tx, '522323', TODAY))
    expect(chiefs.map(({ kind, name }) => [kind, name])).toEqual([['party_chief', '韦测试'], ['government_chief', '岑测试']])
    const seen = (await bodies('puanChief', '522323')).flatMap(({ posts }) => posts).find(({ id }) => id === party)
    expect(seen?.holder).toMatchObject({ name: '韦测试', phone: '154****0001' })
    const stored = await rows(api.handle.db, sql<{ phone: Buffer }>`select phone_sealed as phone from organization.holder where post_id = ${party}`)
    expect(stored[0]?.phone.toString('latin1')).not.toContain('15400000001')
    const audit = await rows(api.handle.db, sql<{ after: string }>`
      select after::text as after from platform.audit_entry where action = 'organization.post.appoint'`)
    expect(audit.length).toBeGreaterThan(0)
    expect(JSON.stringify(audit)).not.toContain('15400000001')
  })

  it('never lets two hold one post at a time, but one after the other', async () => {
    const post = await postOf('zhengtun', '522301112204', 'village_secretary')
    const [one, two] = await Promise.all([appoint('zhengtun', post), appoint('zhengtun', post)])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    const held = (one.status === 200 ? one : two).body as { id: string; version: number }
    expect((one.status === 200 ? two : one).body).toMatchObject({ code: 'post_held', data: { name: '王测试' } })
    const end = { commandId: api.commandId(), version: held.version, lastDay: '2026-10-31', reason: '换届' }
    expect((await api.post('zhengtun', `/holders/${held.id}/end`, { ...end, version: 9 })).body).toMatchObject({ code: 'stale_version' })
    expect((await api.post('zhengtun', `/holders/${held.id}/end`, { ...end, commandId: api.commandId(), lastDay: '2025-01-01' })).body)
      .toMatchObject({ code: 'wrong_state' })
    expect((await api.post('zhengtun', `/holders/${held.id}/end`, { ...end, commandId: api.commandId() })).body)
      .toMatchObject({ termTo: '2026-10-31', version: 2 })
    expect((await appoint('zhengtun', post, { name: '罗测试', from: '2026-10-31' })).body).toMatchObject({ code: 'post_held' })
    expect((await appoint('zhengtun', post, { name: '罗测试', from: '2026-11-01', to: '2026-12-31' })).status).toBe(200)
    const holderOn = async (day: string) => (await bodies('zhengtun', '522301112204', day)).flatMap(({ posts }) => posts)
      .find(({ id }) => id === post)?.holder?.['name']
    expect([await holderOn('2026-10-31'), await holderOn('2026-11-01'), await holderOn('2027-01-01')]).toEqual(['王测试', '罗测试', undefined])
  })

  it('are appointed only inside the actor\'s own area, and only by who may', async () => {
    const prefecture = await postOf('office', '522300', 'chief')
    const yilong = await postOf('yilong', '5223-YL', 'party_chief')
    const other = await postOf('office', '522325', 'party_chief')
    expect(await appoint('puan', prefecture)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await appoint('puan', other)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await appoint('puan', yilong)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await appoint('puanChief', other)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await appoint('yilong', yilong)).status).toBe(200)
    expect((await appoint('office', other, { to: '2025-12-31' })).body).toMatchObject({ code: 'wrong_state' })
    expect((await appoint('office', other, { userId: '00000000-0000-7000-8000-0000000000ff' })).status).toBe(404)
  })
})

describe('S9 gaps', () => {
  it('are counted inside the viewer\'s area only, and a gap closes with an appointment', async () => {
    const before = await gaps('zhengtun', { under: '522301112200' })
    expect(before.rows.map(({ kind }) => kind)).toEqual(['village_secretary', 'village_director', 'first_secretary', 'team_member'])
    expect(before.rows[0]).toMatchObject({ place: '522301112200', path: '兴义市 / 郑屯镇', vacantSince: null })
    await appoint('zhengtun', before.rows[1]?.postId ?? '', { from: '2026-01-01', to: '2026-06-30' })
    expect((await gaps('zhengtun', { under: '522301112200' })).rows[1]).toMatchObject({ vacantSince: '2026-07-01' })
    await appoint('zhengtun', before.rows[0]?.postId ?? '')
    expect((await gaps('zhengtun', { under: '522301112200' })).total).toBe(3)
    expect((await gaps('zhengtun', { under: '522323' })).total).toBe(0)
    expect((await gaps('puan', { under: '522300' })).rows.every(({ place }) => place.startsWith('522323'))).toBe(true)
    expect((await gaps('yilong')).rows.some(({ place }) => place === '522301')).toBe(false)
  })

  it('page through the whole prefecture without loss or repetition', async () => {
    const first = await gaps('office', { limit: '200' })
    const seen = first.rows.map(({ postId }) => postId)
    let cursor = first.nextCursor
    while (cursor !== null) {
      const page: Gaps = await gaps('office', { limit: '200', cursor })
      seen.push(...page.rows.map(({ postId }) => postId))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(first.total)
    expect(first.rows[0]?.place).toBe('5223')
  })
})

describe('S10 grids', () => {
  const village = '522301112201'
  const add = (name: string, groups: string[], person = 'zhengtun') =>
    api.post(person, `/villages/${village}/grids`, { commandId: api.commandId(), name, groups })

  it('hold several groups of one village, each group in one grid, with a grid member', async () => {
    expect((await add('第一网格', ['一组', '2', '第2组'])).body).toMatchObject({ groups: ['1组', '2组'], holder: null })
    expect((await add('第二网格', ['2组', '3组'])).body).toMatchObject({ code: 'already_done', data: { groups: ['2组'] } })
    const grids = (await api.get('zhengtun', `/villages/${village}/grids`)).body as { postId: string }[]
    await appoint('zhengtun', grids[0]?.postId ?? '', { name: '陆测试' })
    expect((await api.get('zhengtun', `/villages/${village}/grids`)).body).toMatchObject([
      { name: '第一网格', groups: ['1组', '2组'], holder: { name: '陆测试' } },
    ])
  })

  it('of another township stay unseen and untouched', async () => {
    expect((await api.get('puan', `/villages/${village}/grids`)).body).toEqual([])
    expect(await add('第三网格', ['9组'], 'puan')).toMatchObject({ status: 404 })
  })
})
