/**
 * Every counter of the product: a name and the rows it counts. The same filter makes the number and the list behind it,
 * so a figure always opens to exactly its records. `where` is trusted SQL over the state tables, never user input.
 */
export type Counter = {
  over: 'household' | 'person'
  /** Which states the filter reads when they are not those of the households or persons themselves. */
  states?: 'clock'
  where: string
  zh: string
  en: string
}
export type StateKind = 'household' | 'person' | 'clock'

/** The states that a counter filters. */
export function statesBehind({ over, states }: Counter): StateKind {
  return states ?? over
}


const LABOUR_HOUSEHOLD = 'labourers > 0'
/** Cities with a line of their own; what is left is `p.dest.other`, so that destinations sum to those out of province. */
const HOST_CITIES = "'3302', '3303', '3307', '3310', '4403', '4406', '4419', '3505'"

export const COUNTERS = {
  'hh.all': { over: 'household', where: 'true', zh: '户数', en: 'Households' },
  'hh.new': { over: 'household', where: 'not in_base', zh: '下月计入底数的户', en: 'Households that enter next month’s base' },
  'hh.labour': { over: 'household', where: LABOUR_HOUSEHOLD, zh: '有劳动力家庭', en: 'Labour households' },
  'hh.labour.covered': { over: 'household', where: `${LABOUR_HOUSEHOLD} and employed > 0`, zh: '至少一人就业的有劳动力家庭', en: 'Labour households with someone in work' },
  'hh.poor.labour': { over: 'household', where: `in_base and poor and ${LABOUR_HOUSEHOLD}`, zh: '{era.poor}劳动力家庭', en: 'Poor labour households' },
  'hh.poor.stable': { over: 'household', where: `in_base and poor and ${LABOUR_HOUSEHOLD} and stable > 0`, zh: '一户一人稳定就业的{era.poor}家庭', en: 'Poor labour households with a stable job' },
  'hh.poor.uncovered': { over: 'household', where: `in_base and poor and ${LABOUR_HOUSEHOLD} and stable = 0`, zh: '还没有稳定就业的{era.poor}家庭', en: 'Poor labour households without a stable job' },
  'hh.resettled.labour': { over: 'household', where: `in_base and resettled and ${LABOUR_HOUSEHOLD}`, zh: '新市民劳动力家庭', en: 'Resettled labour households' },
  'hh.resettled.employed': { over: 'household', where: `in_base and resettled and ${LABOUR_HOUSEHOLD} and employed > 0`, zh: '一户一人就业的新市民家庭', en: 'Resettled labour households with a job' },
  'hh.resettled.uncovered': { over: 'household', where: `in_base and resettled and ${LABOUR_HOUSEHOLD} and employed = 0`, zh: '还没有人就业的新市民家庭', en: 'Resettled labour households without a job' },
  'hh.zero': { over: 'household', where: 'zero', zh: '零就业家庭', en: 'Zero-employment households' },
  'hh.zero.poor': { over: 'household', where: 'zero and poor', zh: '{era.poor}户零就业家庭', en: 'Poor zero-employment households' },
  'hh.zero.resettled': { over: 'household', where: 'zero and resettled', zh: '新市民零就业家庭', en: 'Resettled zero-employment households' },
  'hh.clock': { over: 'household', states: 'clock', where: 'true', zh: '近30日到期的零就业家庭', en: 'Zero-employment households due in the last 30 days' },
  'hh.clock.cleared': { over: 'household', states: 'clock', where: 'cleared_on <= due_on', zh: '近30日到期、限期内清零的零就业家庭', en: 'Zero-employment households due in the last 30 days, cleared in time' },
  'hh.clock.missed': { over: 'household', states: 'clock', where: '(cleared_on is null or cleared_on > due_on)', zh: '近30日到期、未按期清零的零就业家庭', en: 'Zero-employment households due in the last 30 days, not cleared in time' },
  'hh.special': { over: 'household', where: 'special', zh: '特殊户（劳动力均暂不能就业）', en: 'Households whose labourers are all exempt' },
  'p.labourers': { over: 'person', where: 'true', zh: '劳动力', en: 'Labourers' },
  'p.available': { over: 'person', where: 'available', zh: '可就业劳动力', en: 'Available labourers' },
  'p.employed': { over: 'person', where: 'available and employed', zh: '已就业', en: 'Employed' },
  'p.stable': { over: 'person', where: 'available and stable', zh: '稳定就业', en: 'In stable work' },
  'p.unemployed': { over: 'person', where: 'available and not employed', zh: '未就业', en: 'Not employed' },
  'p.to_verify': { over: 'person', where: 'available and to_verify', zh: '待核实（依据过期）', en: 'To verify (evidence too old)' },
  'p.exempt': { over: 'person', where: 'not available', zh: '暂不能就业', en: 'Exempt for now' },
  'p.poor.available': { over: 'person', where: 'available and poor', zh: '{era.poor}可就业劳动力', en: 'Poor available labourers' },
  'p.poor.employed': { over: 'person', where: 'available and employed and poor', zh: '{era.poor}劳动力已就业', en: 'Poor labourers employed' },
  'p.resettled.available': { over: 'person', where: 'available and resettled', zh: '新市民可就业劳动力', en: 'Resettled available labourers' },
  'p.resettled.employed': { over: 'person', where: 'available and employed and resettled', zh: '新市民劳动力已就业', en: 'Resettled labourers employed' },
  'p.edge.available': { over: 'person', where: 'available and edge', zh: '边缘户可就业劳动力', en: 'Edge-household available labourers' },
  'p.edge.employed': { over: 'person', where: 'available and employed and edge', zh: '边缘户劳动力已就业', en: 'Edge-household labourers employed' },
  'p.other.available': { over: 'person', where: 'available and not poor and not resettled and not edge', zh: '其他户可就业劳动力', en: 'Other households’ available labourers' },
  'p.other.employed': { over: 'person', where: 'available and employed and not poor and not resettled and not edge', zh: '其他户劳动力已就业', en: 'Other households’ labourers employed' },
  'p.export': { over: 'person', where: "available and employed and track = '1'", zh: '外输就业', en: 'Employed outside the prefecture' },
  'p.local': { over: 'person', where: "available and employed and track = '2'", zh: '内拓就业', en: 'Employed inside the prefecture' },
  'p.track.none': { over: 'person', where: 'available and employed and track is null', zh: '外输内拓不明', en: 'Employed, inside or outside unknown' },
  'p.export.organised': { over: 'person', where: "available and employed and track = '1' and organised", zh: '有组织外输', en: 'Organised export' },
  'p.area.01': { over: 'person', where: "available and employed and area = '01'", zh: '乡（镇）内就业', en: 'Employed in the township' },
  'p.area.02': { over: 'person', where: "available and employed and area = '02'", zh: '乡外县内就业', en: 'Employed in the county' },
  'p.area.03': { over: 'person', where: "available and employed and area = '03'", zh: '县外省内就业', en: 'Employed in the province' },
  'p.area.04': { over: 'person', where: "available and employed and area = '04'", zh: '省外就业', en: 'Employed out of province' },
  'p.area.06': { over: 'person', where: "available and employed and area = '06'", zh: '境外就业', en: 'Employed abroad' },
  'p.area.none': { over: 'person', where: "available and employed and coalesce(area, '05') = '05'", zh: '务工地点不明', en: 'Employed, place too coarse' },
  'p.sector.1': { over: 'person', where: 'available and employed and sector = 1', zh: '第一产业就业', en: 'Employed in the primary sector' },
  'p.sector.2': { over: 'person', where: 'available and employed and sector = 2', zh: '第二产业就业', en: 'Employed in the secondary sector' },
  'p.sector.3': { over: 'person', where: 'available and employed and sector = 3', zh: '第三产业就业', en: 'Employed in the tertiary sector' },
  'p.sector.none': { over: 'person', where: 'available and employed and sector is null', zh: '产业不明', en: 'Employed, sector unknown' },
  'p.dest.3302': { over: 'person', where: "available and employed and destination = '3302'", zh: '在宁波就业', en: 'Employed in Ningbo' },
  'p.dest.3303': { over: 'person', where: "available and employed and destination = '3303'", zh: '在温州就业', en: 'Employed in Wenzhou' },
  'p.dest.3307': { over: 'person', where: "available and employed and destination = '3307'", zh: '在金华就业', en: 'Employed in Jinhua' },
  'p.dest.3310': { over: 'person', where: "available and employed and destination = '3310'", zh: '在台州就业', en: 'Employed in Taizhou' },
  'p.dest.4403': { over: 'person', where: "available and employed and destination = '4403'", zh: '在深圳就业', en: 'Employed in Shenzhen' },
  'p.dest.4406': { over: 'person', where: "available and employed and destination = '4406'", zh: '在佛山就业', en: 'Employed in Foshan' },
  'p.dest.4419': { over: 'person', where: "available and employed and destination = '4419'", zh: '在东莞就业', en: 'Employed in Dongguan' },
  'p.dest.3505': { over: 'person', where: "available and employed and destination = '3505'", zh: '在泉州就业', en: 'Employed in Quanzhou' },
  'p.dest.other': { over: 'person', where: `available and employed and area = '04' and (destination is null or destination not in (${HOST_CITIES}))`, zh: '在省外其他地方就业', en: 'Employed elsewhere out of province' },
} as const satisfies Record<string, Counter>

export type CounterKey = keyof typeof COUNTERS
export const COUNTER_KEYS = Object.keys(COUNTERS) as CounterKey[]
