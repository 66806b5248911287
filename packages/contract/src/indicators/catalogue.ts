import type { CounterKey } from './counters.ts'
import type { IndicatorParameters } from './parameters.ts'

/**
 * An indicator of DOMAIN section 4: a ratio of two counters or a single one. `goal` says in which direction it should
 * move; `missing` is the counter of those who still lack it, the list an official works through.
 */
export type Indicator = {
  zh: string
  en: string
  unit: 'percent' | 'households' | 'persons'
  numerator: CounterKey
  denominator?: CounterKey
  missing?: CounterKey
  goal: 'up' | 'down'
  /** `month`: households of the base frozen for the month; `live`: everybody in the register that day. */
  base: 'month' | 'live'
  /** Dated parameters that decide who counts. */
  parameters: readonly (keyof IndicatorParameters)[]
  /** Mechanism and clause. */
  source: string
  formulaZh: string
  formulaEn: string
}

const LABOURER = ['labourAgeFrom', 'labourAgeTo', 'labourSkills', 'labourPopClass', 'noLabourGrades', 'countsHukouElsewhere'] as const
const EMPLOYED = [...LABOURER, 'evidenceDays', 'paidDays', 'lowIncomeLine', 'farmingForm'] as const
const STABLE = [...EMPLOYED, 'stableDays', 'gapDays', 'openEndedContract', 'wageEvidence', 'postForms', 'selfEmployedForm'] as const

