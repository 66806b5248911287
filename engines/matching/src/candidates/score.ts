import { NO_SKILL, type Offers } from './offers.ts'
import { rankOfSkill, worthOfArea } from './rules.ts'
import type { Seekers } from './seekers.ts'

/** How much each part may add; together 1,000. */
export const PARTS = { wage: 400, skill: 200, place: 200, education: 100, lodging: 50, stay: 50 } as const
export type Part = keyof typeof PARTS
export const HIGHEST_FIT = 1000
/** Parts that differ within one area and skill, wage aside. */
export const REST_MOST = PARTS.education + PARTS.lodging + PARTS.stay

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
    education: educationPart(seekers, s, offers, v),
    lodging: lodgingPart(seekers, s, offers, v),
    stay: stayPart(seekers, s, offers, v),
  }
}

export function wagePart(wage: number, expects: number): number {
  return Math.min(PARTS.wage, Math.floor((PARTS.wage * wage) / (GENEROUS * expects)))
}

export function skillPart(seekers: Seekers, s: number, skill: number): number {
  if (skill === NO_SKILL) return UNSKILLED
  return rankOfSkill(seekers, s, skill) === 0 ? PARTS.skill : OTHER_SKILL
}

/** Education, lodging and stay. */
export function restParts(seekers: Seekers, s: number, offers: Offers, v: number): number {
  return educationPart(seekers, s, offers, v) + lodgingPart(seekers, s, offers, v) + stayPart(seekers, s, offers, v)
}

/** Who knows much more than is asked will soon be gone. */
function educationPart(seekers: Seekers, s: number, offers: Offers, v: number): number {
  return Math.max(0, PARTS.education - EDUCATION_STEP * (seekers.education.values[s]! - offers.education.values[v]!))
}

function lodgingPart(seekers: Seekers, s: number, offers: Offers, v: number): number {
  return seekers.wantsLodging.values[s] === 1 && offers.hasLodging.values[v] === 0 ? 0 : PARTS.lodging
}

function stayPart(seekers: Seekers, s: number, offers: Offers, v: number): number {
  return Math.min(PARTS.stay, Math.floor((PARTS.stay * offers.months.values[v]!) / seekers.months.values[s]!))
}
