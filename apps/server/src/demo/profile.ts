/**
 * The statistical profile of the demo prefecture: DOMAIN §9, as given. Every constant here is a figure that
 * the generator reproduces within sampling error (measure.ts compares). "Assumed" marks what no source gives.
 */
export type Era = '2020' | 'today'

/** Persons and households registered at scale 1. */
export const HOUSEHOLDS = 950_000

export type CountyProfile = {
  code: string
  /** Registered persons at scale 1. */
  registered: number
  /** Share of persons, 0–1. */
  buyi: number
  miao: number
  /** Registered poor persons, cumulative; assumed, sums to about 800,000. */
  poor: number
  /** Of them not yet out of poverty at the start of 2020; 望谟 is given, the rest shared out by `poor`. */
  left: number | undefined
  /** Persons living on resettlement sites; assumed, sums to 338,506. */
  resettled: number
  /** Resettlement sites; assumed, sums to 68. */
  sites: number
  /** −1 … 1: how far the county lags behind (assumed); moves ranks, never the prefecture's totals. */
  lag: number
  /** Share of jobs whose check was missed in the last months (assumed): 望谟 falls behind its plan for want of checks. */
  missed: number
}

/** DOMAIN §9 table. */
export const COUNTIES: readonly CountyProfile[] = [
  {
    code: '522301', registered: 920_000, buyi: 0.17, miao: 0.04, poor: 83_000,
    left: undefined, resettled: 70_000, sites: 9, lag: -0.5, missed: 0.05,
  },
  {
    code: '522302', registered: 575_000, buyi: 0.15, miao: 0.08, poor: 115_000,
    left: undefined, resettled: 40_000, sites: 9, lag: -0.2, missed: 0.06,
  },
  {
    code: '522323', registered: 357_000, buyi: 0.12, miao: 0.1, poor: 96_000,
    left: undefined, resettled: 28_000, sites: 7, lag: 0.1, missed: 0.08,
  },
  {
    code: '522324', registered: 348_000, buyi: 0.25, miao: 0.15, poor: 111_000,
    left: undefined, resettled: 48_506, sites: 9, lag: 0.5, missed: 0.11,
  },
  {
    code: '522325', registered: 430_000, buyi: 0.42, miao: 0.08, poor: 103_000,
    left: undefined, resettled: 35_000, sites: 8, lag: -0.1, missed: 0.07,
  },
  {
    code: '522326', registered: 330_000, buyi: 0.66, miao: 0.13, poor: 109_000,
    left: 10_775, resettled: 50_000, sites: 10, lag: 0.7, missed: 0.4,
  },
  {
    code: '522327', registered: 245_000, buyi: 0.76, miao: 0.02, poor: 78_000,
    left: undefined, resettled: 36_000, sites: 8, lag: 0.3, missed: 0.15,
  },
  {
    code: '522328', registered: 495_000, buyi: 0.36, miao: 0.09, poor: 105_000,
    left: undefined, resettled: 31_000, sites: 8, lag: -0.3, missed: 0.06,
  },
]

/** Prefecture shares of the groups that no county figure is given for (census 2000). 汉 is the rest. */
export const OTHER_ETHNIC: readonly (readonly [string, number])[] = [
  ['彝族', 0.0205], ['回族', 0.0098], ['黎族', 0.0093], ['仡佬族', 0.0018], ['壮族', 0.0015], ['瑶族', 0.0009],
]

/** Persons, households and labourers of the segments at scale 1. */
export const SEGMENTS = {
  poor: { persons: 800_000, households: 180_000, labourers: 410_000 },
  /** Persons of 2020-01 still under the line. */
  left: 36_000,
  resettled: { persons: 338_506, households: 76_000, labourShare: 0.516, householdsWithLabour: 0.958 },
  /** Share of the resettled who are registered poor (1.88 million planned of Guizhou, about 80 %). */
  resettledPoor: 0.8,
  edgeShareOfRural: 0.01,
  /** Labour share of everybody else; assumed. */
  ordinaryLabourShare: 0.54,
  areas: 36,
} as const

/** Batch of resettlement: 2018 is given (156,297 of 338,506), 2016, 2017 and 2019 assumed. */
export const RESETTLE_YEARS: readonly (readonly [number, number])[] = [
  [2016, 0.17], [2017, 0.318], [2018, 156_297 / 338_506], [2019, 0.512 - 156_297 / 338_506],
]

/** Registered population: 15–59 is given (64 %); the rest splits as among residents (25.73 : 14.71). */
export const AGES = { under15: 0.2291, from15To59: 0.64, over59: 0.1309 } as const

export const MALE_SHARE = 0.5103

/** Education of labourers. */
export const EDUCATION: readonly (readonly [string, number])[] = [
  ['文盲或半文盲', 0.09], ['小学', 0.34], ['初中', 0.42], ['高中', 0.08], ['大专及以上', 0.07],
]

/** Where target labourers (poor, resettled, edge) work; the order is the index of `WorkArea`. */
export const WORK_AREAS = ['out_of_province', 'province', 'county', 'township', 'post', 'none'] as const
export type WorkArea = (typeof WORK_AREAS)[number]

export const TARGET_AREA_SHARES = [0.45, 0.12, 0.25, 0.08, 0.055, 0.045] as const
/** Everybody else; assumed (farming and housework count as none). */
export const ORDINARY_AREA_SHARES = [0.33, 0.13, 0.26, 0.11, 0.002, 0.168] as const

/**
 * Out-of-province workers by destination group (DOMAIN §9); cities of the open groups stand in
 * destinations.ts.
 */
export const DESTINATION_SHARES = {
  金华: 0.13, 东莞: 0.12, 温州: 0.09, 佛山: 0.09, 台州: 0.08, 泉州: 0.08, 深圳: 0.07, 宁波: 0.04,
  浙江其他: 0.1, 广东其他: 0.09, 其他: 0.11,
} as const

/** Yuan a month, 2020: outside the county and local (public posts and workshops have their own). */
export const WAGES = {
  out: 4_549,
  local: 3_606,
  sigma: 0.3,
  women: 0.88,
  workshopLow: 1_800,
  workshopHigh: 2_800,
} as const
/** Wages of today over those of 2020; assumed from the national migrant wage (4,961 of 2024 over 4,072). */
export const WAGE_GROWTH: Record<Era, number> = { '2020': 1, today: 1.22 }

/** Ways to a job outside the county: 8 % by organised coach is given, the other shares are assumed. */
export const CHANNELS_OUT: readonly (readonly [string, number])[] = [
  ['政府组织', 0.08], ['企业组织', 0.07], ['农村劳务', 0.06], ['其他', 0.03], ['自发', 0.76],
]

/** Return to the coast after the Spring Festival of 2020: share of out-workers back by the end of a day. */
export const RETURN_CURVE: readonly (readonly [string, number])[] = [
  ['2020-02-08', 0], ['2020-02-20', 0.1], ['2020-03-10', 0.45], ['2020-03-31', 0.8], ['2020-04-30', 0.93],
  ['2020-06-30', 1],
]

/** Workshops recognised in the prefecture, 20–60 workers each. */
export const WORKSHOPS = 134
/** Share of local workers who work in one: 134 × 40 over a third of 460,000. */
export const WORKSHOP_SHARE_OF_LOCAL = 0.035

/** Days of history behind the as-of date that every worker's episodes cover. */
export const HISTORY_DAYS = 426
