import { addMonths, dayNumber } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Seeded } from '@anye/kernel/random'
import { steeredRate } from '../draws.ts'
import { MALE_SHARE } from '../profile.ts'
import { BANDS, PARENT_GAP } from './structures.ts'
import type { Role, Slot, Structure } from './structures.ts'

/** A member before any attribute: what relation, age and sex leave open is decided by later files. */
export type Member = { role: Role; male: boolean; age: number; birthDay: number; relation: string }

// Shares of men among heads and others where custom decides; the free draws are steered to the given total.
const MALE_HEAD_OF_COUPLE = 0.88
const LIKELY_MALE: Partial<Record<Role, number>> = { H: 0.72, P: 0.3 }

/** Draws ages, sexes and relations that fit together: parents 19–42 years older, couples of two sexes. */
export function memberDraws(asOf: CalendarDate) {
  const male = steeredRate()
  const birthDays = birthDayRanges(asOf)
  const span = (lo: number, hi: number, random: Seeded) => (hi <= lo ? lo : random.int(lo, hi))

  function ageOf(slot: Slot, structure: Structure, ages: Ages, random: Seeded): number {
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

  function sexOf(
    slot: Slot,
    structure: Structure,
    sexes: Partial<Record<Role, boolean>>,
    random: Seeded,
  ): boolean {
    male.count(MALE_SHARE)
    const couple = structure.slots[1]?.role === 'S'
    const forced =
      slot.role === 'S'
        ? !sexes.H
        : slot.role === 'D'
          ? !sexes.B
          : slot.role === 'Q'
            ? !sexes.P
            : slot.role === 'H' && couple
              ? random.next() < MALE_HEAD_OF_COUPLE
              : slot.role === 'B'
                ? random.next() < 0.94
                : undefined
    if (forced === undefined)
      return male.draw(random, slot.band === 'E' ? 0.4 : (LIKELY_MALE[slot.role] ?? 0.52))
    if (forced) male.record()
    return forced
  }

  return (structure: Structure, random: Seeded): Member[] => {
    const ages: Ages = { H: 0, B: undefined, P: 0 }
    const sexes: Partial<Record<Role, boolean>> = {}
    return structure.slots.map((slot) => {
      const age = ageOf(slot, structure, ages, random)
      const isMale = sexOf(slot, structure, sexes, random)
      if (slot.role === 'H' || slot.role === 'B' || slot.role === 'P') ages[slot.role] = age
      sexes[slot.role] = isMale
      const [first, last] = birthDays[age] ?? [0, 0]
      const relation = relationOf(slot.role, isMale, age, ages.H, sexes)
      return { role: slot.role, male: isMale, age, birthDay: random.int(first, last), relation }
    })
  }
}

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
function relationOf(
  role: Role,
  male: boolean,
  age: number,
  head: number,
  sexes: Partial<Record<Role, boolean>>,
): string {
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
