import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Era, WorkArea } from './profile.ts'

/**
 * Household types of DOMAIN §3.1 by code: 01 not yet out, 02 out, 03 unstable, 04 edge, 05 sudden, 06
 * ordinary, 07 urban.
 */
export type HouseholdType = '01' | '02' | '03' | '04' | '05' | '06' | '07'

/** A resettlement site (安置点) and the residential area (新市民居住区) it belongs to. */
export type Site = { name: string; area: number }

/** One village or community with the households it gets and its place in the ranks. */
export type VillagePlan = {
  code: string
  name: string
  townshipCode: string
  township: string
  countyCode: string
  county: string
  urban: boolean
  groups: number
  households: HouseholdCounts
  site: Site | undefined
  /** Weighted rank 0–1 over all villages: how late its people return and how many stay without work. */
  lag: number
  /** Weighted rank 0–1: how many of its workers leave the province. */
  outflow: number
  /** Shares of the ethnic groups, in the order of ETHNIC_GROUPS. */
  ethnicShares: readonly number[]
}

/** Households by class; `left` is the part of `poor` and `resettledPoor` not yet out of poverty in 2020. */
export type HouseholdCounts = {
  poor: number
  resettledPoor: number
  resettledOther: number
  edge: number
  ordinary: number
  left: number
}

export type HouseholdClass = Exclude<keyof HouseholdCounts, 'left'>

export type DemoHousehold = {
  no: string
  village: VillagePlan
  class: HouseholdClass
  type: HouseholdType
  attribute: '一般' | '低保' | '特困供养'
  /** 1-based village group. */
  group: number
  resettledYear: number | undefined
  site: Site | undefined
  room: string | undefined
  causes: readonly string[]
  /** Yuan a head and year. */
  income: number
  landMu: number
  phone: string
  contact: string
  grid: string
  members: DemoPerson[]
}

export type DemoPerson = {
  no: string
  name: string
  idNo: string
  sex: '男' | '女'
  birth: CalendarDate
  age: number
  ethnic: string
  relation: string
  /** Exactly one of the two. */
  education: string | undefined
  inSchool: string | undefined
  health: string
  disability: string | undefined
  labourSkill: string
  popClass: string
  /** Where the person is registered when that is elsewhere, as an office writes it. */
  hukou: string | undefined
  marital: string
  political: string
  phone: string | undefined
  dibao: boolean
  tekun: boolean
  bankNo: string | undefined
  skills: string | undefined
  intent: string | undefined
  /** Labourer by DOMAIN §4: 16–59, able, population class 03. */
  labourer: boolean
  exemption: string | undefined
  training: { name: string; on: CalendarDate } | undefined
  work: DemoWork | undefined
}

/** A labourer's work: where planned, the open episode if there is one, and the closed ones, oldest first. */
export type DemoWork = {
  area: WorkArea
  current: DemoEpisode | undefined
  past: readonly DemoEpisode[]
  /** What the sheet says about someone without an episode: 待业, 在家, 务农. */
  idle: string
}

export type DemoEpisode = {
  from: CalendarDate
  to: CalendarDate | undefined
  area: Exclude<WorkArea, 'none'>
  employer: string
  uscc: string | undefined
  occupation: string
  industry: string
  /** Text a clerk writes, county or city at least. */
  place: string
  placeCode: string
  /** City group of DESTINATION_SHARES, for out-of-province work. */
  destination: string | undefined
  /** Yuan a month. */
  wage: number
  channel: string
  organised: boolean
  form: string
  contract: { kind: string; from: CalendarDate | undefined; to: CalendarDate | undefined }
  gainType: '返岗' | '增岗' | '稳岗'
  postType: string | undefined
  verifiedOn: CalendarDate
  verifyMethod: string
  endReason: string | undefined
}

export type PrefectureOptions = {
  scale: number
  seed: string | number
  asOf: CalendarDate
  era: Era
  /** Codes of the reporting units, townships and villages that are peopled; everything without it. */
  places?: readonly string[] | undefined
}

/** A plan known at once (1,294 villages) and its households, generated village by village on demand. */
export type Prefecture = {
  options: PrefectureOptions
  villages: readonly VillagePlan[]
  /** Starts again from the seed at each call; holds one village in memory. */
  households(): Generator<DemoHousehold[], void, void>
}
