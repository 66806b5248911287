import type { CodeList } from '@anye/codes/code-list'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { EVIDENCE } from '@anye/codes/evidence'
import { DISABILITY_GRADE } from '@anye/codes/health'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import type { Parameters } from '../settings-types.ts'

type KeyOf<Value> = {
  [Key in keyof Parameters]: Parameters[Key] extends Value ? Key : never
}[keyof Parameters]
export type NumberKey = KeyOf<number>
export type CodeKey = KeyOf<string>
export type CodesKey = KeyOf<string[]>
export type FlagKey = KeyOf<boolean>

export type Unit = 'age' | 'day' | 'workday' | 'yuan'

/** A parameter of the definitions, how it is shown and typed; its name is the message `parameter.<key>`. */
export type ParameterField =
  | { kind: 'number'; key: NumberKey; unit: Unit; least: number; most: number }
  | { kind: 'code'; key: CodeKey; list: CodeList }
  | { kind: 'codes'; key: CodesKey; list: CodeList }
  | { kind: 'flag'; key: FlagKey }

/** In the order in which a definition is read: who counts, what is work, what is stable, which clock runs. */
export const PARAMETER_FIELDS: readonly ParameterField[] = [
  { kind: 'number', key: 'labourAgeFrom', unit: 'age', least: 16, most: 30 },
  { kind: 'number', key: 'labourAgeTo', unit: 'age', least: 40, most: 80 },
  { kind: 'code', key: 'labourPopClass', list: POPULATION_CLASS },
  { kind: 'codes', key: 'labourSkills', list: LABOUR_SKILL },
  { kind: 'codes', key: 'noLabourGrades', list: DISABILITY_GRADE },
  { kind: 'flag', key: 'countsHukouElsewhere' },
  { kind: 'number', key: 'evidenceDays', unit: 'day', least: 1, most: 366 },
  { kind: 'number', key: 'paidDays', unit: 'day', least: 0, most: 31 },
  { kind: 'number', key: 'lowIncomeLine', unit: 'yuan', least: 0, most: 100_000 },
  { kind: 'code', key: 'farmingForm', list: EPISODE_FORM },
  { kind: 'number', key: 'stableDays', unit: 'day', least: 1, most: 366 },
  { kind: 'number', key: 'gapDays', unit: 'day', least: 0, most: 366 },
  { kind: 'code', key: 'openEndedContract', list: CONTRACT_KIND },
  { kind: 'code', key: 'wageEvidence', list: EVIDENCE },
  { kind: 'code', key: 'selfEmployedForm', list: EPISODE_FORM },
  { kind: 'codes', key: 'postForms', list: EPISODE_FORM },
  { kind: 'number', key: 'zeroClearDays', unit: 'workday', least: 1, most: 366 },
]
