import { CHANNEL } from '@anye/codes/channel'
import type { CodeList } from '@anye/codes/code-list'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { EDUCATION } from '@anye/codes/education'
import { END_REASON } from '@anye/codes/end-reason'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { ETHNIC } from '@anye/codes/ethnic'
import { GAIN_TYPE } from '@anye/codes/gain-type'
import { DISABILITY_CATEGORY, DISABILITY_GRADE, HEALTH } from '@anye/codes/health'
import { HOUSEHOLD_ATTRIBUTE } from '@anye/codes/household-attribute'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { IN_SCHOOL } from '@anye/codes/in-school'
import { INDUSTRY } from '@anye/codes/industry'
import { INTENT } from '@anye/codes/intent'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { MARITAL } from '@anye/codes/marital'
import { OCCUPATION } from '@anye/codes/occupation'
import { POLITICAL } from '@anye/codes/political'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import { TRACK } from '@anye/codes/track'
import { WORK_AREA } from '@anye/codes/work-area'
import type { MessageKey } from '../../../app/i18n/zh-CN.ts'

/** What a field is called and, for a code, which list reads it. */
export interface FieldName {
  label: MessageKey
  list?: CodeList
}

/** What a field of a version is called, by its column: the list of codes tells how to read its values. */
export const FIELD_NAMES: Readonly<Record<string, FieldName>> = {
  name: { label: 'field.name' },
  sex: { label: 'field.sex', list: SEX },
  birth: { label: 'field.birth' },
  relation: { label: 'field.relation', list: RELATION },
  ethnic: { label: 'field.ethnic', list: ETHNIC },
  education: { label: 'field.education', list: EDUCATION },
  in_school: { label: 'field.inSchool', list: IN_SCHOOL },
  graduates_on: { label: 'field.graduatesOn' },
  until_on: { label: 'exemption.until' },
  marital: { label: 'field.marital', list: MARITAL },
  political: { label: 'field.political', list: POLITICAL },
  labour_skill: { label: 'field.labourSkill', list: LABOUR_SKILL },
  pop_class: { label: 'field.popClass', list: POPULATION_CLASS },
  intent: { label: 'field.intent', list: INTENT },
  status: { label: 'field.status' },
  exit_on: { label: 'field.exitOn' },
  id_no: { label: 'field.idNo' },
  phone: { label: 'field.phone' },
  bank_no: { label: 'field.bankNo' },
  health: { label: 'field.health', list: HEALTH },
  disability_category: { label: 'field.disabilityCategory', list: DISABILITY_CATEGORY },
  disability_grade: { label: 'field.disabilityGrade', list: DISABILITY_GRADE },
  register_division: { label: 'field.registerDivision' },
  type: { label: 'field.type', list: HOUSEHOLD_TYPE },
  attribute: { label: 'field.attribute', list: HOUSEHOLD_ATTRIBUTE },
  group_name: { label: 'field.group' },
  contact_name: { label: 'field.contact' },
  grid_name: { label: 'field.grid' },
  resettled: { label: 'field.resettled' },
  site: { label: 'field.site' },
  room: { label: 'field.room' },
  head_id: { label: 'field.head' },
  head_name: { label: 'field.head' },
  members: { label: 'field.members' },
  per_capita_income: { label: 'field.income' },
  land_mu: { label: 'field.land' },
  parents: { label: 'field.merged' },
  moved: { label: 'field.moved' },
  split_off: { label: 'field.splitOff' },
  start_on: { label: 'field.startOn' },
  end_on: { label: 'field.endOn' },
  end_reason: { label: 'field.endReason', list: END_REASON },
  employer_raw: { label: 'field.employer' },
  employer_uscc: { label: 'field.uscc' },
  occupation: { label: 'field.occupation', list: OCCUPATION },
  industry: { label: 'field.industry', list: INDUSTRY },
  sector: { label: 'field.sector' },
  place_code: { label: 'field.placeCode' },
  place_raw: { label: 'field.place' },
  area: { label: 'field.area', list: WORK_AREA },
  track: { label: 'field.track', list: TRACK },
  gain_type: { label: 'field.gainType', list: GAIN_TYPE },
  channel: { label: 'field.channel', list: CHANNEL },
  organised: { label: 'field.organised' },
  form: { label: 'field.form', list: EPISODE_FORM },
  contract: { label: 'field.contract', list: CONTRACT_KIND },
  contract_from: { label: 'field.contractFrom' },
  contract_to: { label: 'field.contractTo' },
  wage_monthly: { label: 'field.wage' },
  wage_min: { label: 'field.wageMin' },
  wage_max: { label: 'field.wageMax' },
  wage_basis: { label: 'field.wageBasis' },
  insured: { label: 'field.insured' },
  voided: { label: 'field.voided' },
}

/** Columns that follow from others and would only repeat the change. */
const DERIVED = new Set(['wage_min', 'wage_max', 'wage_basis', 'sector', 'place_code'])

/** The changes worth reading: derived columns are left out unless nothing else changed. */
export function readableChanges<Change extends { field: string }>(
  changes: readonly Change[],
): readonly Change[] {
  const own = changes.filter(({ field }) => !DERIVED.has(field))
  return own.length > 0 ? own : changes
}
