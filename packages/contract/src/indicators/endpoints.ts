import { z } from 'zod'
import { ZeroCaseMark } from '../command/cases/zero-case.ts'
import { endpoint } from '../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../page.ts'
import { COUNTER_KEYS, type CounterKey } from './counters.ts'
import { INDICATOR_KEYS, type IndicatorKey } from './catalogue.ts'
import { IndicatorParameters, PlanLine } from './parameters.ts'

/** Two trees over the same villages: reporting units (nine) or GB counties (eight). */
export const Tree = z.enum(['unit', 'gb'])
export type Tree = z.infer<typeof Tree>

export const PlaceLevel = z.enum(['prefecture', 'unit', 'county', 'township', 'village', 'group'])
export type PlaceLevel = z.infer<typeof PlaceLevel>

export const PlaceRef = z.object({ code: z.string(), name: z.string(), level: PlaceLevel })
export type PlaceRef = z.infer<typeof PlaceRef>

const indicatorKey = z.enum(INDICATOR_KEYS as [IndicatorKey, ...IndicatorKey[]])
const counterKey = z.enum(COUNTER_KEYS as [CounterKey, ...CounterKey[]])

/** on_plan ≥ 100 % of plan, behind 90–100 %, far_behind below; no_data without a base. */
export const PlanState = z.enum(['on_plan', 'behind', 'far_behind', 'no_data'])
export type PlanState = z.infer<typeof PlanState>

/** An indicator at a place on a day. `value` is percent (two decimals) or a count; null without a base. */
export const IndicatorValue = z.object({
  key: indicatorKey,
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  value: z.number().nullable(),
  /** Where the plan line stands today, percent; null when there is no plan. */
  plan: z.number().nullable(),
  /** value ÷ plan − 1, as percent; what units are ranked by. */
  deviation: z.number().nullable(),
  state: PlanState,
  /** Difference of value to the last closed day, in points or count. */
  change: z.number().nullable(),
})
export type IndicatorValue = z.infer<typeof IndicatorValue>

export const SeriesPoint = z.object({ day: CalendarDateString, value: z.number().nullable() })
export type SeriesPoint = z.infer<typeof SeriesPoint>

export const Freshness = z.object({
  /** live, or a closed day. */
  day: CalendarDateString,
  live: z.boolean(),
  /** The day was never closed: its sums were worked out afterwards, and nobody signed them. */
  reconstructed: z.boolean(),
  /** When the latest of the villages was computed; of an earlier day, when its books were written. */
  computedAt: z.string().nullable(),
  /** Villages whose facts changed and are being recomputed right now. */
  pendingVillages: z.number().int(),
  base: z.object({ month: z.string(), frozenOn: CalendarDateString }).nullable(),
})

export const ZeroHousehold = z.object({
  householdId: z.uuid(), headName: z.string(), place: z.string(), villageCode: z.string(), groupName: z.string().nullable(),
  type: z.string(), resettled: z.boolean(), labourers: z.number().int(), available: z.number().int(),
  since: CalendarDateString, dueOn: CalendarDateString, daysLeft: z.number().int(),
  contactName: z.string().nullable(),
})
export type ZeroHousehold = z.infer<typeof ZeroHousehold>

export const ChildRow = z.object({
  place: PlaceRef,
  values: z.array(IndicatorValue),
  zero: z.number().int(),
  /** Rank by deviation of indicator A among the siblings; null when the base is under 30. */
  rank: z.number().int().nullable(),
  rankChange: z.number().int().nullable(),
  trend: z.array(SeriesPoint),
})
export type ChildRow = z.infer<typeof ChildRow>

export const getOverview = endpoint({
  id: 'indicators.overview.get', kind: 'query', method: 'GET', path: '/indicators/overview', permission: 'indicator.read',
  summary: '挂图：一个区域的指标、下级对比与零就业家庭',
  input: z.object({
    place: PlaceCode.optional(), tree: Tree.default('unit'), day: CalendarDateString.optional(),
  }),
  output: z.object({
    place: PlaceRef, path: z.array(PlaceRef), fresh: Freshness,
    figures: z.array(IndicatorValue.extend({ trend: z.array(SeriesPoint) })),
    counters: z.record(z.string(), z.number().int()),
    children: z.array(ChildRow),
    zero: z.object({ open: z.number().int(), /** Null for a reconstructed day, which kept no list. */ overdue: z.number().int().nullable(), first: z.array(ZeroHousehold) }),
  }),
  errors: [],
})

export const listCoverage = endpoint({
  id: 'indicators.coverage.list', kind: 'query', method: 'GET', path: '/indicators/coverage', permission: 'indicator.read',
  summary: '覆盖表：下级各区域的全部计数',
  input: z.object({ place: PlaceCode.optional(), tree: Tree.default('unit'), day: CalendarDateString.optional() }),
  output: z.object({
    place: PlaceRef, path: z.array(PlaceRef), fresh: Freshness,
    total: z.record(z.string(), z.number().int()),
    rows: z.array(z.object({ place: PlaceRef, counters: z.record(z.string(), z.number().int()), values: z.array(IndicatorValue) })),
  }),
  errors: [],
})

