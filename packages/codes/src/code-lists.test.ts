import { data as published } from 'gb3304'
import { describe, expect, it } from 'vitest'
import { ACTIVITY } from './activity.ts'
import { CARD_STATUS, CHECK_METHOD } from './card-status.ts'
import { CHANNEL } from './channel.ts'
import { findCode, findCodes, hasCode, labelOf } from './code-list.ts'
import type { CodeList } from './code-list.ts'
import { CONTRACT_KIND } from './contract-kind.ts'
import { EDUCATION, educationLevel } from './education.ts'
import { END_REASON } from './end-reason.ts'
import { EPISODE_FORM } from './episode-form.ts'
import { englishLabel, eraOn, inEra, label } from './era-label.ts'
import { ETHNIC, findEthnic } from './ethnic.ts'
import { EVIDENCE, gradeOf } from './evidence.ts'
import { GAIN_TYPE } from './gain-type.ts'
import { DISABILITY_CATEGORY, HEALTH, HEALTH_GB } from './health.ts'
import { HOUSEHOLD_ATTRIBUTE } from './household-attribute.ts'
import { HOUSEHOLD_TYPE, isPoor, readHouseholdType } from './household-type.ts'
import { IN_SCHOOL } from './in-school.ts'
import { INDUSTRY, SECTOR, sectorOf } from './industry.ts'
import { INTENT } from './intent.ts'
import { LABOUR_SKILL } from './labour-skill.ts'
import { MARITAL } from './marital.ts'
import { isOfficialOccupation, OCCUPATION, OCCUPATION_MAJOR } from './occupation.ts'
import { POLITICAL } from './political.ts'
import { POPULATION_CLASS } from './population-class.ts'
import { POVERTY_CAUSE } from './poverty-cause.ts'
import { PUBLIC_POST } from './public-post.ts'
import { isHead, isSpouse, RELATION, sexOfRelation } from './relation.ts'
import { SEX } from './sex.ts'
import { TRACK, trackOf } from './track.ts'
import { TRANSFER_STATUS } from './transfer-status.ts'
import { WORK_AREA, workAreaOf } from './work-area.ts'

const LISTS: Record<string, CodeList> = {
  ACTIVITY, CARD_STATUS, CHANNEL, CHECK_METHOD, CONTRACT_KIND, DISABILITY_CATEGORY, EDUCATION, END_REASON,
  EPISODE_FORM, ETHNIC, EVIDENCE, GAIN_TYPE, HEALTH, HEALTH_GB, HOUSEHOLD_ATTRIBUTE, HOUSEHOLD_TYPE, IN_SCHOOL,
  INDUSTRY, INTENT, LABOUR_SKILL, MARITAL, OCCUPATION, OCCUPATION_MAJOR, POLITICAL, POPULATION_CLASS,
  POVERTY_CAUSE, PUBLIC_POST, RELATION, SECTOR, SEX, TRACK, TRANSFER_STATUS, WORK_AREA,
}

describe.each(Object.entries(LISTS))('code list %s', (_, list) => {
  it('has unique codes and labels in two languages', () => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
    expect(new Set(list.map(({ zh }) => zh)).size).toBe(list.length)
    for (const entry of list) expect(entry.en, entry.code).toMatch(/^[A-Z1-9]/u)
  })

  it('gives every spelling to one entry only', () => {
    for (const entry of list) {
      for (const text of [entry.code, entry.zh, ...(entry.aliases ?? [])]) {
        expect(findCode(list, text), text).toBe(entry.code)
      }
    }
  })
})

describe('finding codes', () => {
  it('ignores width, spaces, case and a lost leading zero', () => {
    expect(findCode(SEX, '　男 ')).toBe('1')
    expect(findCode(SEX, 'ｍ')).toBe('1')
    expect(findCode(ETHNIC, '9')).toBe('09')
    expect(findCode(SEX, '男女')).toBeUndefined()
    expect(labelOf(SEX, '2', 'en')).toBe('Female')
    expect(labelOf(SEX, '7')).toBe('7')
    expect(hasCode(SEX, '3')).toBe(false)
  })

  it('3.3-13 reads several health conditions from one cell and keeps what nobody knows', () => {
    expect(findCodes(HEALTH, '残疾,长期慢性病')).toEqual({ codes: ['4', '2'], unknown: [] })
    expect(findCodes(HEALTH, '患有大病、残疾;腰痛')).toEqual({ codes: ['3', '4'], unknown: ['腰痛'] })
    expect(findCodes(HEALTH, '')).toEqual({ codes: [], unknown: [] })
  })
})

describe('ethnic (GB/T 3304-1991)', () => {
  it('agrees with the published list in digits, letters and names', () => {
    for (const group of published) {
      const entry = ETHNIC.find(({ code }) => code === group.digitalCode)
      expect([entry?.zh, entry?.letters], group.digitalCode).toEqual([group.name, group.code])
    }
    expect(ETHNIC.length).toBe(58)
  })

  it('3.3-7 reads every spelling of 布依 and the local groups', () => {
    for (const text of ['布依', '布依族', '布衣族', '布依(BY)', '布依族（BY）', '09', '9', 'by', '布依 族', '布依人']) {
      expect(findEthnic(text), text).toBe('09')
    }
    expect(findEthnic('汗族')).toBe('01')
    expect(findEthnic('穿青人')).toBe('97')
    expect(findEthnic('黎族')).toBe('19')
    expect(findEthnic('火星族')).toBeUndefined()
    expect(findEthnic('族')).toBeUndefined()
  })
})

