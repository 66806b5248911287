import { NO_SKILL, type Offers } from './offers.ts'
import { rankOfSkill, worthOfArea } from './rules.ts'
import type { Seekers } from './seekers.ts'

/** How much each part may add; together 1,000. */
export const PARTS = { wage: 400, skill: 200, place: 200, education: 100, lodging: 50, stay: 50 } as const
export type Part = keyof typeof PARTS
export const HIGHEST_FIT = 1000

/** The full wage part is for who is offered this many times what he expects. */
const GENEROUS = 1.6
/** A vacancy that asks for nothing uses nobody's skill; one that asks for a second skill uses it less well than the first. */
const [UNSKILLED, OTHER_SKILL] = [80, 140]
const EDUCATION_STEP = 25

/** The parts of the fit of a feasible pair, whole numbers that add up to it. */
export function partsOf(seekers: Seekers, s: number, offers: Offers, v: number): Record<Part, number> {
  return {
    wage: wagePart(offers.wage.values[v]!, seekers.expects.values[s]!),
    skill: skillPart(seekers, s, offers.skill.values[v]!),
    place: worthOfArea(seekers, s, offers.area.values[v]!),
    education: educationPart(seekers.education.values[s]!, offers.education.values[v]!),
    lodging: lodgingPart(seekers.wantsLodging.values[s]!, offers.hasLodging.values[v]!),
    stay: stayPart(seekers, s, offers, v),
  }
}

export function wagePart(wage: number, expects: number): number {
  return Math.min(PARTS.wage, Math.floor(wageShare(wage, expects)))
}

/** The wage part before it is cut to a whole number of at most `PARTS.wage`. */
export function wageShare(wage: number, expects: number): number {
  return (PARTS.wage * wage) / (GENEROUS * expects)
}

export function skillPart(seekers: Seekers, s: number, skill: number): number {
  if (skill === NO_SKILL) return UNSKILLED
  return rankOfSkill(seekers, s, skill) === 0 ? PARTS.skill : OTHER_SKILL
}

/** Who knows much more than is asked will soon be gone. */
export function educationPart(education: number, asked: number): number {
  return Math.max(0, PARTS.education - EDUCATION_STEP * (education - asked))
}

/** Both 0 or 1. */
export function lodgingPart(wantsLodging: number, hasLodging: number): number {
  return wantsLodging === 1 && hasLodging === 0 ? 0 : PARTS.lodging
}

export function stayPart(seekers: Seekers, s: number, offers: Offers, v: number): number {
  return Math.min(PARTS.stay, Math.floor((PARTS.stay * offers.months.values[v]!) / seekers.months.values[s]!))
}
