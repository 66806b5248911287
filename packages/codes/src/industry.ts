import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 4754-2017 sections of industry. */
export const INDUSTRY = [
  {
    code: 'A', zh: '农、林、牧、渔业', en: 'Agriculture, forestry, fishing',
    aliases: ['农林牧渔', '农林牧渔业', '农业', '种植业', '养殖业', '林业', '种养殖'],
  },
  { code: 'B', zh: '采矿业', en: 'Mining', aliases: ['采矿', '煤矿', '矿业'] },
  {
    code: 'C', zh: '制造业', en: 'Manufacturing',
    aliases: [
      '制造', '加工', '加工业', '工厂', '服装', '服装厂', '制衣', '鞋厂', '鞋业', '电子', '电子厂', '五金', '玩具', '家具', '建材', '食品加工',
      '化工',
    ],
  },
  { code: 'D', zh: '电力、热力、燃气及水生产和供应业', en: 'Electricity, gas and water', aliases: ['电热气水', '电力', '供水'] },
  { code: 'E', zh: '建筑业', en: 'Construction', aliases: ['建筑', '工地', '建筑工地', '装修', '装饰', '房屋建筑', '修路'] },
  {
    code: 'F', zh: '批发和零售业', en: 'Wholesale and retail',
    aliases: ['批发零售', '批发零售业', '零售', '超市', '商店', '小卖部', '销售', '经商'],
  },
  {
    code: 'G', zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post',
    aliases: ['交通仓储邮政', '交通运输', '运输', '物流', '快递', '仓储', '跑车'],
  },
  {
    code: 'H', zh: '住宿和餐饮业', en: 'Hotels and catering',
    aliases: ['住宿餐饮', '餐饮', '酒店', '饭店', '餐馆', '宾馆', '餐饮业'],
  },
  { code: 'I', zh: '信息传输、软件和信息技术服务业', en: 'Information and software', aliases: ['信息软件', '信息技术', '互联网'] },
  { code: 'J', zh: '金融业', en: 'Finance', aliases: ['金融', '银行', '保险'] },
  { code: 'K', zh: '房地产业', en: 'Real estate', aliases: ['房地产', '物业', '物业管理'] },
  {
    code: 'L', zh: '租赁和商务服务业', en: 'Leasing and business services',
    aliases: ['租赁商务', '劳务派遣', '保安服务', '商务服务'],
  },
  { code: 'M', zh: '科学研究和技术服务业', en: 'Research and technical services', aliases: ['科研技术'] },
  {
    code: 'N', zh: '水利、环境和公共设施管理业', en: 'Water, environment and public facilities',
    aliases: ['水利环境公共设施', '环卫', '保洁', '护林'],
  },
  {
    code: 'O', zh: '居民服务、修理和其他服务业', en: 'Household services and repair',
    aliases: ['居民服务修理', '居民服务', '家政', '家政服务', '修理', '理发', '汽修', '服务业'],
  },
  { code: 'P', zh: '教育', en: 'Education', aliases: ['学校', '幼教'] },
  { code: 'Q', zh: '卫生和社会工作', en: 'Health and social work', aliases: ['卫生社会工作', '医院', '卫生', '养老'] },
  { code: 'R', zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment', aliases: ['文体娱乐', '娱乐'] },
  { code: 'S', zh: '公共管理、社会保障和社会组织', en: 'Public administration', aliases: ['公共管理', '政府', '村委会', '机关'] },
  { code: 'T', zh: '国际组织', en: 'International organisations' },
] as const satisfies CodeList

export type Industry = CodeOf<typeof INDUSTRY>

/** The three sectors of the economy: 1 primary, 2 secondary, 3 tertiary. */
export type Sector = '1' | '2' | '3'

export const SECTOR = [
  { code: '1', zh: '第一产业', en: 'Primary sector', aliases: ['一产'] },
  { code: '2', zh: '第二产业', en: 'Secondary sector', aliases: ['二产'] },
  { code: '3', zh: '第三产业', en: 'Tertiary sector', aliases: ['三产'] },
] as const satisfies CodeList

// Support services the NBS sector rules (国统设管函〔2018〕74号) move to the tertiary sector.
const SERVICES = new Set(['A05', 'B11', 'C43'])

/**
 * Sector of a section (`C`) or division (`C43`) of GB/T 4754-2017. 一产 = A less 05; 二产 = B less 11, C less 43,
 * D, E; 三产 = the rest. Undefined for anything that is no such code.
 */
export function sectorOf(industry: string): Sector | undefined {
  if (!/^[A-T](\d{2,4})?$/u.test(industry)) return undefined
  if (SERVICES.has(industry.slice(0, 3))) return '3'
  const section = industry.charAt(0)
  if (section === 'A') return '1'
  return section <= 'E' ? '2' : '3'
}
