import { REPORTING_UNITS } from '@anye/codes/data/divisions-units'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../../test/database.ts'
import { openDatabase, rows, type DatabaseHandle } from '../../../platform/db.ts'
import { loadDivisions } from './load-divisions.ts'

const TODAY = '2026-11-24'
let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 2)
})

afterAll(async () => {
  await handle.close()
  await database.close()
})

const count = async (query: ReturnType<typeof sql<{ key: string; n: number }>>) =>
  new Map((await rows(handle.db, query)).map(({ key, n }) => [key, n]))

describe('loading the division list', () => {
  it('writes every row once, and nothing at the second start', async () => {
    expect(await loadDivisions(handle.db, TODAY)).toBe(1446)
    expect(await loadDivisions(handle.db, TODAY)).toBe(0)
  })

  it('nine reporting units and eight GB counties both sum to the 1,294 villages of the prefecture', async () => {
    const units = await count(sql`select unit_code as key, count(*) as n from organization.village group by 1`)
    const counties = await count(sql`select county_code as key, count(*) as n from organization.village group by 1`)
    const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, n) => total + n, 0)
    expect([...units.keys()].sort()).toEqual(REPORTING_UNITS.map(({ code }) => code).sort())
    expect(Object.fromEntries(counties)).toEqual({
      522301: 238, 522302: 167, 522323: 96, 522324: 109, 522325: 166, 522326: 171, 522327: 156, 522328: 191,
    })
    expect([sum(units), sum(counties)]).toEqual([1294, 1294])
  })

  it('gives 义龙新区 exactly the villages of its ten townships, taken from three counties', async () => {
    const members = await rows(handle.db, sql<{ county_name: string; townships: number; villages: number }>`
      select county_name, count(distinct township_code) as townships, count(*) as villages
      from organization.village where unit_code = '5223-YL' group by 1 order by 1`)
    expect(members.map(({ county_name, townships }) => [county_name, townships])).toEqual([
      ['兴义市', 5], ['兴仁市', 1], ['安龙县', 4],
    ])
    const kept = await rows(handle.db, sql<{ n: number }>`
      select count(*) as n from organization.village where county_code in ('522301', '522302', '522328') and unit_code = county_code`)
    const moved = members.reduce((total, { villages }) => total + villages, 0)
    expect((kept[0]?.n ?? 0) + moved).toBe(238 + 167 + 191)
  })

  it('counts the three villages of 三宝彝族乡, which moved as a whole, under 三宝街道', async () => {
    const places = await count(sql`select township_name as key, count(*) as n from organization.village
      where county_code = '522324' and township_name like '三宝%' group by 1`)
    expect(Object.fromEntries(places)).toEqual({ 三宝街道: 9 })
  })

  it('never writes over what people edited', async () => {
    await sql`update organization.division set valid_to = '2026-06-30' where code = '522301112204'`.execute(handle.db)
    await loadDivisions(handle.db, TODAY)
    const [row] = await rows(handle.db, sql<{ valid_to: string }>`
      select valid_to from organization.division where code = '522301112204'`)
    expect(row?.valid_to).toBe('2026-06-30')
    const villages = await rows(handle.db, sql`select 1 from organization.village where code = '522301112204'`)
    expect(villages).toEqual([])
  })
})
