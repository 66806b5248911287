import { addMonths, dayNumber } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Seeded } from '@anye/kernel/random'
import { steeredRate } from '../draws.ts'
import type { SteeredRate } from '../draws.ts'
import { MALE_SHARE } from '../profile.ts'
import { BANDS, PARENT_GAP } from './structures.ts'
import type { Role, Slot, Structure } from './structures.ts'

/** A member before any attribute: what relation, age and sex leave open is decided by later files. */
export type Member = { role: Role; male: boolean; age: number; birthDay: number; relation: string }

// Shares of men among heads and others where custom decides; the free draws are steered to the given total.
const MALE_HEAD_OF_COUPLE = 0.88
// The married child at home is a son, but for one marriage in seventeen (上门女婿).
const MALE_HEIR = 0.94
const LIKELY_MALE: Partial<Record<Role, number>> = { H: 0.72, P: 0.3 }

/** Draws ages, sexes and relations that fit together: parents 19–42 years older, couples of two sexes. */
export function memberDraws(asOf: CalendarDate) {
  const male = steeredRate()
  const birthDays = birthDayRanges(asOf)
  return (structure: Structure, random: Seeded): Member[] => {
    const ages: Ages = { H: 0, B: undefined, P: 0 }
    const sexes: Sexes = {}
    const couple = structure.slots[1]?.role === 'S'
    return structure.slots.map((slot) => {
      const age = drawAge(slot, structure, ages, random)
      const isMale = drawSex(slot, forcedSex(slot, couple, sexes, random), male, random)
      if (slot.role === 'H' || slot.role === 'B' || slot.role === 'P') ages[slot.role] = age
      sexes[slot.role] = isMale
      const [first, last] = birthDays[age] ?? [0, 0]
      const relation = relationOf(slot.role, isMale, age, ages.H, sexes)
      return { role: slot.role, male: isMale, age, birthDay: random.int(first, last), relation }
    })
  }
}

const span = (lo: number, hi: number, random: Seeded) => (hi <= lo ? lo : random.int(lo, hi))

function drawAge(slot: Slot, structure: Structure, ages: Ages, random: Seeded): number {
  const [from, to] = BANDS[slot.band]
  const clamp = (age: number) => Math.max(from, Math.min(to, age))
  const [youngest, oldest] = PARENT_GAP
  const head = ages.H
  switch (slot.role) {
    case 'H':
      return slot.band === 'E'
        ? Math.max(structure.headFrom, oldAge(random))
        : span(structure.headFrom, structure.headTo, random)
    case 'S':
      return clamp(head + random.int(-5, 4))
    case 'K':
    case 'B':
      return span(Math.max(from, head - oldest), Math.min(to, head - youngest), random)
    case 'D':
      return clamp((ages.B ?? head) + random.int(-4, 3))
    case 'G':
      return span(from, Math.min(to, (ages.B ?? head - youngest) - youngest), random)
    case 'P':
      return span(Math.max(from, head + youngest), Math.min(to, head + oldest), random)
    case 'Q':
      return clamp(ages.P + random.int(-4, 4))
    case 'L':
      return clamp(head + random.int(-9, 9))
  }
}

/** True for a man where the place in the household decides, undefined where it does not. */
function forcedSex({ role }: Slot, couple: boolean, sexes: Sexes, random: Seeded): boolean | undefined {
  if (role === 'S') return !sexes.H
  if (role === 'D') return !sexes.B
  if (role === 'Q') return !sexes.P
  if (role === 'H' && couple) return random.next() < MALE_HEAD_OF_COUPLE
  return role === 'B' ? random.next() < MALE_HEIR : undefined
}

function drawSex(slot: Slot, forced: boolean | undefined, male: SteeredRate, random: Seeded): boolean {
  male.count(MALE_SHARE)
  if (forced === undefined) {
    return male.draw(random, slot.band === 'E' ? 0.4 : (LIKELY_MALE[slot.role] ?? 0.52))
  }
  if (forced) male.record()
  return forced
}

type Sexes = Partial<Record<Role, boolean>>
type Ages = { H: number; B: number | undefined; P: number }

// Two thirds of the old are 65 and over (晴隆: 11.04 of 15.52 %).
function oldAge(random: Seeded): number {
  const draw = random.next()
  return 60 + Math.floor(30 * draw * Math.sqrt(draw))
}

/** First and last birthday of someone aged 0, 1, 2 … on the day. */
function birthDayRanges(asOf: CalendarDate): [number, number][] {
  return Array.from({ length: 120 }, (_, age) => [
    dayNumber(addMonths(asOf, -12 * (age + 1))) + 1,
    dayNumber(addMonths(asOf, -12 * age)),
  ])
}

/** As poverty sheets write it (DOMAIN §3.1): 之子, 之儿媳 …, with 户主 and 配偶 bare. */
function relationOf(role: Role, male: boolean, age: number, head: number, sexes: Sexes): string {
  const marriedDaughter = sexes.B === false
  switch (role) {
    case 'H':
      return '户主'
    case 'S':
      return '配偶'
    case 'K':
    case 'B':
      return male ? '之子' : '之女'
    case 'D':
      return male ? '之女婿' : '之儿媳'
    case 'G':
      return marriedDaughter ? (male ? '之外孙子' : '之外孙女') : male ? '之孙子' : '之孙女'
    case 'P':
    case 'Q':
      return male ? '之父' : '之母'
    case 'L':
      return male ? (age > head ? '之兄' : '之弟') : age > head ? '之姐' : '之妹'
  }
}
