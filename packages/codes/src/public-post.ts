import type { CodeList, CodeOf } from './code-list.ts'

/** Types of public-welfare posts (公益性岗位类型); codes are this project's own. */
export const PUBLIC_POST = [
  { code: '01', zh: '生态护林员', en: 'Forest ranger', aliases: ['护林员', '护林'] },
  { code: '02', zh: '保洁', en: 'Cleaning', aliases: ['保洁员', '环卫', '清洁员'] },
  { code: '03', zh: '护路', en: 'Road keeping', aliases: ['护路员', '养路员', '公路养护'] },
  { code: '04', zh: '护河/水利', en: 'River and water works', aliases: ['护河', '河道管理员', '水利', '护河员', '管水员'] },
  { code: '05', zh: '治安协管', en: 'Public order', aliases: ['治安员', '治安巡逻', '综治'] },
  { code: '06', zh: '就业/劳务协管', en: 'Employment assistance', aliases: ['劳务协管', '就业协管', '协管员', '劳务信息员'] },
  { code: '07', zh: '养老护理', en: 'Elderly care', aliases: ['护理员', '养老'] },
  { code: '08', zh: '楼栋长', en: 'Building steward', aliases: ['楼长'] },
  { code: '09', zh: '公共卫生/防疫', en: 'Public health', aliases: ['防疫', '公共卫生', '防疫员'] },
  { code: '99', zh: '其他', en: 'Other', aliases: ['其它'] },
] as const satisfies CodeList

export type PublicPost = CodeOf<typeof PUBLIC_POST>
