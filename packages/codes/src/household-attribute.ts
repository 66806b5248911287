import type { CodeList, CodeOf } from './code-list.ts'

/** 户属性 of the poverty registration sheets; codes are this project's own. */
export const HOUSEHOLD_ATTRIBUTE = [
  { code: '1', zh: '一般', en: 'Ordinary', aliases: ['一般贫困户', '一般脱贫户'] },
  {
    code: '2', zh: '低保', en: 'Minimum living allowance',
    aliases: ['低保户', '农村低保', '低保贫困户', '低保脱贫户', '城市低保', '农村低保户'],
  },
  {
    code: '3', zh: '特困供养', en: 'Destitute, supported',
    aliases: ['特困', '特困户', '五保', '五保户', '特困供养户', '特困供养脱贫户', '五保贫困户'],
  },
] as const satisfies CodeList

export type HouseholdAttribute = CodeOf<typeof HOUSEHOLD_ATTRIBUTE>
