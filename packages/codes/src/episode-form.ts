import type { CodeList, CodeOf } from './code-list.ts'

/** 就业形式 of an employment episode; codes are this project's own. 7 counts for A and B only with evidence. */
export const EPISODE_FORM = [
  { code: '1', zh: '单位就业', en: 'Employer', aliases: ['单位', '企业', '企业就业', '工厂', '用人单位', '外出务工', '务工'] },
  { code: '2', zh: '灵活就业', en: 'Flexible', aliases: ['灵活', '零工', '打零工', '临时工', '散工', '短工'] },
  { code: '3', zh: '个体/创业', en: 'Self-employed', aliases: ['个体', '创业', '自主创业', '个体经营', '个体户', '经商'] },
  {
    code: '4', zh: '公益性岗位', en: 'Public-welfare post',
    aliases: ['公益岗', '公益岗位', '公岗', '生态护林员', '护林员', '保洁员'],
  },
  { code: '5', zh: '就业扶贫车间', en: 'Workshop', aliases: ['车间', '扶贫车间', '帮扶车间', '就业帮扶车间'] },
  { code: '6', zh: '合作社/基地', en: 'Co-operative or farm base', aliases: ['合作社', '基地', '种植基地', '产业基地'] },
  { code: '7', zh: '规模务农', en: 'Farming at scale', aliases: ['规模种植', '规模养殖', '种植大户', '养殖大户', '规模种养'] },
] as const satisfies CodeList

export type EpisodeForm = CodeOf<typeof EPISODE_FORM>
