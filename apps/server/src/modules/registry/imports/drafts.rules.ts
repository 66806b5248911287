import type { CellInput } from '@anye/codes/parse/cell'
import type { Channel } from '@anye/codes/channel'
import type { ContractKind } from '@anye/codes/contract-kind'
import type { DatePrecision } from '@anye/codes/parse/date-cell'
import type { Education } from '@anye/codes/education'
import type { EpisodeForm } from '@anye/codes/episode-form'
import type { Ethnic } from '@anye/codes/ethnic'
import type { Evidence } from '@anye/codes/evidence'
import type { GainType } from '@anye/codes/gain-type'
import type { Health } from '@anye/codes/health'
import type { HouseholdAttribute } from '@anye/codes/household-attribute'
import type { HouseholdType } from '@anye/codes/household-type'
import type { InSchool } from '@anye/codes/in-school'
import type { Industry } from '@anye/codes/industry'
import type { Intent } from '@anye/codes/intent'
import type { LabourSkill } from '@anye/codes/labour-skill'
import type { Marital } from '@anye/codes/marital'
import type { Occupation } from '@anye/codes/occupation'
import type { Place } from '@anye/codes/parse/place-index'
import type { Political } from '@anye/codes/political'
import type { PopulationClass } from '@anye/codes/population-class'
import type { PovertyCause } from '@anye/codes/poverty-cause'
import type { PublicPost } from '@anye/codes/public-post'
import type { Relation } from '@anye/codes/relation'
import type { Sex } from '@anye/codes/sex'
import type { Wage } from '@anye/codes/parse/wage-cell'
import type { WorkArea } from '@anye/codes/work-area'
import type { WorkStatus } from '@anye/codes/parse/work-status-cell'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/**
 * A value of a draft. `undefined`: the sheet has no such column, or its cell could not be read, so a stored
 * value stays. `null`: the column is there and empty.
 */
export type Stated<T> = T | null | undefined

/** A date as people supply it: `date` is the first day of the month or year that is named. */
export type DatedValue = { date: CalendarDate; precision: DatePrecision }

/** A household as a roster states it. Amounts in yuan a year and head, land in mu. */
export type HouseholdDraft = {
  hhNo: Stated<string>
  headName: Stated<string>
  type: Stated<HouseholdType>
  attribute: Stated<HouseholdAttribute>
  outOfPovertyYear: Stated<number>
  resettled: Stated<boolean>
  resettleYear: Stated<number>
  site: Stated<string>
  room: Stated<string>
  causes: Stated<PovertyCause[]>
  perCapitaIncome: Stated<number>
  landMu: Stated<number>
  phone: Stated<string>
  contactName: Stated<string>
  gridName: Stated<string>
}

/** 1 citizen ID, 9 none (yet). */
export type IdType = '1' | '9'

/** A person as a roster states them, with the GB code of where they are registered: 6, 9 or 12 digits as far as it is known. */
export type PersonDraft = OwnCells & { registerDivision: Stated<string> }

/**
 * What a person's cells state without the list of divisions. `idNo` is always 18 characters; `birth` and `sex` come from it when not
 * stated.
 */
export type OwnCells = {
  seq: Stated<string>
  personNo: Stated<string>
  idType: IdType
  idNo: string | null
  name: string
  /** What stood in brackets beside the name, usually a former or familiar name. */
  nameNote: string | null
  /** The sheet marks the person as deceased, in the name, the population class or the work status. */
  deceased: boolean
  sex: Stated<Sex>
  birth: Stated<DatedValue>
  ethnic: Stated<Ethnic>
  relation: Stated<Relation>
  education: Stated<Education>
  inSchool: Stated<InSchool>
  health: Stated<Health[]>
  disability: Stated<{ category: number | null; grade: number | null; certificateNo: string | null }>
  labourSkill: Stated<LabourSkill>
  popClass: Stated<PopulationClass>
  marital: Stated<Marital>
  political: Stated<Political>
  phone: Stated<string>
  otherPhones: string[]
  dibao: Stated<boolean>
  tekun: Stated<boolean>
  bankNo: Stated<string>
  skills: Stated<string[]>
  intents: Stated<Intent[]>
  /** What the sheet says the person does, job or not (务农, 在家, 待业); not evidence of employment. */
  workStatus: Stated<WorkStatus>
  training: Stated<string>
  trainingOn: Stated<DatedValue>
  remark: Stated<string>
}

/** A job as a roster states it: the seed of an employment episode. */
export type WorkDraft = {
  status: WorkStatus
  /** Not ended on the day of the import. */
  open: boolean
  form: EpisodeForm | null
  employer: Stated<string>
  uscc: Stated<string>
  /**
   * `occupation` and `industry` are codes where the word is known; the words themselves are kept beside them.
   */
  occupation: Stated<Occupation>
  occupationText: Stated<string>
  industry: Stated<Industry>
  industryText: Stated<string>
  place: Stated<Place>
  placeText: Stated<string>
  /** Work area as written (省外, 县内), for a place that is not known well enough to derive it. */
  area: Stated<WorkArea>
  from: Stated<DatedValue>
  to: Stated<DatedValue>
  months: Stated<number>
  wage: Stated<Wage>
  channel: Stated<Channel>
  organised: Stated<boolean>
  contract: Stated<ContractKind>
  contractFrom: Stated<DatedValue>
  contractTo: Stated<DatedValue>
  gainType: Stated<GainType>
  postType: Stated<PublicPost>
  verifiedOn: Stated<DatedValue>
  verifyMethod: Stated<Evidence>
}

/** The row as written, by column key; unmapped columns included. */
export type RawRow = Readonly<Record<string, CellInput>>
