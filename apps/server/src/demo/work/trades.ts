import { choiceOf } from '../draws.ts'

/** A branch of work: industry of GB/T 4754 as sheets write it, occupations, national mean wage of 2020. */
export type Trade = {
  key: string
  industry: string
  /** Yuan a month (NBS migrant report 2020; services assumed). */
  wage: number
  men: readonly (readonly [string, number])[]
  women: readonly (readonly [string, number])[]
  /** Words an employer's name is made with. */
  words: readonly string[]
  form: '单位就业' | '灵活就业' | '个体/创业' | '合作社/基地'
}

const factory = (key: string, men: Trade['men'], women: Trade['women'], words: readonly string[]): Trade =>
  ({ key, industry: '制造业', wage: 4_096, men, women, words, form: '单位就业' })

export const TRADES = {
  garment: factory('garment', [['缝纫工', 5], ['裁剪工', 4], ['普工', 3]], [['缝纫工', 8], ['普工', 2]],
  ['服饰', '针织', '制衣']),
  shoes: factory('shoes', [['制鞋工', 7], ['普工', 3]], [['制鞋工', 7], ['普工', 3]], ['鞋业', '鞋材', '体育用品']),
  electronics: factory('electronics', [['电子装接工', 6], ['普工', 4]], [['电子装接工', 8], ['普工', 2]],
  ['电子科技', '精密电子', '光电']),
  hardware: factory('hardware', [['车工', 3], ['焊工', 3], ['装配钳工', 2], ['普工', 3]], [['普工', 8], ['装配钳工', 2]],
  ['五金制品', '机械', '汽车零部件']),
  plastics: factory('plastics', [['塑料成型工', 7], ['普工', 3]], [['塑料成型工', 5], ['普工', 5]], ['塑胶', '塑料制品', '模具']),
  furniture: factory('furniture', [['装饰装修工', 2], ['普工', 6]], [['普工', 9], ['缝纫工', 1]], ['家具', '陶瓷', '卫浴']),
  building: {
    key: 'building', industry: '建筑业', wage: 4_699, words: ['建设工程', '建筑劳务', '路桥工程'], form: '单位就业',
    men: [['砌筑工', 5], ['钢筋工', 4], ['混凝土工', 3], ['架子工', 2], ['装饰装修工', 3], ['电工', 1]],
    women: [['混凝土工', 2], ['钢筋工', 2], ['普工', 5]],
  },
  transport: {
    key: 'transport', industry: '交通运输、仓储和邮政业', wage: 4_814, words: ['物流', '速递', '供应链'], form: '单位就业',
    men: [['货运驾驶员', 4], ['快递员', 4], ['仓储管理员', 2], ['起重装卸机械操作工', 1]], women: [['仓储管理员', 7], ['快递员', 3]],
  },
  trade: {
    key: 'trade', industry: '批发和零售业', wage: 3_532, words: ['商贸', '超市', '百货'], form: '单位就业',
    men: [['营业员', 6], ['仓储管理员', 4]], women: [['营业员', 9], ['仓储管理员', 1]],
  },
  catering: {
    key: 'catering', industry: '住宿和餐饮业', wage: 3_358, words: ['餐饮管理', '酒店', '酒楼'], form: '单位就业',
    men: [['中式烹调师', 6], ['餐厅服务员', 4]], women: [['餐厅服务员', 8], ['中式烹调师', 2]],
  },
  service: {
    key: 'service', industry: '居民服务、修理和其他服务业', wage: 3_387, words: ['家政服务', '物业服务', '保安服务'], form: '单位就业',
    men: [['保安员', 7], ['保洁员', 3]], women: [['家政服务员', 4], ['保洁员', 4], ['养老护理员', 1], ['育婴员', 1]],
  },
  day: {
    key: 'day', industry: '建筑业', wage: 3_500, words: [], form: '灵活就业',
    men: [['砌筑工', 4], ['装饰装修工', 3], ['普工', 4]], women: [['普工', 6], ['保洁员', 4]],
  },
  own: {
    key: 'own', industry: '批发和零售业', wage: 4_200, words: ['便民店', '早餐店', '百货店'], form: '个体/创业',
    men: [['营业员', 5], ['中式烹调师', 3], ['货运驾驶员', 2]], women: [['营业员', 7], ['中式烹调师', 3]],
  },
  farm: {
    key: 'farm', industry: '农、林、牧、渔业', wage: 2_700, words: ['种植专业合作社', '养殖专业合作社', '农业发展有限公司'], form: '合作社/基地',
    men: [['农艺工', 5], ['食用菌生产工', 3], ['中药材种植员', 2]], women: [['农艺工', 5], ['食用菌生产工', 4], ['中药材种植员', 2]],
  },
} satisfies Record<string, Trade>

export type TradeKey = keyof typeof TRADES

/** Draws of an occupation within a trade, by sex. */
export const occupationOf = Object.fromEntries(
  Object.entries(TRADES).map(([key, trade]) => [
    key,
    { men: choiceOf(trade.men), women: choiceOf(trade.women) },
  ]),
) as Record<TradeKey, Record<'men' | 'women', ReturnType<typeof choiceOf<string>>>>
