import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { inScope, openDatabase, type DatabaseHandle, type Tx } from '../../platform/db.ts'
import { NOWHERE } from '../../platform/scope.ts'
import {
  appointInitially, chiefsOf, ensureVillageGroups, findDivision, findVillage, listUnits, loadGazetteer,
  prepareOrganization, resolveDivision, unitOfVillage, villagesUnder,
} from './organization.api.ts'

const TODAY = '2026-11-24'
const random = seeded('door').bytes
const nextId = () => newId(Date.parse('2026-11-24T00:00:00Z'), random)
let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await testDatabase()
  handle = openDatabase(database.appUrl, 2)
  await prepareOrganization(handle.db, TODAY, nextId)
})
afterAll(async () => {
  await handle.close()
  await database.close()
})

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inScope(handle.db, NOWHERE, work)

describe('the door of organization', () => {
  it('finds a village, also by the code of a group, and the unit it reports through', async () => {
    expect(await findVillage(handle.db, '522301112204003')).toEqual({
      code: '522301112204', name: '民族村', townshipCode: '522301112', townshipName: '郑屯镇', countyCode: '522301',
      countyName: '兴义市', unitCode: '5223-YL', unitName: '义龙新区', urban: false,
    })
    expect(await unitOfVillage(handle.db, '522323001001')).toEqual({ code: '522323', name: '普安县' })
    expect(await unitOfVillage(handle.db, '522399001001')).toBeUndefined()
  })

  it('lists the villages of scopes: those of all units are disjoint and together the prefecture', async () => {
    const units = await listUnits(handle.db, TODAY)
    const villages = await Promise.all(units.map(({ scope }) => villagesUnder(handle.db, scope)))
    villages.forEach((each, index) => expect(each).toHaveLength(units[index]?.villageCount ?? -1))
    const codes = villages.flat().map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.sort()).toEqual((await villagesUnder(handle.db, ['5223'])).map(({ code }) => code))
    expect(await villagesUnder(handle.db, [])).toEqual([])
  })

  it('finds a division as it stood on a day', async () => {
    const codes = await inTx(async (tx) => [
      await findDivision(tx, '522324206', '2020-06-30'), await findDivision(tx, '522324206', TODAY), await findDivision(tx, '1', TODAY),
    ])
    expect(codes).toMatchObject([{ name: '三宝彝族乡' }, { validTo: '2021-12-31', successorCode: '522324003' }, undefined])
  })

  it('V24 resolves from the database what the committed list resolves', async () => {
    const place = { county: '晴隆县', township: '三宝彝族乡', village: '三宝村' }
    expect(await resolveDivision(handle.db, place, TODAY)).toEqual((await loadGazetteer(handle.db, TODAY)).resolve(place))
    expect(await resolveDivision(handle.db, place, TODAY)).toMatchObject({ status: 'found', village: '522324003211' })
  })

  it('gives every group a roster names one code, however it is spelled, and only once', async () => {
    const named = ['一组', '1组', '第2组', '白鸡组', '', '上寨'].map((name) => ({ village: '522324003211', name }))
    expect(await ensureVillageGroups(handle.db, named, '2026-01-01')).toBe(4)
    expect(await ensureVillageGroups(handle.db, [...named, { village: '522324003211', name: '三组' }], TODAY)).toBe(1)
    const found = await inTx((tx) => findDivision(tx, '522324003211003', TODAY))
    expect(found).toMatchObject({ name: '3组', kind: 'group', path: '晴隆县 / 三宝街道 / 三宝村' })
  })

  it('S6 S7 knows who may sign: four ranks of the prefecture, both chiefs of a unit', async () => {
    const holders = [
      { place: '5223', kind: 'chief' as const, name: '王测试', from: '2020-01-01' },
      { place: '5223', kind: 'first_deputy' as const, name: '李测试', from: '2020-01-01' },
      { place: '5223-YL', kind: 'government_chief' as const, name: '岑测试', from: '2020-01-01' },
      { place: '5223-YL', kind: 'party_chief' as const, name: '韦测试', from: '2020-01-01' },
      { place: '5223-YL', kind: 'office_director' as const, name: '罗测试', from: '2020-01-01' },
    ]
    expect(await appointInitially(handle.db, holders, nextId)).toBe(5)
    expect(await appointInitially(handle.db, holders, nextId)).toBe(0)
    const names = async (place: string, on = TODAY) => (await chiefsOf(handle.db, place, on)).map(({ name }) => name)
    expect(await names('5223')).toEqual(['王测试', '李测试'])
    expect(await names('5223-YL')).toEqual(['韦测试', '岑测试'])
    expect(await names('5223-YL', '2019-12-31')).toEqual([])
    expect(await names('522301')).toEqual([])
  })
})
