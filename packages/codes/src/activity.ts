import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 2261.4-2003 codes of personal activity status. */
export const ACTIVITY = [
  { code: '11', zh: '国家公务员', en: 'Civil servant', aliases: ['公务员'] },
  { code: '13', zh: '专业技术人员', en: 'Professional' },
  { code: '17', zh: '职员', en: 'Clerk' },
  { code: '21', zh: '企业管理人员', en: 'Enterprise manager' },
  { code: '24', zh: '工人', en: 'Worker' },
  { code: '27', zh: '农民', en: 'Farmer' },
  { code: '31', zh: '学生', en: 'Student', aliases: ['在校生', '在读'] },
  { code: '37', zh: '现役军人', en: 'Soldier', aliases: ['参军', '当兵', '军人', '服役'] },
  { code: '51', zh: '自由职业者', en: 'Freelance' },
  { code: '54', zh: '个体经营者', en: 'Self-employed', aliases: ['个体户', '个体工商户'] },
  { code: '70', zh: '无业人员', en: 'Without work', aliases: ['无业'] },
  { code: '80', zh: '退(离)休人员', en: 'Retired', aliases: ['退休', '离休', '离退休', '退休人员'] },
  { code: '90', zh: '其他', en: 'Other' },
] as const satisfies CodeList

export type Activity = CodeOf<typeof ACTIVITY>
