import { describe, expect, it } from 'vitest'
import { isKnownTitle, matchHeader, normaliseHeader } from './match-header.ts'
import { isRosterFieldKey, ROSTER_FIELDS, rosterField } from './roster-fields.ts'

const best = (...path: string[]) => matchHeader(path)[0]

describe('the standard roster', () => {
  it('has every key once, titles in both languages and a name and an ID as required columns', () => {
    const keys = ROSTER_FIELDS.map((field) => field.key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const field of ROSTER_FIELDS) expect(field.zh && field.en, field.key).toBeTruthy()
    expect(ROSTER_FIELDS.filter((field) => field.required).map((field) => field.key)).toEqual(['name', 'idNo'])
    expect(isRosterFieldKey('idNo')).toBe(true)
    expect(isRosterFieldKey('shoeSize')).toBe(false)
    expect(rosterField('wage').zh).toBe('月收入')
  })

  it('gives no synonym to two fields', () => {
    const owner = new Map<string, string>()
    for (const field of ROSTER_FIELDS) {
      for (const synonym of new Set([field.zh, ...field.synonyms].map((title) =>
        title.includes('/') ? title : normaliseHeader(title)))) {
        expect(owner.get(synonym) ?? field.key, synonym).toBe(field.key)
        owner.set(synonym, field.key)
      }
    }
  })
})

describe('matching a header', () => {
  it('knows every standard title and every synonym for sure', () => {
    for (const field of ROSTER_FIELDS) {
      for (const title of [field.zh, ...field.synonyms.filter((synonym) => !synonym.includes('/'))]) {
        const found = best(title)
        expect(found?.field, title).toBe(field.key)
        expect(found?.confidence, title).toBeGreaterThanOrEqual(0.9)
      }
    }
  })

  it('ignores stars, spaces, full-width brackets, units and line breaks', () => {
    expect(best('* 证 件\n号　码：')?.field).toBe('idNo')
    expect(best('务工时间（月）')?.field).toBe('months')
    expect(best('月收入(元/月)')?.field).toBe('wage')
    expect(best('是否低保（是/否）')?.field).toBe('dibao')
    expect(isKnownTitle('姓  名')).toBe(true)
    expect(isKnownTitle('张三')).toBe(false)
  })

  it('reads the upper title where the lower one alone says too little', () => {
    expect(best('户主信息', '姓名')?.field).toBe('headName')
    expect(best('家庭成员信息', '姓名')?.field).toBe('name')
    expect(best('合同情况', '起始时间')?.field).toBe('contractFrom')
    expect(best('务工信息', '起始时间')?.field).toBe('workFrom')
    expect(best('户籍地', '乡镇')?.field).toBe('township')
    expect(best('包保干部', '姓名')?.field).toBe('contactName')
  })

  it('takes 户籍地址 for the village, and for the registration when another column names the village', () => {
    expect(matchHeader(['户籍地址']).map(({ field }) => field)).toEqual(['village', 'registerDivision'])
    expect(best('户籍所在地')?.field).toBe('registerDivision')
    expect(best('户口所在地（省市县）')?.field).toBe('registerDivision')
    expect(best('户籍地', '村')?.field).toBe('village')
  })

  it('offers a resemblance with less confidence', () => {
    const found = best('现务工企业名称全称')
    expect(found?.field).toBe('employer')
    expect(found?.confidence).toBeLessThan(0.9)
    expect(found?.confidence).toBeGreaterThan(0.6)
  })

  it("never takes the cadre's or the head's column for the worker's", () => {
    expect(best('帮扶干部联系电话')?.field).not.toBe('phone')
    expect(best('户主身份证号码')).toBeUndefined()
    expect(best('企业负责人联系电话')).toBeUndefined()
    expect(best('户主信息', '身份证号')?.confidence).toBeLessThan(0.6)
  })

  it('leaves an unknown title open', () => {
    expect(matchHeader(['是否加入微信群'])).toEqual([])
    expect(matchHeader([''])).toEqual([])
    expect(matchHeader([])).toEqual([])
  })
})
