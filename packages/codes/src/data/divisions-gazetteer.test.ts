import { describe, expect, it } from 'vitest'
import { createGazetteer } from './divisions-gazetteer.ts'
import type { PlaceNote, PlaceText } from './divisions-gazetteer.ts'
import { groupName } from './divisions-group.ts'
import { everydayName, stemOfVillage } from './divisions-names.ts'
import { REPORTING_UNITS, unitOfTownship, YILONG } from './divisions-units.ts'
import { DIVISIONS, isInForce } from './divisions.ts'
import type { Division } from './divisions.ts'

const today = '2026-11-24'
const gazetteer = createGazetteer(DIVISIONS, REPORTING_UNITS, today)
const villages = DIVISIONS.filter((division) => division.level === 5 && isInForce(division, today))
const nameOf = new Map(DIVISIONS.map((division) => [division.code, division.name]))
const place = (text: string): PlaceText => {
  const [county = '', township = '', village = '', group = ''] = text.split('|')
  return { county, township, village, group }
}

describe('resolving what rosters write as a place', () => {
  it('V24 finds every village by its everyday name under its county and township', () => {
    const missed = villages.filter((village) => {
      const found = gazetteer.resolve({
        county: nameOf.get(village.code.slice(0, 6)) ?? '',
        township: nameOf.get(village.code.slice(0, 9)) ?? '',
        village: everydayName(village.name, 5, village.code),
      })
      return found.status !== 'found' || found.village !== village.code || found.notes.length > 0
    })
    expect(missed).toEqual([])
  })

  it('finds every village by a bare name, or says that 村 and 社区 of that name both stand there', () => {
    const answers = villages.map((village) => {
      const township = nameOf.get(village.code.slice(0, 9)) ?? ''
      const found = gazetteer.resolve({ township, village: stemOfVillage(village.name).stem })
      if (found.status === 'found') return found.village === village.code ? 'found' : `wrong ${village.code}`
      return found.status === 'ambiguous' && found.candidates.includes(village.code) ? 'ambiguous' : 'missing'
    })
    expect(new Set(answers)).toEqual(new Set(['found', 'ambiguous']))
    expect(answers.filter((answer) => answer === 'ambiguous')).toHaveLength(14)
  })

  it('finds every village of 义龙新区 when 义龙 is written as the county', () => {
    const units = villages.filter((village) => unitOfTownship(village.code)?.code === YILONG)
    for (const village of units) {
      const township = nameOf.get(village.code.slice(0, 9)) ?? ''
      const found = gazetteer.resolve({ county: '义龙新区', township, village: village.name })
      expect(found).toEqual({ status: 'found', village: village.code, group: null, notes: ['unit_as_county'] })
    }
  })

  it.each<[string, string, string | null, PlaceNote[]]>([
    ['晴隆县|三宝彝族乡|三宝村|白鸡组', '522324003211', '白鸡组', ['former_division']],
    ['晴隆县|三宝街道|三宝村|', '522324003211', null, []],
    ['晴隆|三宝|大坪|1', '522324003212', '1组', []],
    ['兴仁县|雨樟镇|雨樟村|', '522302104200', null, ['former_division']],
    ['贵州省黔西南州兴义市|郑屯镇|民族村委会|第三村民小组', '522301112204', '3组', []],
    ['||兴义市郑屯镇民族村三组12号|', '522301112204', '三组', ['address']],
    ['兴义市|郑屯镇|郑屯镇民族村|五组', '522301112204', '5组', ['address']],
    ['兴义市|郑屯镇|522301112204|', '522301112204', null, ['code_as_name']],
    ['兴义市|龙广镇|小场坝村|', '522328101203', null, ['county_differs']],
    ['义龙|义龙新区|小场坝村|', '522328101203', null, ['unit_as_county']],
    [' 册 亨 县 |丫他|丫他 社区|', '522327103001', null, []],
    ['522327|522327103|丫他村|', '522327103200', null, []],
  ])('reads %s', (text, village, group, notes) => {
    const expected = nameOf.get(village)
    expect(expected, 'the code of the example exists').toBeDefined()
    const found = gazetteer.resolve(place(text))
    expect(found).toEqual({ status: 'found', village, group: groupName(group ?? ''), notes })
  })

  it('takes 社区 for 村 when only the other stands there, and says so', () => {
    const found = gazetteer.resolve(place('兴义市|郑屯镇|民族社区|'))
    expect(found).toMatchObject({ status: 'found', village: '522301112204', notes: ['kind_differs'] })
  })

  it.each([
    ['册亨县|丫他镇|丫他|', ['522327103001', '522327103200']],
    ['||团结村|', 5],
  ])('never chooses between several: %s', (text, candidates) => {
    const found = gazetteer.resolve(place(text))
    expect(found.status).toBe('ambiguous')
    const codes = found.status === 'ambiguous' ? found.candidates : []
    expect(typeof candidates === 'number' ? codes.length : codes).toEqual(candidates)
  })

  it.each([
    ['六枝特区|||', 'county', []],
    ['兴义市|郑囤镇|民族村|', 'township', ['522301112']],
    ['兴义市|郑屯镇|民主族村|', 'village', ['522301112204']],
    ['兴义市|郑屯镇||', 'village', []],
    ['||522399001001|', 'village', []],
  ])('only suggests for a near miss: %s', (text, level, suggestions) => {
    expect(gazetteer.resolve(place(text))).toMatchObject({ status: 'missing', level, suggestions })
  })

  it('V24 follows a merged village to its successor and a renamed one to its code', () => {
    const village = (code: string, name: string, rest: Partial<Division>): Division => ({
      code, name, level: 5, parent: '522301112', validFrom: '2000-01-01', validTo: null, successor: null, ...rest,
    })
    const edited = createGazetteer(
      [
        ...DIVISIONS,
        village('522301112290', '老屋村', { validTo: '2025-12-31', successor: '522301112204' }),
        village('522301112291', '旧名村', { validTo: '2025-12-31' }),
        village('522301112291', '新名村', { validFrom: '2026-01-01' }),
        village('522301112001', '旧名社区', {}),
      ],
      REPORTING_UNITS,
      today,
    )
    const found = (name: string) => edited.resolve({ township: '郑屯镇', village: name })
    expect(found('老屋村')).toMatchObject({ village: '522301112204', notes: ['former_division'] })
    expect(found('旧名村')).toMatchObject({ village: '522301112291', notes: ['former_division'] })
    expect(found('新名村')).toMatchObject({ village: '522301112291', notes: [] })
    expect(found('522301112290')).toMatchObject({ village: '522301112204' })
  })
})

