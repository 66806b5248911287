import { NO_SKILL, type Offers } from './offers.ts'
import type { Seekers } from './seekers.ts'

/** Why a seeker cannot be proposed for a vacancy; the order is that of the question to ask first. */
export const RULES = ['area', 'skill', 'education', 'age', 'certificate', 'refused'] as const
export type Rule = (typeof RULES)[number]

type Predicate = (seekers: Seekers, s: number, offers: Offers, v: number) => boolean

const allowsArea: Predicate = (seekers, s, offers, v) => worthOfArea(seekers, s, offers.area.values[v]!) >= 0
const allowsSkill: Predicate = (seekers, s, offers, v) => offers.skill.values[v] === NO_SKILL || rankOfSkill(seekers, s, offers.skill.values[v]!) >= 0
const allowsEducation: Predicate = (seekers, s, offers, v) => seekers.education.values[s]! >= offers.education.values[v]!
const allowsAge: Predicate = (seekers, s, offers, v) => seekers.age.values[s]! >= offers.ageFrom.values[v]! && seekers.age.values[s]! <= offers.ageTo.values[v]!
const allowsCertificate: Predicate = (seekers, s, offers, v) => (offers.certificates.values[v]! & ~seekers.certificates.values[s]!) === 0
const allowsRefused: Predicate = (seekers, s, _, v) => !hasRefused(seekers, s, v)

/** One predicate for each rule: true when nothing stands against the pair. */
export const ALLOWS: Readonly<Record<Rule, Predicate>> = {
  area: allowsArea, skill: allowsSkill, education: allowsEducation, age: allowsAge, certificate: allowsCertificate, refused: allowsRefused,
}

/** The rules against a pair, none when it is feasible. */
export function refusals(seekers: Seekers, s: number, offers: Offers, v: number): Rule[] {
  return RULES.filter((rule) => !ALLOWS[rule](seekers, s, offers, v))
}

/** The rules that the cells do not decide already, but for a refusal, which names one vacancy. */
export const isFeasibleInCell: Predicate = (seekers, s, offers, v) => allowsAge(seekers, s, offers, v) && allowsCertificate(seekers, s, offers, v)

/** What an area is worth to a seeker, or -1 when he would not work there. */
export function worthOfArea({ wishStart, wishArea, wishWorth }: Seekers, s: number, area: number): number {
  for (let at = wishStart.values[s]!; at < wishStart.values[s + 1]!; at += 1) if (wishArea.values[at] === area) return wishWorth.values[at]!
  return -1
}

/** 0 for the skill he has told first, 1 for the next, …, -1 when he lacks it. */
export function rankOfSkill({ skillStart, skill }: Seekers, s: number, wanted: number): number {
  const from = skillStart.values[s]!
  for (let at = from; at < skillStart.values[s + 1]!; at += 1) if (skill.values[at] === wanted) return at - from
  return -1
}

function hasRefused({ refusedStart, refused }: Seekers, s: number, vacancy: number): boolean {
  for (let at = refusedStart.values[s]!; at < refusedStart.values[s + 1]!; at += 1) if (refused.values[at] === vacancy) return true
  return false
}
