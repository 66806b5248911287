import { must } from '@anye/kernel/assert'
import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'
import type { HouseholdClass } from '../model.ts'
import { ORDINARY_MEAN } from '../plan/plan-villages.ts'
import { AGES, SEGMENTS } from '../profile.ts'

/**
 * H head, S spouse, K unmarried child, B married child, D that child's spouse, G grandchild, P parent,
 * Q the other parent, L sibling.
 */
export type Role = 'H' | 'S' | 'K' | 'B' | 'D' | 'G' | 'P' | 'Q' | 'L'
/**
 * C 0–14, Y 15–24, A 25–39, M 40–59, E 60 and over: the bounds of the given age shares are bounds of bands.
 */
export type Band = 'C' | 'Y' | 'A' | 'M' | 'E'
export type Slot = { role: Role; band: Band }
export type Structure = { slots: readonly Slot[]; headFrom: number; headTo: number }

export const BANDS: Record<Band, readonly [number, number]> = {
  C: [0, 14],
  Y: [15, 24],
  A: [25, 39],
  M: [40, 59],
  E: [60, 95],
}

/** Youngest and oldest parent of a child in these households. */
export const PARENT_GAP = [19, 42] as const

// Household forms of the countryside with rough weights; the tilt below makes them fit the given figures.
const FORMS: readonly (readonly [string, number])[] = [
  ['HM', 3], ['HA', 2], ['HE', 3], ['HE SE', 5], ['HM SM', 5], ['HA SA', 2],
  ['HA SA KC', 6], ['HA SA KC KC', 9], ['HA SA KC KC KC', 4], ['HA SA KC KC KC KC', 1],
  ['HM SM KC', 3], ['HM SM KC KC', 4], ['HM SM KY', 6], ['HM SM KY KC', 7], ['HM SM KY KY', 7],
  ['HM SM KY KY KC', 4], ['HM SM KY KY KY', 2], ['HM SM KA', 4], ['HM SM KA KY', 3],
  ['HA SA KC PE', 3], ['HA SA KC KC PE', 4], ['HA SA KC KC PE QE', 3], ['HA SA KC KC PM', 2],
  ['HA SA KC PM QM', 2],
  ['HM SM KY KC PE', 4], ['HM SM KY KY PE', 3], ['HM SM KY PE QE', 3], ['HM SM KA PE', 2], ['HM SM PE', 2],
  ['HM SM BA DA GC', 4], ['HM SM BA DA GC GC', 5], ['HM SM BA DA GC GC PE', 2], ['HM SM BA DA KY GC', 2],
  ['HE SE BA DA GC GC', 3], ['HE BM DM GY GC', 2], ['HE SE BM DM GY', 2], ['HE SE BM DM GY GY', 2],
  ['HE SE GC', 1.5], ['HE GC GC', 1], ['HM KY', 1.5], ['HM KY KC', 1.5], ['HA KC', 1], ['HA KC KC', 1],
  ['HM PE', 1.5], ['HM LM', 0.7], ['HA LA PE', 0.7], ['HM SM KY KY KC PE', 2], ['HM SM BA DA GC GC GC PE', 1],
]

/** Share of households without anyone of 15–59, by class; assumed, set so that labour households come out. */
const WITHOUT_ADULTS: Record<HouseholdClass, number> = {
  poor: 0.045, resettledPoor: 0.033, resettledOther: 0.033, edge: 0.05, ordinary: 0.06,
}
const MEAN_SIZE: Record<HouseholdClass, number> = {
  poor: SEGMENTS.poor.persons / SEGMENTS.poor.households,
  resettledPoor: SEGMENTS.resettled.persons / SEGMENTS.resettled.households,
  resettledOther: SEGMENTS.resettled.persons / SEGMENTS.resettled.households,
  edge: ORDINARY_MEAN,
  ordinary: ORDINARY_MEAN,
}

const structures = FORMS.map(([form, weight]) => ({ ...readForm(form), weight }))

/** One draw of a household form for each class; takes a tenth of a second to prepare. */
export function structureDraws(): Record<HouseholdClass, (random: Seeded) => Structure> {
  return {
    poor: choiceOf(tilted('poor')),
    resettledPoor: choiceOf(tilted('resettledPoor')),
    resettledOther: choiceOf(tilted('resettledOther')),
    edge: choiceOf(tilted('edge')),
    ordinary: choiceOf(tilted('ordinary')),
  }
}

function readForm(form: string): Structure {
  const slots = form.split(' ').map((token) => ({ role: token[0] as Role, band: token[1] as Band }))
  let [headFrom, headTo] = BANDS[must(slots[0], 'A form has a head').band]
  const [youngest, oldest] = PARENT_GAP
  for (const { role, band } of slots) {
    const [from, to] = BANDS[band]
    if (role === 'K' || role === 'B')
      [headFrom, headTo] = [Math.max(headFrom, from + youngest), Math.min(headTo, to + oldest)]
    if (role === 'P')
      [headFrom, headTo] = [Math.max(headFrom, from - oldest), Math.min(headTo, to - youngest)]
    // A grandchild needs two generations between it and the head.
    if (role === 'G') headFrom = Math.max(headFrom, from + 2 * youngest)
  }
  return { slots, headFrom, headTo }
}

/**
 * Weights of the forms nearest to the rough ones that give the class its mean size, age shares and share of
 * households without adults: each weight times a power of four factors, found by bisection in turn.
 */
function tilted(of: HouseholdClass): (readonly [Structure, number])[] {
  const size = MEAN_SIZE[of]
  const features = structures.map(({ slots }) => {
    const count = (band: Band) => slots.filter((slot) => slot.band === band).length
    const adults = count('Y') + count('A') + count('M')
    return [slots.length, count('C'), count('E'), adults === 0 ? 1 : 0]
  })
  const goals = [size, size * AGES.under15, size * AGES.over59, WITHOUT_ADULTS[of]]
  const weights = structures.map(({ weight }) => weight)
  for (let round = 0; round < 120; round++) {
    goals.forEach((goal, at) => {
      const powers = features.map((row) => row[at] ?? 0)
      const factor = factorFor(weights, powers, goal)
      powers.forEach((power, index) => {
        weights[index] = (weights[index] ?? 0) * factor ** power
      })
    })
  }
  return structures.map((structure, index) => [structure, weights[index] ?? 0])
}

/** Factor f for which the mean of `powers` under weights × f^power is `goal`. */
function factorFor(weights: readonly number[], powers: readonly number[], goal: number): number {
  let [low, high] = [0.2, 5]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    let [total, mean] = [0, 0]
    weights.forEach((weight, index) => {
      const power = powers[index] ?? 0
      const scaled = weight * middle ** power
      total += scaled
      mean += scaled * power
    })
    if (mean / total < goal) low = middle
    else high = middle
  }
  return (low + high) / 2
}
