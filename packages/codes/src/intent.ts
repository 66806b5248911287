import type { CodeList, CodeOf } from './code-list.ts'

/** 就业意愿 of a person, valid for 90 days after it was stated; codes are this project's own. */
export const INTENT = [
  { code: '1', zh: '外出就业', en: 'Work away', aliases: ['外出', '外出务工', '省外', '省外务工', '想外出'] },
  { code: '2', zh: '就近就业', en: 'Work nearby', aliases: ['就近', '本地', '县内', '就近务工', '附近'] },
  { code: '3', zh: '创业', en: 'Start a business', aliases: ['自主创业', '想创业'] },
  { code: '4', zh: '参加培训', en: 'Train', aliases: ['培训', '想培训'] },
  { code: '5', zh: '公益性岗位', en: 'Public-welfare post', aliases: ['公益岗', '公益岗位'] },
  { code: '8', zh: '不限', en: 'Any', aliases: ['都可以', '都行', '随便', '均可'] },
  { code: '9', zh: '无就业意愿', en: 'None', aliases: ['无', '无意愿', '不想就业', '没有', '不愿意'] },
] as const satisfies CodeList

export type Intent = CodeOf<typeof INTENT>