export const INDICATORS = {
  A: { zh: '{era.poor}户一户一人稳定就业率', en: 'Poor households with a stable job (A)', unit: 'percent', numerator: 'hh.poor.stable', denominator: 'hh.poor.labour', missing: 'hh.poor.uncovered', goal: 'up', base: 'month', parameters: STABLE, source: 'S21, DOMAIN §4', formulaZh: '至少一人稳定就业的{era.poor}劳动力家庭 ÷ {era.poor}劳动力家庭', formulaEn: 'poor labour households with at least one stable job ÷ poor labour households' },
  B: { zh: '新市民一户一人就业率', en: 'Resettled households with a job (B)', unit: 'percent', numerator: 'hh.resettled.employed', denominator: 'hh.resettled.labour', missing: 'hh.resettled.uncovered', goal: 'up', base: 'month', parameters: EMPLOYED, source: 'S22, DOMAIN §4', formulaZh: '至少一人就业的新市民劳动力家庭 ÷ 新市民劳动力家庭', formulaEn: 'resettled labour households with at least one job ÷ resettled labour households' },
  zero: { zh: '零就业家庭', en: 'Zero-employment households', unit: 'households', numerator: 'hh.zero', goal: 'down', base: 'live', parameters: [...EMPLOYED, 'zeroClearDays'], source: 'S23, DOMAIN §4', formulaZh: '有可就业劳动力而无一人就业的家庭数', formulaEn: 'labour households with an available labourer and nobody employed' },
  clearRate: { zh: '零就业家庭清零率', en: 'Zero-employment households cleared in time', unit: 'percent', numerator: 'hh.clock.cleared', denominator: 'hh.clock', missing: 'hh.clock.missed', goal: 'up', base: 'live', parameters: [...EMPLOYED, 'zeroClearDays'], source: 'S23, DOMAIN §4', formulaZh: '清零期限在近30日内到期的零就业家庭中，限期内已有人就业的 ÷ 全部', formulaEn: 'of zero-employment households whose clock ran out in the last 30 days: with proven work by then ÷ all' },
  coverage: { zh: '有劳动力家庭就业覆盖率', en: 'Labour households covered', unit: 'percent', numerator: 'hh.labour.covered', denominator: 'hh.labour', missing: 'hh.zero', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'S3, DOMAIN §4', formulaZh: '至少一人就业的有劳动力家庭 ÷ 有劳动力家庭', formulaEn: 'labour households with someone in work ÷ labour households' },
  employment: { zh: '劳动力就业率', en: 'Labour employed', unit: 'percent', numerator: 'p.employed', denominator: 'p.available', missing: 'p.unemployed', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'DOMAIN §4', formulaZh: '已就业 ÷ 可就业劳动力', formulaEn: 'employed ÷ available labourers' },
  stability: { zh: '稳定就业占比', en: 'Stable among employed', unit: 'percent', numerator: 'p.stable', denominator: 'p.employed', goal: 'up', base: 'live', parameters: STABLE, source: 'S53, DOMAIN §4', formulaZh: '稳定就业 ÷ 已就业', formulaEn: 'in stable work ÷ employed' },
  poorEmployment: { zh: '{era.poor}劳动力就业率', en: 'Poor labourers employed', unit: 'percent', numerator: 'p.poor.employed', denominator: 'p.poor.available', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'S30, DOMAIN §4', formulaZh: '{era.poor}劳动力已就业 ÷ {era.poor}可就业劳动力', formulaEn: 'poor employed ÷ poor available labourers' },
  resettledEmployment: { zh: '新市民劳动力就业率', en: 'Resettled labourers employed', unit: 'percent', numerator: 'p.resettled.employed', denominator: 'p.resettled.available', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'S22, DOMAIN §4', formulaZh: '新市民劳动力已就业 ÷ 新市民可就业劳动力', formulaEn: 'resettled employed ÷ resettled available labourers' },
  edgeEmployment: { zh: '边缘户劳动力就业率', en: 'Edge-household labourers employed', unit: 'percent', numerator: 'p.edge.employed', denominator: 'p.edge.available', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'S30, DOMAIN §4', formulaZh: '边缘户、突发困难户劳动力已就业 ÷ 其可就业劳动力', formulaEn: 'employed of edge and sudden-hardship households ÷ their available labourers' },
  otherEmployment: { zh: '其他户劳动力就业率', en: 'Other labourers employed', unit: 'percent', numerator: 'p.other.employed', denominator: 'p.other.available', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'DOMAIN §4', formulaZh: '非{era.poor}、非新市民、非边缘户劳动力已就业 ÷ 其可就业劳动力', formulaEn: 'employed of all other households ÷ their available labourers' },
  organised: { zh: '外输组织化程度', en: 'Organised export rate', unit: 'percent', numerator: 'p.export.organised', denominator: 'p.export', goal: 'up', base: 'live', parameters: EMPLOYED, source: 'S54, DOMAIN §4', formulaZh: '有组织外输 ÷ 外输就业', formulaEn: 'organised export ÷ export' },
  toVerify: { zh: '待核实人数', en: 'To verify', unit: 'persons', numerator: 'p.to_verify', goal: 'down', base: 'live', parameters: EMPLOYED, source: 'PRODUCT: evidence that ages', formulaZh: '有在职记录但依据已超过时限的劳动力', formulaEn: 'labourers with an open job whose evidence is too old' },
} as const satisfies Record<string, Indicator>

export type IndicatorKey = keyof typeof INDICATORS
export const INDICATOR_KEYS = Object.keys(INDICATORS) as IndicatorKey[]

/**
 * Rates of a month that no day's books keep: they are read from the month's cards and samples (`cards.month.progress`,
 * `cards.sample.list`, section of the war report).
 */
export const MONTHLY_INDICATORS = {
  cardOnTime: { zh: '服务卡按时核查率', en: 'Service cards checked in time', unit: 'percent', formulaZh: '到期日前核查并经审核的劳动力 ÷ 当月有卡的劳动力', formulaEn: 'labourers checked and reviewed by the due day ÷ labourers with a line of the month', parameters: 'cards.parameters: dueDay', source: 'S79, DOMAIN §4' },
  cardAccuracy: { zh: '服务卡准确率', en: 'Service cards found right', unit: 'percent', formulaZh: '抽样回访与卡一致 ÷ 抽样回访接通，附95%置信区间', formulaEn: 'sample re-calls that agree with the card ÷ re-calls that reached somebody, with its 95 % interval', parameters: '', source: 'S81, DOMAIN §4' },
} as const

/** Days before the as-of day in which the clocks ran out that the clear rate (清零率) looks at; its names say so. */
export const CLEAR_RATE_DAYS = 30

/** Units with a smaller base are not ranked (DOMAIN section 7). */
export const RANK_BASE_MIN = 30
