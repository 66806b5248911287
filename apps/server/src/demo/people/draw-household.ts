import type { Seeded } from '@anye/kernel/random'
import { steeredChoice } from '../draws.ts'
import type { DemoHousehold, HouseholdClass, PrefectureOptions, VillagePlan } from '../model.ts'
import { ETHNIC_GROUPS } from '../plan/ranks.ts'
import { memberDraws } from './draw-members.ts'
import type { Member } from './draw-members.ts'
import { personDraws } from './draw-person.ts'
import type { NamedMember } from './draw-person.ts'
import { householdFacts } from './household-facts.ts'
import { identityNumbers } from './identity.ts'
import { drawGeneration, drawGivenName, drawSurname } from './names.ts'
import { structureDraws } from './structures.ts'

/** Which household of which village is wanted. */
export type HouseholdSlot = {
  of: HouseholdClass
  left: boolean
  village: VillagePlan
  /** Running number in the village, from 1. */
  number: number
  group: number
  contact: string
  grid: string
}

// Share of marriages across groups; the partner comes from the village's mix, so shares keep.
const MIXED_MARRIAGES = 0.3

/** Draws whole households: form, members, names, numbers, abilities and work. */
export function householdDraws(options: PrefectureOptions, root: Seeded) {
  const structureOf = structureDraws()
  const membersOf = memberDraws(options.asOf)
  const numbers = identityNumbers()
  const personOf = personDraws(options, root, numbers)
  const ethnicOf = steeredChoice(ETHNIC_GROUPS.length)

  return (random: Seeded, slot: HouseholdSlot): DemoHousehold => {
    const { of, left, village, number, ...rest } = slot
    const members = membersOf(structureOf[of](random), random)
    const { attribute, ...facts } = householdFacts(random, of, left, village, options.era)
    const no = `${village.code}${String(number).padStart(5, '0')}`
    const drawEthnic = () => ETHNIC_GROUPS[ethnicOf(random, village.ethnicShares)] ?? '汉族'
    const couple = members[1]?.role === 'S'
    const persons = familyNames(random, members, drawEthnic).map((named, index) => {
      const home = { of, village, attribute, head: index === 0, couple }
      return personOf(random, { ...named, no: `${no}${String(index + 1).padStart(2, '0')}` }, home)
    })
    const phone = persons.find(({ phone: own }) => own !== undefined)?.phone ?? numbers.phone()
    return { no, village, class: of, attribute, ...facts, phone, ...rest, members: persons }
  }
}

/** Name and group of each member: children carry their father's surname, wives keep their own. */
function familyNames(random: Seeded, members: readonly Member[], drawEthnic: () => string): NamedMember[] {
  const ethnic = drawEthnic()
  const surname = drawSurname(random, ethnic)
  const generation = drawGeneration(random)
  const next = drawGeneration(random)
  return members.map((member) => {
    const { role, male, age } = member
    const outside = role === 'S' || role === 'D' || ((role === 'P' || role === 'Q') && !male)
    const own = outside && random.next() < MIXED_MARRIAGES ? drawEthnic() : ethnic
    const family = outside ? drawSurname(random, own) : surname
    const line = role === 'H' || role === 'L' ? generation : next
    return { member, name: family + drawGivenName(random, male, age, own, line), ethnic: own }
  })
}