describe('group names', () => {
  it.each([
    ['一组', '1组'], ['第1组', '1组'], ['01组', '1组'], ['第一村民小组', '1组'], ['十二组', '12组'],
    ['二十组', '20组'], ['二十一社', '21组'], ['3', '3组'], [' 3 组', '3组'], ['白鸡组', '白鸡组'],
    ['上寨', '上寨'], ['', null], ['/', null],
  ])('writes %s as %s', (text, name) => {
    expect(groupName(text)).toBe(name)
  })
})

describe('reporting units', () => {
  it('are nine, and with eight counties both cover every village exactly once', () => {
    expect(REPORTING_UNITS).toHaveLength(9)
    const per = new Map<string, number>()
    for (const { code } of villages) {
      const unit = unitOfTownship(code)?.code ?? 'none'
      per.set(unit, (per.get(unit) ?? 0) + 1)
    }
    expect([...per.keys()].sort()).toEqual(REPORTING_UNITS.map((unit) => unit.code).sort())
    expect([...per.values()].reduce((sum, count) => sum + count, 0)).toBe(1294)
  })

  it('list only townships that exist', () => {
    const listed = REPORTING_UNITS.flatMap((unit) => unit.townships)
    expect(listed.map((code) => nameOf.get(code))).toEqual([
      '顶效街道', '木陇街道', '郑屯镇', '万屯镇', '鲁屯镇', '雨樟镇', '龙广镇', '德卧镇', '木咱镇', '新桥镇',
    ])
  })
})
