import type { CodeList, CodeOf } from './code-list.ts'

/**
 * Health as field sheets state it: several may hold at once, so a person has a set of these
 * (`findCodes(HEALTH, '残疾,长期慢性病')`). The codes are this project's own.
 */
export const HEALTH = [
  { code: '1', zh: '健康', en: 'Healthy', aliases: ['健康或良好', '良好', '好', '正常', '身体健康'] },
  { code: '2', zh: '长期慢性病', en: 'Chronic illness', aliases: ['慢性病', '有慢性病', '患有长期慢性病', '长期慢病'] },
  { code: '3', zh: '患有大病', en: 'Serious illness', aliases: ['大病', '重病', '患大病', '重大疾病'] },
  { code: '4', zh: '残疾', en: 'Disabled', aliases: ['残废', '残疾人', '有残疾', '肢体残疾', '智力残疾', '精神残疾'] },
] as const satisfies CodeList

export type Health = CodeOf<typeof HEALTH>

/** GB/T 2261.3-2003 codes of health condition, the single-valued form exchanged with other systems. */
export const HEALTH_GB = [
  { code: '1', zh: '健康或良好', en: 'Healthy or good' },
  { code: '2', zh: '一般或较弱', en: 'Fair or weak' },
  { code: '3', zh: '有慢性病', en: 'Chronic illness' },
  { code: '6', zh: '残疾', en: 'Disabled' },
] as const satisfies CodeList

/** Categories of the disability certificate (GB/T 26341-2010), digit 19 of its number. */
export const DISABILITY_CATEGORY = [
  { code: '1', zh: '视力', en: 'Visual', aliases: ['视力残疾'] },
  { code: '2', zh: '听力', en: 'Hearing', aliases: ['听力残疾'] },
  { code: '3', zh: '言语', en: 'Speech', aliases: ['言语残疾', '语言残疾', '语言'] },
  { code: '4', zh: '肢体', en: 'Physical', aliases: ['肢体残疾'] },
  { code: '5', zh: '智力', en: 'Intellectual', aliases: ['智力残疾'] },
  { code: '6', zh: '精神', en: 'Mental', aliases: ['精神残疾'] },
  { code: '7', zh: '多重', en: 'Multiple', aliases: ['多重残疾'] },
] as const satisfies CodeList

/** Grades of the disability certificate (GB/T 26341-2010), digit 20 of its number: 1 is the most severe. */
export const DISABILITY_GRADE = [
  { code: '1', zh: '一级', en: 'Grade 1' },
  { code: '2', zh: '二级', en: 'Grade 2' },
  { code: '3', zh: '三级', en: 'Grade 3' },
  { code: '4', zh: '四级', en: 'Grade 4' },
] as const satisfies CodeList
