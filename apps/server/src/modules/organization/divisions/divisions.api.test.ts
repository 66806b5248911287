import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../../../platform/db.ts'
import { organizationUnderTest, type OrganizationUnderTest } from '../testing/organization-under-test.ts'

let api: OrganizationUnderTest
beforeAll(async () => { api = await organizationUnderTest() })
afterAll(() => api.close())

const search = async (q: string, rest: Record<string, string> = {}) => {
  const { status, body } = await api.get('village', '/divisions', { q, ...rest })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { code: string; name: string; shortName: string; path: string; level: number }[]
}

describe('the division tree', () => {
  it('S8 opens level by level with counts and names above', async () => {
    const counties = (await api.get('puan', '/divisions/522300/children')).body as { code: string; childCount: number }[]
    expect(counties.map(({ code }) => code)).toEqual([
      '522301', '522302', '522323', '522324', '522325', '522326', '522327', '522328',
    ])
    expect(counties.reduce((sum, { childCount }) => sum + childCount, 0)).toBe(140)
    const villages = (await api.get('puan', '/divisions/522301112/children')).body as object[]
    expect(villages).toHaveLength(7)
    expect(villages[4]).toEqual({
      code: '522301112204', name: '民族村村民委员会', shortName: '民族村', level: 5, kind: 'village',
      parentCode: '522301112', path: '兴义市 / 郑屯镇', validFrom: '1987-11-06', validTo: null, successorCode: null,
      childCount: 0,
    })
  })

  it('shows a day of the past: 三宝彝族乡 under 晴隆县 in 2020, not in 2022', async () => {
    const names = async (on: string) =>
      ((await api.get('puan', '/divisions/522324/children', { on })).body as { shortName: string }[]).map((d) => d.shortName)
    expect(await names('2020-06-30')).toContain('三宝彝族乡')
    expect(await names('2022-01-01')).not.toContain('三宝彝族乡')
  })

  it('gives the history of a code and what ended in it, and 404 for a code that never was', async () => {
    const { body } = await api.get('office', '/divisions/522302')
    expect(body).toMatchObject({ versions: [{ name: '兴仁市' }], predecessors: [{ code: '522322', name: '兴仁县', validTo: '2018-07-31' }] })
    expect((await api.get('office', '/divisions/522399')).status).toBe(404)
  })
})

describe('searching divisions', () => {
  it.each([
    ['龙广', '522328101'],
    ['龙广镇', '522328101'],
    ['522328101', '522328101'],
    ['longguang', '522328101'],
    ['wfhz', '522328103'],
    ['WFHZ', '522328103'],
    ['安龙', '522328'],
    ['qianxinanzhou', '522300'],
  ])('puts what %s means first', async (q, code) => {
    expect((await search(q))[0]?.code).toBe(code)
  })

  it('offers every division of the same initials, townships before villages', async () => {
    const found = await search('lgz')
    expect(found.slice(0, 2).map(({ shortName }) => shortName)).toEqual(['鲁贡镇', '龙广镇'])
  })

  it('narrows by area, level and day, names the place above, and keeps to the limit', async () => {
    const villages = await search('团结', { under: '522326', level: '5' })
    expect(villages.length).toBeGreaterThan(1)
    for (const { code, path, level } of villages) {
      expect([code.slice(0, 6), level]).toEqual(['522326', 5])
      expect(path).toMatch(/^望谟县 \/ /)
    }
    expect(await search('团结', { limit: '2' })).toHaveLength(2)
    expect(await search('三宝彝族乡')).toEqual([])
    expect(await search('三宝彝族乡', { on: '2020-06-30' })).toHaveLength(1)
    expect((await search('5223', { under: '522300', limit: '50' }))).toHaveLength(50)
  })

  it('finds nothing for signs that mean nothing to it, and never reads them as a pattern', async () => {
    for (const q of ['%', '_', "'", '\\', '龙%', '  x_  ']) expect(await search(q), q).toEqual([])
  })

  it('refuses an empty question and a stranger', async () => {
    expect((await api.get('village', '/divisions', { q: ' ' })).status).toBe(400)
    expect((await api.get('nobody', '/divisions', { q: '龙广' })).status).toBe(401)
  })
})

