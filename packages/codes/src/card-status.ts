import type { CodeList, CodeOf } from './code-list.ts'

/**
 * Status of a labourer in the monthly card check (S79); codes are this project's own. 1x needs an open
 * episode.
 */
export const CARD_STATUS = [
  { code: '11', zh: '省外就业', en: 'Employed in another province', aliases: ['省外'] },
  { code: '12', zh: '省内县外就业', en: 'Employed elsewhere in the province', aliases: ['省内县外'] },
  { code: '13', zh: '县内乡外就业', en: 'Employed elsewhere in the county', aliases: ['县内乡外'] },
  { code: '14', zh: '乡内就业', en: 'Employed in the township', aliases: ['乡内'] },
  { code: '20', zh: '求职中', en: 'Looking for work', aliases: ['求职', '找工作', '待业'] },
  { code: '30', zh: '无就业意愿', en: 'Not willing', aliases: ['无意愿'] },
  { code: '40', zh: '暂不能就业', en: 'Temporarily unable', aliases: ['暂不能'] },
  { code: '50', zh: '非劳动力', en: 'Not a labourer' },
  { code: '60', zh: '退出', en: 'Left the base' },
  { code: '90', zh: '未联系上', en: 'Not reached', aliases: ['失联', '联系不上'] },
] as const satisfies CodeList

export type CardStatus = CodeOf<typeof CARD_STATUS>

/** Ways a check was made; a home visit needs time and place (S82). */
export const CHECK_METHOD = [
  { code: 'visit', zh: '入户', en: 'Home visit', aliases: ['入户走访', '上门', '走访'] },
  { code: 'video', zh: '视频', en: 'Video call', aliases: ['视频通话', '微信视频'] },
  { code: 'phone', zh: '电话', en: 'Telephone', aliases: ['电话核实', '打电话', '微信'] },
  { code: 'proxy', zh: '企业或协作站代核', en: 'By employer or station', aliases: ['代核', '企业代核', '协作站代核', '企业核实'] },
] as const satisfies CodeList

export type CheckMethod = CodeOf<typeof CHECK_METHOD>
