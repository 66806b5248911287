import type { CodeList, CodeOf } from './code-list.ts'

/** 致贫原因 of the poverty register; up to three may hold. Codes are this project's own. */
export const POVERTY_CAUSE = [
  { code: '01', zh: '因病', en: 'Illness', aliases: ['因病致贫', '疾病'] },
  { code: '02', zh: '因残', en: 'Disability', aliases: ['因残致贫', '残疾'] },
  { code: '03', zh: '因学', en: 'Schooling', aliases: ['因学致贫'] },
  { code: '04', zh: '因灾', en: 'Disaster', aliases: ['因灾致贫'] },
  { code: '05', zh: '因婚', en: 'Marriage', aliases: ['因婚致贫'] },
  { code: '06', zh: '因丧', en: 'Bereavement', aliases: ['因丧致贫'] },
  { code: '07', zh: '缺土地', en: 'No land', aliases: ['缺地', '缺耕地'] },
  { code: '08', zh: '缺水', en: 'No water' },
  { code: '09', zh: '缺技术', en: 'No skill', aliases: ['缺技能'] },
  { code: '10', zh: '缺劳动力', en: 'No labour', aliases: ['缺劳力', '缺少劳动力'] },
  { code: '11', zh: '缺资金', en: 'No capital', aliases: ['缺钱', '缺少资金'] },
  { code: '12', zh: '交通落后', en: 'Remote', aliases: ['交通条件落后', '交通不便'] },
  { code: '13', zh: '自身发展动力不足', en: 'Lack of drive', aliases: ['发展动力不足', '自身发展力不足', '内生动力不足'] },
  { code: '14', zh: '其他', en: 'Other', aliases: ['其它'] },
] as const satisfies CodeList

export type PovertyCause = CodeOf<typeof POVERTY_CAUSE>
