import type { CodeList, CodeOf } from './code-list.ts'

/** 就业渠道: how a job was found (provincial human-resources system; the source list has no 4). */
export const CHANNEL = [
  { code: '1', zh: '政府组织', en: 'Organised by government', aliases: ['政府', '有组织', '政府组织输出', '有组织输出', '组织输出'] },
  {
    code: '2', zh: '自发', en: 'On their own',
    aliases: ['自发外出', '自主', '自找', '自己找', '自谋', '亲友介绍', '亲戚介绍', '朋友介绍', '自主外出', '老乡介绍'],
  },
  { code: '3', zh: '企业组织', en: 'Organised by an enterprise', aliases: ['企业招聘', '企业', '企业招工', '企业直招'] },
  { code: '5', zh: '就业扶贫车间', en: 'Employment workshop', aliases: ['扶贫车间', '帮扶车间', '就业帮扶车间', '车间'] },
  { code: '6', zh: '农村劳务', en: 'Village labour body', aliases: ['劳务合作社', '劳务公司', '劳务经纪人', '劳务组织'] },
  { code: '7', zh: '其他', en: 'Other', aliases: ['其它'] },
] as const satisfies CodeList

export type Channel = CodeOf<typeof CHANNEL>
