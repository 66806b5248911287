import type { CodeList, CodeOf } from './code-list.ts'

/** 劳动技能 of the poverty registration sheets (V08). Labels are the source's, codes this project's own. */
export const LABOUR_SKILL = [
  {
    code: '1', zh: '普通劳动力', en: 'Ordinary labourer',
    aliases: ['普通劳动', '普通', '普劳', '劳动力', '有劳动力', '有', '正常劳动力'],
  },
  { code: '2', zh: '技能劳动力', en: 'Skilled labourer', aliases: ['技能', '技术劳动力'] },
  {
    code: '3', zh: '弱劳动力或半劳动力', en: 'Weak or partial labourer',
    aliases: ['弱劳动力', '半劳动力', '弱劳力', '半劳力', '弱(半)劳动力', '弱/半劳动力', '部分丧失劳动力'],
  },
  { code: '4', zh: '丧失劳动力', en: 'Lost ability to work', aliases: ['丧失', '丧失劳动能力', '丧劳'] },
  { code: '5', zh: '无劳动力', en: 'No labour', aliases: ['无', '无劳力', '无劳动能力', '没有劳动力', '非劳动力'] },
] as const satisfies CodeList

export type LabourSkill = CodeOf<typeof LABOUR_SKILL>