describe('relation (GB/T 4761-2008)', () => {
  it('3.3-12 reads 之子 and its kin, and knows the sex a relation implies', () => {
    const spelt = { 之子: '20', 之女: '30', 之儿媳: '38', 之女婿: '28', 之孙子: '41', 之父: '51', 之母: '52', 户主: '02' }
    for (const [text, code] of Object.entries(spelt)) expect(findCode(RELATION, text), text).toBe(code)
    expect([sexOfRelation('20'), sexOfRelation('38'), sexOfRelation('10')]).toEqual(['1', '2', undefined])
    expect([isHead('01'), isHead('02'), isHead('10')]).toEqual([true, true, false])
    expect([isSpouse('12'), isSpouse('20')]).toEqual([true, false])
  })
})

describe('education and school', () => {
  it('reads the six words of field sheets and ranks them', () => {
    const words = {
      文盲或半文盲: 'none', 小学: 'primary', 初中: 'junior', 高中: 'senior', 中专: 'senior', 大专: 'college',
    } as const
    for (const [text, level] of Object.entries(words)) {
      const code = findCode(EDUCATION, text)
      expect(code && educationLevel(code), text).toBe(level)
    }
    expect(findCode(EDUCATION, '本科及以上')).toBe('20')
    expect(findCode(IN_SCHOOL, '高二')).toBe('22')
  })
})

describe('industry (GB/T 4754-2017)', () => {
  it('S1 derives three sectors, support services apart', () => {
    expect([sectorOf('A'), sectorOf('A01'), sectorOf('A05')]).toEqual(['1', '1', '3'])
    expect(['B', 'B11', 'C', 'C18', 'C43'].map(sectorOf)).toEqual(['2', '3', '2', '2', '3'])
    expect([sectorOf('D'), sectorOf('E'), sectorOf('F'), sectorOf('T')]).toEqual(['2', '2', '3', '3'])
    expect([sectorOf('U'), sectorOf(''), sectorOf('制造')]).toEqual([undefined, undefined, undefined])
  })
})

describe('occupation (classification of 2022)', () => {
  it('has official codes except for unskilled work, which has one of its own', () => {
    expect(OCCUPATION.filter(({ code }) => !isOfficialOccupation(code)).map(({ zh }) => zh)).toEqual(['普工'])
    expect(findCode(OCCUPATION, '打工')).toBe('6-99')
    expect(findCode(OCCUPATION, '平车')).toBe('6-05-01-03')
  })
})

describe('work area and track', () => {
  it('S1 derives both from place and registration, and says so when the place is too coarse', () => {
    const home = '522301102003'
    const places = ['330282', '440000', '520100', '522323', '522301', '522301102', '522301101', '520000']
    expect(places.map((place) => workAreaOf(place, home))).toEqual(['04', '04', '03', '03', undefined, '01', '02', undefined])
    expect(['330200', '522301', '520100', '520000'].map((place) => trackOf(place, '5223')))
      .toEqual(['1', '2', '1', undefined])
  })
})

describe('household type', () => {
  it('splits a mixed column into type, attribute, year and resettlement', () => {
    expect(readHouseholdType('2019年脱贫户、低保户')).toEqual({
      type: '02', attribute: '2', outOfPovertyYear: 2019, unknown: [],
    })
    expect(readHouseholdType('贫困户(易地搬迁)')).toEqual({ type: '01', resettled: true, unknown: [] })
    expect(readHouseholdType('2018脱贫')).toEqual({ type: '02', outOfPovertyYear: 2018, unknown: [] })
    expect(readHouseholdType('大户')).toEqual({ unknown: ['大户'] })
    expect(HOUSEHOLD_TYPE.map(({ code }) => code).filter(isPoor)).toEqual(['01', '02', '03'])
  })
})

describe('evidence', () => {
  it('grades a contract above a telephone call', () => {
    expect([gradeOf('contract'), gradeOf('employer'), gradeOf('village')]).toEqual(['a', 'b', 'c'])
  })
})

describe('labels by era', () => {
  it('names the same fact by the words of its time', () => {
    expect([eraOn('2020-12-31'), eraOn('2021-01-01'), eraOn('2024-05-01')]).toEqual(['2020', '2021', '2023'])
    expect(label('poor_household', '2020')).toBe('贫困户')
    expect(label('poor_household', '2023')).toBe('脱贫户')
    expect((['2020', '2021', '2023'] as const).map((era) => label('poverty_office', era)))
      .toEqual(['扶贫办', '乡村振兴局', '农业农村局'])
    expect([inEra('{era.poor}户{count}', '2020'), inEra('{era.poor}户{count}', '2023')]).toEqual(['贫困户{count}', '脱贫（监测）户{count}'])
    expect(() => inEra('{era.rich}户', '2023')).toThrow('No term rich')
    expect(englishLabel('workshop')).toBe('employment workshop')
  })
})
