import { compactText } from '@anye/kernel/text'
import type { WorkArea } from '../work-area.ts'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Reading } from './cell.ts'

/**
 * What a sheet says about work. `farming` is not employment for indicators A and B unless farming at scale is
 * evidenced; `unknown` is the bucket for words that say only where someone is (外出).
 */
export type WorkStatus =
  | 'employed' | 'flexible' | 'self_employed' | 'public_post' | 'workshop' | 'farming' | 'farming_at_scale'
  | 'at_home' | 'seeking' | 'unwilling' | 'unable' | 'student' | 'soldier' | 'custody' | 'retired' | 'deceased'
  | 'unknown'

export type WorkStatusReading = Reading<{ status: WorkStatus; area?: WorkArea }, 'missing'>

// First match wins: negations and special cases stand before the general words they contain.
const STATUS_WORDS: readonly (readonly [RegExp, WorkStatus])[] = [
  [/死亡|去世|已故/u, 'deceased'],
  [/服刑|劳改|判刑|看守|强戒/u, 'custody'],
  [/参军|当兵|服役|军人|入伍/u, 'soldier'],
  [/上学|读书|在校|在读|学生|就读|上大学|读大学/u, 'student'],
  [/退休/u, 'retired'],
  [/无(就业)?意愿|不愿|不想(就业|工作|外出)/u, 'unwilling'],
  [/无劳动|丧失|生病|患病|残疾|怀孕|哺乳|暂不能|带(小?孩|孙)|照顾|护理家人|年老|年迈/u, 'unable'],
  [/待业|失业|求职|找工作|未就业|无业|没(有)?工作|未务工|未外出|等待就业|待就业|返乡未/u, 'seeking'],
  [/规模(种|养|务农)|(种植|养殖)大户|家庭农场/u, 'farming_at_scale'],
  [/公益(性)?岗|护林员|保洁员|护路员|公岗/u, 'public_post'],
  [/车间/u, 'workshop'],
  [/零工|散工|短工|临工|灵活|跑车|跑摩的|开车|跑运输|摆摊|外卖|跑滴滴|临时工|打杂/u, 'flexible'],
  [/个体|创业|经商|做生意|开店|自营|老板/u, 'self_employed'],
  [/在家务农|务农|种地|种田|种植|养殖|养猪|养牛|农活|在家种/u, 'farming'],
  [/务工|打工|就业|上班|在岗|在职|进厂|工厂|工作|教师|医生|公务员|工地/u, 'employed'],
  [/在家|家里|闲置|赋闲|家务/u, 'at_home'],
]

const AREA_WORDS: readonly (readonly [RegExp, WorkArea])[] = [
  [/境外|国外/u, '06'],
  [/县外省内|省内县外|州内县外|省内/u, '03'],
  [/省外|外省|跨省/u, '04'],
  [/乡(\(镇\))?外县内|乡镇外县内|县内|本县/u, '02'],
  [/乡(\(镇\)|镇)?内|镇内|本乡|本镇|本村|村内|就地/u, '01'],
]

// 05 (other) states no work by itself.
const BARE_CODES: readonly WorkArea[] = ['01', '02', '03', '04', '06']

/**
 * Reads a work-status cell (DOMAIN §3.3-8): 务农, 打工, 在家, 待业, 上学, 跑车, or the work areas of the poverty
 * sheet (省外务工, 04). Unmapped words become `unknown` and are shown in the import report.
 */
export function readWorkStatus(cell: CellInput): WorkStatusReading {
  const text = compactText(cellText(cell))
  if (text === '0') return faultOf('missing', cell)
  if (text === '不详' || text === '不清楚') return { ok: true, status: 'unknown' }
  if (isEmptyCell(cell)) return faultOf('missing', cell)
  const code = BARE_CODES.find((area) => area === text.padStart(2, '0'))
  if (code) return { ok: true, status: 'employed', area: code }
  const area = AREA_WORDS.find(([pattern]) => pattern.test(text))?.[1]
  const status = STATUS_WORDS.find(([pattern]) => pattern.test(text))?.[1]
  // 省外 alone stands in the column 务工状况, so it states work; 外出 alone states only absence.
  const stated = status ?? (area ? 'employed' : 'unknown')
  return area ? { ok: true, status: stated, area } : { ok: true, status: stated }
}

const CLAIMS = new Set<WorkStatus>([
  'employed', 'flexible', 'self_employed', 'public_post', 'workshop', 'farming_at_scale',
])

/** True when the words themselves claim a job; the claim still needs evidence. */
export function claimsWork(status: WorkStatus): boolean {
  return CLAIMS.has(status)
}
