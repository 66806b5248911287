import type { CodeList, CodeOf } from './code-list.ts'

/** 人口资源分类 of the provincial human-resources system. */
export const POPULATION_CLASS = [
  { code: '01', zh: '未满16', en: 'Under 16', aliases: ['未满16周岁', '未满16岁', '16岁以下', '不满16周岁'] },
  { code: '02', zh: '年满16在校', en: '16 or over, at school', aliases: ['年满16周岁在校', '在校', '在校学生', '在校生', '学生'] },
  { code: '03', zh: '适龄劳动', en: 'Of working age', aliases: ['适龄劳动力', '适龄', '劳动力', '劳动年龄内'] },
  { code: '04', zh: '判刑劳改', en: 'In custody', aliases: ['服刑', '服刑人员', '劳改', '判刑', '强戒'] },
  { code: '05', zh: '现役军人', en: 'Soldier', aliases: ['服兵役', '参军', '军人', '当兵'] },
  { code: '06', zh: '出国定居', en: 'Settled abroad', aliases: ['定居国外'] },
  { code: '07', zh: '退休或农村老人', en: 'Retired or rural elder', aliases: ['退休', '老人', '农村老人', '60岁以上'] },
  { code: '08', zh: '丧失劳动力', en: 'Lost ability to work', aliases: ['丧失', '丧失劳动能力'] },
  { code: '09', zh: '死亡', en: 'Deceased', aliases: ['已死亡', '去世', '已故', '亡故'] },
  { code: '10', zh: '失踪', en: 'Missing', aliases: ['失联', '走失', '失踪人员'] },
] as const satisfies CodeList

export type PopulationClass = CodeOf<typeof POPULATION_CLASS>
