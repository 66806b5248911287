import type { z } from 'zod'
import { hasCode, type CodeList } from '@anye/codes/code-list'
import { EDUCATION } from '@anye/codes/education'
import { DISABILITY_CATEGORY, DISABILITY_GRADE, HEALTH } from '@anye/codes/health'
import { IN_SCHOOL } from '@anye/codes/in-school'
import { INTENT } from '@anye/codes/intent'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { MARITAL } from '@anye/codes/marital'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import type { CorrectPersonRequest } from '@anye/contract/registry/persons/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'

type Changes = z.infer<typeof CorrectPersonRequest>['changes']

// Form field → column; sealed fields are handled apart.
const COLUMNS = {
  name: 'name', sex: 'sex', birth: 'birth', relation: 'relation', education: 'education', inSchool: 'in_school', graduatesOn: 'graduates_on',
  labourSkill: 'labour_skill', marital: 'marital', registerDivision: 'register_division',
  popClass: 'pop_class', intent: 'intent', status: 'status', exitOn: 'exit_on',
} as const satisfies Partial<Record<keyof Changes, string>>

const LISTS = {
  relation: RELATION, education: EDUCATION, inSchool: IN_SCHOOL, labourSkill: LABOUR_SKILL, popClass: POPULATION_CLASS, intent: INTENT,
  marital: MARITAL, disabilityCategory: DISABILITY_CATEGORY, disabilityGrade: DISABILITY_GRADE,
} as const satisfies Partial<Record<keyof Changes, CodeList>>

/**
 * Columns that a correction sets. Who died or moved out counts
 * no more from the day of exit on, so there always is one: today unless the form or the record says when (V14).
 */
export function plainChanges(changes: Changes, exitOn: CalendarDate | null, today: CalendarDate): Record<string, string | null> {
  const settled = { ...changes, ...exitOf(changes, exitOn, today) }
  return Object.fromEntries((Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).flatMap((field) => {
    const value = settled[field]
    return value === undefined ? [] : [[COLUMNS[field], value]]
  }))
}

function exitOf({ status, exitOn }: Changes, known: CalendarDate | null, today: CalendarDate): Pick<Changes, 'exitOn'> {
  if (status === undefined) return {}
  return { exitOn: status === 'active' ? null : (exitOn ?? known ?? today) }
}

/** V07: who changes one of the two leaves exactly one filled in. */
export function hasSchoolingConflict(changes: Changes, known: { education: unknown; inSchool: unknown }): boolean {
  if (changes.education === undefined && changes.inSchool === undefined) return false
  const { education, inSchool } = {
    education: changes.education === undefined ? known.education : changes.education,
    inSchool: changes.inSchool === undefined ? known.inSchool : changes.inSchool,
  }
  return (education === null) === (inSchool === null)
}

/** What the page shows to nobody below F4 without a reason (DOMAIN section 2), and so lets nobody else write. */
const SENSITIVE = ['health', 'disabilityCategory', 'disabilityGrade'] as const satisfies readonly (keyof Changes)[]

/** True when the correction touches health or disability. */
export function touchesHealth(changes: Changes): boolean {
  return SENSITIVE.some((field) => changes[field] !== undefined)
}

// 健康 contradicts every other word of the set.
function isHealthSet(health: readonly string[]): boolean {
  const known = health.every((code) => hasCode(HEALTH, code))
  return known && new Set(health).size === health.length && (health.length < 2 || !health.includes('1'))
}

/** The first field with a code that no list knows, or a day in the future. */
export function faultyField(changes: Changes, today: CalendarDate): keyof Changes | undefined {
  const unknown = (Object.keys(LISTS) as (keyof typeof LISTS)[]).find((field) => {
    const code = changes[field]
    return typeof code === 'string' && !hasCode(LISTS[field], code)
  })
  if (changes.health !== undefined && !isHealthSet(changes.health)) return 'health'
  return unknown ?? (['birth', 'exitOn'] as const).find((field) => {
    const day = changes[field]
    return typeof day === 'string' && day > today
  })
}
