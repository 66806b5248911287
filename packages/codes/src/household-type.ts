import { compactText } from '@anye/kernel/text'
import { findCode } from './code-list.ts'
import type { CodeList, CodeOf } from './code-list.ts'
import { HOUSEHOLD_ATTRIBUTE } from './household-attribute.ts'
import type { HouseholdAttribute } from './household-attribute.ts'

/** Household type against the poverty register; codes are this project's own. */
export const HOUSEHOLD_TYPE = [
  {
    code: '01', zh: '建档立卡未脱贫户', en: 'Registered poor, not yet out',
    aliases: ['建档立卡未脱贫', '未脱贫', '未脱贫户', '贫困户', '建档立卡户', '建档立卡贫困户', '建档立卡', '建卡户', '精准扶贫户'],
  },
  {
    code: '02', zh: '脱贫户', en: 'Out of poverty',
    aliases: ['已脱贫', '已脱贫户', '脱贫', '稳定脱贫户', '建档立卡已脱贫', '建档立卡脱贫户'],
  },
  {
    code: '03', zh: '脱贫监测户', en: 'Out of poverty, unstable',
    aliases: ['脱贫不稳定户', '脱贫不稳定', '脱贫监测', '监测户', '脱贫不稳户'],
  },
  { code: '04', zh: '边缘户', en: 'Edge household', aliases: ['边缘易致贫户', '边缘易致贫', '边缘'] },
  { code: '05', zh: '突发严重困难户', en: 'Sudden hardship', aliases: ['突发严重困难', '严重困难户', '突发困难户'] },
  { code: '06', zh: '一般农户', en: 'Ordinary rural', aliases: ['一般户', '非贫困户', '农户', '普通农户', '非贫户'] },
  { code: '07', zh: '城镇户', en: 'Urban', aliases: ['城镇', '居民户', '非农户', '城镇居民'] },
] as const satisfies CodeList

export type HouseholdType = CodeOf<typeof HOUSEHOLD_TYPE>

/**
 * True for types whose labour households form the base of indicator A (S21); edge households are served first
 * too.
 */
export function isPoor(type: HouseholdType): boolean {
  return type === '01' || type === '02' || type === '03'
}

/** What a mixed household-type cell says; parts it does not mention are undefined. */
export interface HouseholdTypeReading {
  type?: HouseholdType
  attribute?: HouseholdAttribute
  /** Year of leaving poverty, when written beside the type. */
  outOfPovertyYear?: number
  resettled?: boolean
  unknown: string[]
}

/**
 * Splits a column where 贫困户, 2019脱贫, 低保户 and 易地搬迁户 are mixed (DOMAIN §3.2 household.type) into
 * type, attribute, year and resettlement.
 */
export function readHouseholdType(text: string): HouseholdTypeReading {
  const reading: HouseholdTypeReading = { unknown: [] }
  for (const part of text.split(/[,，、;；/／+\s()（）]+/u).map(compactText).filter(Boolean)) {
    const year = /^(20[12]\d)年?(?=.*脱贫)/u.exec(part)
    const word = year ? part.slice(year[0].length).replace(/^度/u, '') : part
    if (year) reading.outOfPovertyYear = Number(year[1])
    const type = findCode(HOUSEHOLD_TYPE, word)
    const attribute = findCode(HOUSEHOLD_ATTRIBUTE, word)
    if (type) reading.type = type
    else if (attribute) reading.attribute = attribute
    else if (/(搬迁|新市民|移民)/u.test(word)) reading.resettled = true
    else reading.unknown.push(part)
  }
  return reading
}
