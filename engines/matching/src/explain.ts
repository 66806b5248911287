import type { Offers } from './candidates/offers.ts'
import { refusals, RULES, type Rule } from './candidates/rules.ts'
import { type Part, partsOf } from './candidates/score.ts'
import type { Seekers } from './candidates/seekers.ts'
import type { Labour } from './match.ts'
import type { Prices } from './prices.ts'

/** A level and a fit: what somebody lacks, at the prices of the proof, of a place. Levels count first. */
export type Gap = { level: number; fit: number }

/** How often each rule stood alone against a pair: what would have to change for that many pairs to be feasible. */
export type Hindrances = { rule: Rule; alone: number }[]

/** Why a seeker got what he got. */
export type SeekerReason =
  | { kind: 'placed'; vacancy: number; parts: Record<Part, number>; /** Feasible vacancies in all, the proposed one included. */ feasible: number }
  | { kind: 'nothing_feasible'; hindrances: Hindrances }
  | { kind: 'all_full'; feasible: number; closest: Closest; householdCovered: boolean }

/**
 * The feasible vacancy that he came closest to, and who has its places: `holders[t]` people of households of tier `t`,
 * 0 for those where somebody works already.
 */
export type Closest = { vacancy: number; parts: Record<Part, number>; gap: Gap; holders: number[] }

/** Why a vacancy has the places left that it has. */
export type VacancyReason =
  | { kind: 'full' }
  | { kind: 'nobody_feasible'; free: number; hindrances: Hindrances }
  | { kind: 'all_better_placed'; free: number; feasible: number; /** The least fit that one of them would give up by coming. */ nearest: number }

export type Explained = { labour: Labour; place: Int32Array; prices: Prices }

/** The reason of one seeker, from his pairs with all vacancies: a look of milliseconds, made when somebody asks. */
export function explainSeeker({ labour, place, prices }: Explained, s: number): SeekerReason {
  const { seekers, offers } = labour
  const feasible = feasibleOf(seekers, s, offers)
  const vacancy = place[s]!
  if (vacancy !== -1) return { kind: 'placed', vacancy, parts: partsOf(seekers, s, offers, vacancy), feasible: feasible.length }
  if (feasible.length === 0) return { kind: 'nothing_feasible', hindrances: hindrancesOf(offers.count, (v) => refusals(seekers, s, offers, v)) }
  const idle = gainIdle({ labour, place, prices }, s)
  let closest: Closest | undefined
  for (const v of feasible) {
    const parts = partsOf(seekers, s, offers, v)
    const gap = { level: idle.level + prices.vacancy.level[v]!, fit: idle.fit + prices.vacancy.fit[v]! - sumOf(parts) }
    if (closest === undefined || isLess(gap, closest.gap)) closest = { vacancy: v, parts, gap, holders: [] }
  }
  closest!.holders = holdersOf({ labour, place, prices }, closest!.vacancy)
  return { kind: 'all_full', feasible: feasible.length, closest: closest!, householdCovered: isCovered({ labour, place, prices }, s) }
}

/** The reason of one vacancy, from its pairs with all seekers. */
export function explainVacancy({ labour, place }: Explained, v: number): VacancyReason {
  const { seekers, offers } = labour
  const free = offers.places.values[v]! - place.reduce((taken, at) => taken + (at === v ? 1 : 0), 0)
  if (free === 0) return { kind: 'full' }
  let nearest = Number.POSITIVE_INFINITY
  let feasible = 0
  for (let s = 0; s < seekers.count; s += 1) {
    if (refusals(seekers, s, offers, v).length > 0 || place[s] === v) continue
    feasible += 1
    // An idle seeker with a feasible place that is free would not be idle.
    nearest = Math.min(nearest, sumOf(partsOf(seekers, s, offers, place[s]!)) - sumOf(partsOf(seekers, s, offers, v)))
  }
  if (feasible > 0) return { kind: 'all_better_placed', free, feasible, nearest }
  return { kind: 'nobody_feasible', free, hindrances: hindrancesOf(seekers.count, (s) => refusals(seekers, s, offers, v)) }
}

function feasibleOf(seekers: Seekers, s: number, offers: Offers): number[] {
  const feasible: number[] = []
  for (let v = 0; v < offers.count; v += 1) if (refusals(seekers, s, offers, v).length === 0) feasible.push(v)
  return feasible
}

/** Rules that stood alone, the most frequent first; pairs against which several stand are nobody's single fault. */
function hindrancesOf(count: number, refusalsOf: (at: number) => Rule[]): Hindrances {
  const alone = new Map<Rule, number>()
  for (let at = 0; at < count; at += 1) {
    const [only, another] = refusalsOf(at)
    if (only !== undefined && another === undefined) alone.set(only, (alone.get(only) ?? 0) + 1)
  }
  return RULES.filter((rule) => alone.has(rule)).map((rule) => ({ rule, alone: alone.get(rule)! })).sort((a, b) => b.alone - a.alone)
}

/** What an idle seeker has: nothing, less what it costs that he is idle. */
function gainIdle({ labour, prices }: Explained, s: number): Gap {
  const { household, tier } = labour
  const home = household[s]!
  const tiers = tier.reduce((most, each) => Math.max(most, each), 0)
  const alone: Gap = { level: -1 - (tier[home] === 0 ? 0 : tiers + 1 - tier[home]!), fit: 0 }
  const members = household.reduce((count, each) => count + (each === home ? 1 : 0), 0)
  if (tier[home] === 0 || members < 2) return alone
  const stay: Gap = { level: -1 - prices.home.level[home]!, fit: -prices.home.fit[home]! }
  return isLess(alone, stay) ? stay : alone
}

function holdersOf({ labour: { household, tier }, place }: Explained, v: number): number[] {
  const holders = Array.from({ length: 1 + tier.reduce((most, each) => Math.max(most, each), 0) }, () => 0)
  for (let s = 0; s < place.length; s += 1) if (place[s] === v) holders[tier[household[s]!]!]! += 1
  return holders
}

function isCovered({ labour: { household, tier }, place }: Explained, s: number): boolean {
  const home = household[s]!
  return tier[home] !== 0 && household.some((each, w) => each === home && place[w] !== -1)
}

const sumOf = (parts: Record<Part, number>): number => Object.values(parts).reduce((sum, part) => sum + part, 0)
const isLess = (a: Gap, b: Gap): boolean => a.level < b.level || (a.level === b.level && a.fit < b.fit)
