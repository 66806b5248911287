import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderDivisions } from '../../scripts/build-divisions.ts'
import { everydayName, kindOfDivision, stemOfCounty, stemOfTownship, stemOfVillage } from './divisions-names.ts'
import { DIVISIONS, isInForce, isUrbanVillage, levelOfCode } from './divisions.ts'

const today = '2026-11-24'
const inForce = DIVISIONS.filter((division) => isInForce(division, today))
const byCode = new Map(DIVISIONS.map((division) => [division.code, division]))

describe('the committed division list', () => {
  it('equals what the build step cuts from the source', () => {
    expect(readFileSync(new URL('./divisions.json', import.meta.url), 'utf8')).toBe(renderDivisions())
  })

  it('holds 8 counties, 140 townships and 1,294 villages in force', () => {
    const count = (level: number) => inForce.filter((division) => division.level === level).length
    expect([2, 3, 4, 5].map(count)).toEqual([1, 8, 140, 1294])
  })

  it('has 293 communities and 1,001 villages by the third segment of the code', () => {
    const villages = inForce.filter((division) => division.level === 5)
    expect(villages.filter((village) => isUrbanVillage(village.code))).toHaveLength(293)
  })

  it('hangs every division under one of the level above that covers its code', () => {
    for (const { code, level, parent } of DIVISIONS) {
      if (level === 2) continue
      expect(byCode.get(parent ?? '')?.level, code).toBe(level - 1)
      expect(code.startsWith((parent ?? '').slice(0, level === 3 ? 4 : undefined)), code).toBe(true)
    }
  })

  it('derives every level from the length of the code', () => {
    expect(DIVISIONS.filter((division) => levelOfCode(division.code) !== division.level)).toEqual([])
  })

  it.each([
    ['522321', '522301', '1987-11-05'],
    ['522322', '522302', '2018-07-31'],
    ['522324206', '522324003', '2021-12-31'],
  ])('ends %s and names its successor %s', (code, successor, last) => {
    const ended = byCode.get(code)
    expect(ended).toMatchObject({ successor, validTo: last })
    expect(ended && isInForce(ended, last)).toBe(true)
    expect(ended && isInForce(ended, today)).toBe(false)
    expect(inForce.some((division) => division.code === successor)).toBe(true)
  })

  it('names every village by a known suffix, so that the everyday name is never the raw one by accident', () => {
    const villages = DIVISIONS.filter((division) => division.level === 5)
    expect(villages.filter((village) => stemOfVillage(village.name).kind === undefined)).toEqual([])
    for (const { name, level, code } of villages) {
      expect(everydayName(name, level, code)).not.toMatch(/委员会|委会|村村$|社区村$|村社区$/u)
    }
  })
})

describe('names of divisions', () => {
  it.each([
    ['顶效街道办事处', '顶效', 'street'],
    ['顶 效 镇', '顶效', 'town'],
    ['鲁础营回族乡', '鲁础营', 'ethnic_township'],
    ['某某布依族苗族乡', '某某', 'ethnic_township'],
    ['三宝乡', '三宝', 'township'],
    ['郑屯镇人民政府', '郑屯', 'town'],
    ['下山', '下山', undefined],
  ])('takes township %s apart', (text, stem, kind) => {
    expect(stemOfTownship(text)).toEqual({ stem, kind })
  })

  it.each([
    ['龙井村村民委员会', '龙井', 'village'],
    ['坪寨村委会', '坪寨', 'village'],
    ['龙井村村委会', '龙井', 'village'],
    ['新露社区居民委员会', '新露', 'community'],
    ['城北居委会', '城北', 'community'],
    ['楼纳', '楼纳', undefined],
    ['村', '村', undefined],
  ])('takes village %s apart', (text, stem, kind) => {
    expect(stemOfVillage(text)).toEqual({ stem, kind })
  })

  it('takes county names apart whatever the county was called', () => {
    expect(['兴仁市', '兴仁县', '兴仁', '义龙新区'].map(stemOfCounty)).toEqual(['兴仁', '兴仁', '兴仁', '义龙'])
  })

  it('gives everyday names and kinds', () => {
    expect(everydayName('黔西南布依族苗族自治州', 2, '522300')).toBe('黔西南州')
    expect(everydayName('龙井村村民委员会', 5, '522301001200')).toBe('龙井村')
    expect(everydayName('新露社区居民委员会', 5, '522324003001')).toBe('新露社区')
    expect(kindOfDivision('兴义市', 3, '522301')).toBe('county_city')
    expect(kindOfDivision('普安县', 3, '522323')).toBe('county')
  })
})
