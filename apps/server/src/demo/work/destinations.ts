import { choiceOf } from '../draws.ts'
import { DESTINATION_SHARES } from '../profile.ts'
import type { TradeKey } from './trades.ts'

/** A place people go to work in: the text on the sheet, its GB/T 2260 code and the name firms there carry. */
export type Destination = { group: string; text: string; code: string; firm: string }

type Weighted<T> = readonly (readonly [T, number])[]
const place = (text: string, code: string, firm: string, weight: number) =>
  [{ text, code, firm }, weight] as const

// Towns within a group; weights assumed, the groups' own shares are given (DESTINATION_SHARES).
const TOWNS: Record<keyof typeof DESTINATION_SHARES, Weighted<Omit<Destination, 'group'>>> = {
  金华: [
    place('浙江省金华市义乌市', '330782', '义乌市', 6), place('浙江省金华市永康市', '330784', '永康市', 5),
    place('浙江省金华市东阳市', '330783', '东阳市', 1),
  ],
  东莞: [
    place('广东省东莞市长安镇', '441900', '东莞市', 4), place('广东省东莞市虎门镇', '441900', '东莞市', 3),
    place('广东省东莞市厚街镇', '441900', '东莞市', 2),
  ],
  温州: [
    place('浙江省温州市瑞安市', '330381', '瑞安市', 3), place('浙江省温州市乐清市', '330382', '乐清市', 3),
    place('浙江省温州市鹿城区', '330302', '温州市', 2),
  ],
  佛山: [
    place('广东省佛山市南海区', '440605', '佛山市南海区', 5), place('广东省佛山市顺德区', '440606', '佛山市顺德区', 4),
    place('广东省佛山市禅城区', '440604', '佛山市', 1),
  ],
  台州: [
    place('浙江省台州市路桥区', '331004', '台州市', 3), place('浙江省台州市温岭市', '331081', '温岭市', 4),
    place('浙江省台州市玉环市', '331083', '玉环市', 3),
  ],
  泉州: [place('福建省泉州市晋江市', '350582', '晋江市', 6), place('福建省泉州市石狮市', '350581', '石狮市', 4)],
  深圳: [
    place('广东省深圳市宝安区', '440306', '深圳市', 5), place('广东省深圳市龙岗区', '440307', '深圳市', 4),
    place('广东省深圳市龙华区', '440309', '深圳市', 2),
  ],
  宁波: [
    place('浙江省宁波市余姚市', '330281', '余姚市', 5), place('浙江省宁波市慈溪市', '330282', '慈溪市', 3),
    place('浙江省宁波市北仑区', '330206', '宁波市', 2),
  ],
  浙江其他: [
    place('浙江省杭州市萧山区', '330109', '杭州市', 4), place('浙江省绍兴市柯桥区', '330603', '绍兴市', 3),
    place('浙江省嘉兴市海宁市', '330481', '海宁市', 2), place('浙江省湖州市吴兴区', '330502', '湖州市', 2),
  ],
  广东其他: [
    place('广东省广州市白云区', '440111', '广州市', 4), place('广东省中山市', '442000', '中山市', 3),
    place('广东省惠州市惠阳区', '441303', '惠州市', 3), place('广东省江门市新会区', '440705', '江门市', 1),
  ],
  其他: [
    place('福建省福州市长乐区', '350112', '福州市', 2), place('江苏省苏州市昆山市', '320583', '昆山市', 3),
    place('上海市松江区', '310117', '上海市', 2), place('云南省昆明市官渡区', '530111', '昆明市', 3),
    place('广西壮族自治区南宁市西乡塘区', '450107', '南宁市', 2), place('湖南省长沙市雨花区', '430111', '长沙市', 1),
    place('北京市朝阳区', '110105', '北京市', 1),
  ],
}

/** Names of the groups and their given shares, in one order. */
export const DESTINATION_GROUPS = Object.keys(DESTINATION_SHARES)
export const DESTINATION_TARGETS: readonly number[] = Object.values(DESTINATION_SHARES)

/** Draws the town within each group, in the order of {@link DESTINATION_GROUPS}. */
export const townOf = Object.entries(TOWNS).map(([group, towns]) =>
  choiceOf<Destination>(towns.map(([town, weight]) => [{ group, ...town }, weight])),
)

/** Draws where in the province, outside the county, someone works; assumed. */
export const provinceTown = choiceOf<Destination>(
  ([
    ['贵州省贵阳市观山湖区', '520115', '贵阳市', 4], ['贵州省贵阳市南明区', '520102', '贵阳市', 4], ['贵州省安顺市西秀区', '520402', '安顺市', 2],
    ['贵州省六盘水市盘州市', '520281', '盘州市', 3], ['贵州省遵义市汇川区', '520303', '遵义市', 1], ['贵州省黔西南州兴义市', '522301', '兴义市', 4],
    ['贵州省黔南州都匀市', '522701', '都匀市', 1],
  ] as const).map(([text, code, firm, weight]) => [{ group: '省内', text, code, firm }, weight]),
)

const MIXED: Weighted<TradeKey> = [
  ['building', 18], ['electronics', 8], ['garment', 10], ['hardware', 10], ['transport', 8], ['catering', 8],
  ['service', 8], ['trade', 6], ['furniture', 6], ['plastics', 6],
]
const mix = (...main: Weighted<TradeKey>) => choiceOf<TradeKey>([
  ...main, ['building', 14], ['transport', 5], ['catering', 5], ['service', 5], ['trade', 4],
])

/**
 * Draws the trade someone takes in a destination group: what the city is known for, and what every city has.
 */
export const tradeThere: Record<string, ReturnType<typeof choiceOf<TradeKey>>> = {
  金华: mix(['hardware', 34], ['garment', 24], ['plastics', 12]), 东莞: mix(['electronics', 45],
  ['furniture', 12], ['garment', 12]),
  温州: mix(['shoes', 38], ['hardware', 20], ['garment', 10]), 佛山: mix(['furniture', 40], ['hardware', 22],
  ['garment', 8]),
  台州: mix(['plastics', 34], ['hardware', 28], ['shoes', 8]), 泉州: mix(['shoes', 40], ['garment', 30]),
  深圳: mix(['electronics', 58], ['hardware', 6]), 宁波: mix(['plastics', 26], ['hardware', 26], ['garment', 16],
  ['electronics', 8]),
  浙江其他: choiceOf(MIXED), 广东其他: choiceOf(MIXED), 其他: choiceOf(MIXED),
  省内: choiceOf<TradeKey>([
    ['building', 30], ['catering', 16], ['service', 14], ['trade', 12], ['transport', 10], ['hardware', 8],
    ['electronics', 5], ['own', 5],
  ]),
  县内: choiceOf<TradeKey>([
    ['building', 20], ['trade', 14], ['catering', 13], ['service', 12], ['garment', 9], ['furniture', 7],
    ['transport', 8], ['day', 9], ['own', 5], ['farm', 3],
  ]),
  乡内: choiceOf<TradeKey>([
    ['farm', 38], ['day', 24], ['building', 14], ['own', 10], ['trade', 8], ['garment', 6],
  ]),
}