export const getSeries = endpoint({
  id: 'indicators.series.get', kind: 'query', method: 'GET', path: '/indicators/series', permission: 'indicator.read',
  summary: '一个指标的逐日走势',
  input: z.object({ place: PlaceCode.optional(), tree: Tree.default('unit'), indicator: indicatorKey, from: CalendarDateString.optional(), to: CalendarDateString.optional() }),
  output: z.object({ place: PlaceRef, points: z.array(SeriesPoint.extend({ plan: z.number().nullable() })) }),
  errors: [],
})

export const MemberRow = z.object({
  householdId: z.uuid(), personId: z.uuid().nullable(),
  name: z.string(), place: z.string(), villageCode: z.string(), groupName: z.string().nullable(),
  type: z.string(), resettled: z.boolean(),
  labourers: z.number().int().nullable(), employed: z.number().int().nullable(), stable: z.number().int().nullable(),
  sex: z.string().nullable(), age: z.number().int().nullable(),
  employer: z.string().nullable(), workPlace: z.string().nullable(), employedUntil: CalendarDateString.nullable(),
  zeroSince: CalendarDateString.nullable(),
})
export type MemberRow = z.infer<typeof MemberRow>

export const listMembers = endpoint({
  id: 'indicators.member.list', kind: 'query', method: 'GET', path: '/indicators/members', permission: 'indicator.list', sensitive: true,
  summary: '一个数字背后的户或人',
  input: PageRequest.extend({
    counter: counterKey, place: PlaceCode.optional(), tree: Tree.default('unit'), day: CalendarDateString.optional(),
  }),
  output: pageOf(MemberRow).extend({ place: PlaceRef, over: z.enum(['household', 'person']) }),
  errors: [],
})

export const listZeroHouseholds = endpoint({
  id: 'indicators.zero.list', kind: 'query', method: 'GET', path: '/indicators/zero-households', permission: 'indicator.list', sensitive: true,
  summary: '零就业家庭清单，脱贫（监测）户、边缘户、新市民户依次在前',
  input: PageRequest.extend({ place: PlaceCode.optional(), tree: Tree.default('unit'), day: CalendarDateString.optional() }),
  /** `case` is null for a day of the past, whose books keep none. */
  output: pageOf(ZeroHousehold.extend({ case: ZeroCaseMark.nullable() })),
  errors: ['day_not_frozen'],
})

export const freezeBase = endpoint({
  id: 'indicators.base.freeze', kind: 'command', method: 'POST', path: '/indicators/base', permission: 'base.freeze',
  summary: '冻结本月底数',
  input: z.object({ commandId: CommandId }),
  output: z.object({ month: z.string(), frozenOn: CalendarDateString, households: z.number().int() }),
  errors: ['already_done', 'busy'],
})

export const closeDay = endpoint({
  id: 'indicators.day.close', kind: 'command', method: 'POST', path: '/indicators/days', permission: 'day.close',
  summary: '当日封账',
  input: z.object({ commandId: CommandId }),
  output: z.object({ day: CalendarDateString, villages: z.number().int(), head: z.string() }),
  errors: ['already_done', 'busy'],
})

export const listDays = endpoint({
  id: 'indicators.day.list', kind: 'query', method: 'GET', path: '/indicators/days', permission: 'indicator.read',
  summary: '已封账的日期',
  input: z.object({ limit: z.coerce.number().int().min(1).max(400).default(62) }),
  output: z.object({ days: z.array(z.object({ day: CalendarDateString, state: z.enum(['closed', 'reconstructed']), closedAt: z.string() })), cutOff: z.string(), todayClosed: z.boolean() }),
  errors: [],
})

export const getLedger = endpoint({
  id: 'indicators.ledger.get', kind: 'query', method: 'GET', path: '/indicators/ledger', permission: 'indicator.read',
  summary: '日账：期初 + 变动 + 更正 = 期末',
  input: z.object({ day: CalendarDateString, place: PlaceCode.optional(), tree: Tree.default('unit') }),
  output: z.object({
    place: PlaceRef, day: CalendarDateString,
    rows: z.array(z.object({ key: counterKey, opening: z.number().int(), change: z.number().int(), correction: z.number().int(), closing: z.number().int() })),
  }),
  errors: [],
})

export const getParameters = endpoint({
  id: 'indicators.parameter.get', kind: 'query', method: 'GET', path: '/indicators/parameters', permission: 'setting.read',
  summary: '口径参数与计划线',
  input: z.object({}),
  output: z.object({
    parameters: IndicatorParameters, validFrom: CalendarDateString.nullable(), document: z.string().nullable(),
    plans: z.record(z.string(), PlanLine), cutOff: z.string(),
    /** Every change with the day from which it holds, the latest first. */
    history: z.array(z.object({
      what: z.enum(['parameters', 'plans', 'cutOff']), validFrom: CalendarDateString, document: z.string().nullable(), by: z.string().nullable(),
      state: z.enum(['future', 'current', 'past']),
    })),
  }),
  errors: [],
})

export const setParameters = endpoint({
  id: 'indicators.parameter.set', kind: 'command', method: 'PUT', path: '/indicators/parameters', permission: 'setting.edit',
  summary: '修改口径参数（带生效日期和依据文件）',
  input: z.object({
    commandId: CommandId, validFrom: CalendarDateString, document: z.string().min(2).max(200),
    parameters: IndicatorParameters.optional(), plans: z.record(z.string(), PlanLine).optional(),
    cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).optional(),
  }),
  output: z.object({ validFrom: CalendarDateString }),
  errors: [],
})