describe('resolving and units', () => {
  it('V24 reads a village out of what a roster says', async () => {
    const { body } = await api.get('village', '/division-resolution', {
      county: '义龙新区', township: '龙广', village: '小场坝村委会', group: '第三组',
    })
    expect(body).toEqual({ status: 'found', village: '522328101203', group: '3组', notes: ['unit_as_county'] })
  })

  it('lists nine units whose scopes never overlap and whose villages sum to the prefecture', async () => {
    const units = (await api.get('admin', '/units')).body as { code: string; scope: string[]; villageCount: number }[]
    expect(units).toHaveLength(9)
    expect(units.reduce((sum, { villageCount }) => sum + villageCount, 0)).toBe(1294)
    expect(units.find(({ code }) => code === '522323')?.scope).toEqual(['522323'])
    const all = units.flatMap(({ scope }) => scope)
    expect(all.filter((prefix) => all.some((other) => other !== prefix && prefix.startsWith(other)))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the townships of a unit', () => {
  it('are the level below it: ten for 义龙新区, and all units together the 140 of the prefecture', async () => {
    const units = (await api.get('admin', '/units')).body as { code: string }[]
    const townships = await Promise.all(
      units.map(async ({ code }) => (await api.get('yilong', `/units/${code}/townships`)).body as { code: string }[]),
    )
    expect(townships.at(-1)?.map(({ code }) => code)).toHaveLength(10)
    expect(new Set(townships.flat().map(({ code }) => code)).size).toBe(140)
    expect(townships.flat()).toHaveLength(140)
  })
})

describe('editing divisions', () => {
  const village = '522325101200'
  const aName = { name: '某某街道', from: '2026-11-01', reason: '没有批复' }
  const aMerger = { successorCode: '522323002', lastDay: '2026-11-01', reason: '没有批复' }

  it('renames from a day on, keeps the old name for its days, and writes both into the audit', async () => {
    const command = { commandId: api.commandId(), name: '龙场新村村民委员会', from: '2026-11-01', reason: '州民政局批复' }
    const renamed = await api.post('office', `/divisions/${village}/rename`, command)
    expect(renamed).toMatchObject({ status: 200, body: { name: '龙场新村村民委员会', shortName: '龙场新村', validFrom: '2026-11-01' } })
    expect(await api.post('office', `/divisions/${village}/rename`, command)).toEqual(renamed)
    const history = (await api.get('office', `/divisions/${village}`)).body as { versions: { name: string; validTo: string | null }[] }
    expect(history.versions.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['龙场新村村民委员会', null], ['龙场村', '2026-10-31'],
    ])
    const places = await rows(api.handle.db, sql`select name from organization.village where code = ${village}`)
    expect(places).toEqual([{ name: '龙场新村' }])
    const resolved = await api.get('office', '/division-resolution', { township: '龙场镇', village: '龙场村' })
    expect(resolved.body).toMatchObject({ status: 'found', village, notes: ['former_division'] })
    const audit = await rows(api.handle.db, sql`
      select action, outcome, object_id, before, after->>'name' as after, reason from platform.audit_entry
      where object_id = ${village} order by id`)
    expect(audit).toEqual([{
      action: 'organization.division.rename', outcome: 'ok', object_id: village, before: { name: '龙场村' },
      after: '龙场新村村民委员会', reason: '州民政局批复',
    }])
  })

  it('merges a village into another with its groups, and tells who keeps facts under the code', async () => {
    const [from, into] = ['522301112206', '522301112204']
    await api.post('office', `/divisions/${from}/groups`, { commandId: api.commandId(), name: '第一组', from: '2020-01-01' })
    const merged = await api.post('office', `/divisions/${from}/merge`, {
      commandId: api.commandId(), successorCode: into, lastDay: '2026-10-31', reason: '合村并居批复',
    })
    expect(merged).toMatchObject({ status: 200, body: { validTo: '2026-10-31', successorCode: into, childCount: 0 } })
    expect(await rows(api.handle.db, sql`select 1 from organization.village where code = ${from}`)).toEqual([])
    const events = await rows(api.handle.db, sql`select payload from platform.event where type = 'DivisionMerged'`)
    expect(events).toEqual([{ payload: { code: from, successorCode: into, lastDay: '2026-10-31' } }])
    const resolved = await api.get('office', '/division-resolution', { township: '郑屯镇', village: '绒窝村' })
    expect(resolved.body).toMatchObject({ status: 'found', village: into })
  })

  it('gives groups codes of their own below the village', async () => {
    const add = (name: string) =>
      api.post('office', '/divisions/522301112200/groups', { commandId: api.commandId(), name, from: '2026-01-01' })
    expect((await add('第三村民小组')).body).toMatchObject({ code: '522301112200003', name: '3组', kind: 'group', path: '兴义市 / 郑屯镇 / 郑屯村' })
    expect((await add('白鸡组')).body).toMatchObject({ code: '522301112200101' })
    expect(await add('3组')).toMatchObject({ status: 409, body: { code: 'already_done' } })
  })

  it.each([
    ['a county office, which has no such power', 'puan', '522323001/rename', aName, 403, 'forbidden'],
    ['a division that never was', 'office', '522399001/rename', aName, 404, 'not_found'],
    ['a name that is no name', 'office', '522323001/rename', { ...aName, name: 'Street 1' }, 400, 'request_invalid'],
    ['a rename before the name began', 'office', '522302/rename', { ...aName, from: '2017-01-01' }, 422, 'division_invalid'],
    ['a township that still has villages', 'office', '522323001/merge', aMerger, 409, 'wrong_state'],
    ['a merger of unlike levels', 'office', '522323001/merge', { ...aMerger, successorCode: '522323' }, 422, 'division_invalid'],
  ])('refuses %s', async (...[, person, path, body, status, code]) => {
    const answer = await api.post(person, `/divisions/${path}`, { commandId: api.commandId(), ...body })
    expect(answer).toMatchObject({ status, body: { code } })
  })
})
