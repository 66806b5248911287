import type { Seeded } from '@anye/kernel/random'
import { dayText } from '../day-text.ts'
import type { DemoHousehold, DemoPerson, HouseholdClass, PrefectureOptions, VillagePlan } from '../model.ts'
import { ETHNIC_GROUPS } from '../plan/ranks.ts'
import { steeredChoice } from '../draws.ts'
import { workDraws } from '../work/assign-work.ts'
import { abilityDraws } from './ability.ts'
import { maritalOf, politicalOf, trainingOf, wishesOf } from './attributes.ts'
import { memberDraws } from './draw-members.ts'
import type { Member } from './draw-members.ts'
import { householdFacts } from './household-facts.ts'
import { identityNumbers } from './identity.ts'
import { drawGeneration, drawGivenName, drawSurname } from './names.ts'
import { drawSchool, educationDraws } from './schooling.ts'
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
const FROM_OUTSIDE = new Set(['S', 'D'])

/** Draws whole households: form, members, names, numbers, abilities and work. */
export function householdDraws(options: PrefectureOptions, root: Seeded) {
  const structureOf = structureDraws()
  const membersOf = memberDraws(options.asOf)
  const abilityOf = abilityDraws()
  const education = educationDraws()
  const workOf = workDraws(options, root)
  const numbers = identityNumbers()
  const ethnicOf = steeredChoice(ETHNIC_GROUPS.length)

  return (random: Seeded, slot: HouseholdSlot): DemoHousehold => {
    const { of, village } = slot
    const members = membersOf(structureOf[of](random), random)
    const facts = householdFacts(random, of, slot.left, village, options.era)
    const no = `${village.code}${String(slot.number).padStart(5, '0')}`
    const family = familyNames(
      random,
      members,
      () => ETHNIC_GROUPS[ethnicOf(random, village.ethnicShares)] ?? '汉族',
    )
    const persons = members.map((member, index) =>
      person(
        random,
        member,
        index,
        members,
        slot,
        `${no}${String(index + 1).padStart(2, '0')}`,
        family[index] ?? ['', '汉族'],
        facts.attribute,
      ),
    )
    const phone = persons.find(({ phone: own }) => own !== undefined)?.phone ?? numbers.phone()
    return {
      no,
      village,
      class: of,
      group: slot.group,
      ...facts,
      phone,
      contact: slot.contact,
      grid: slot.grid,
      members: persons,
    }
  }

  function person(
    random: Seeded,
    member: Member,
    index: number,
    members: readonly Member[],
    { of, village }: HouseholdSlot,
    no: string,
    [name, ethnic]: readonly [string, string],
    attribute: DemoHousehold['attribute'],
  ): DemoPerson {
    const { male, age } = member
    const { idNo, birthDay } = numbers.citizenId(member.birthDay, male)
    const inSchool =
      age < 24 && member.role !== 'H' && member.role !== 'S' ? drawSchool(random, age) : undefined
    const ability = abilityOf(random, member, inSchool !== undefined, of)
    const weak = ability.labourSkill === '弱劳动力或半劳动力'
    const work = ability.labourer ? workOf(random, { male, age, weak, birthDay }, village, of) : undefined
    const schooling =
      inSchool !== undefined
        ? undefined
        : ability.labourer
          ? education.ofLabourer(random, age, male)
          : education.ofOther(random, age)
    const target = of !== 'ordinary'
    return {
      no,
      name,
      idNo,
      sex: male ? '男' : '女',
      birth: dayText(birthDay),
      age,
      ethnic,
      relation: member.relation,
      education: schooling,
      inSchool,
      ...ability,
      marital: maritalOf(random, member, members[1]?.role === 'S' && index === 0),
      political: politicalOf(random, age, inSchool),
      phone: ability.labourer || (age >= 60 && random.next() < 0.5) ? numbers.phone() : undefined,
      dibao: attribute === '低保',
      tekun: attribute === '特困供养',
      bankNo: target && (ability.labourer || index === 0) ? numbers.card() : undefined,
      ...wishesOf(random, ability.labourSkill, work),
      training: ability.labourer ? trainingOf(random, options.asOf, target) : undefined,
      work,
    }
  }
}

/** Name and group of each member: children carry their father's surname, wives keep their own. */
function familyNames(
  random: Seeded,
  members: readonly Member[],
  drawEthnic: () => string,
): (readonly [string, string])[] {
  const ethnic = drawEthnic()
  const surname = drawSurname(random, ethnic)
  const generation = drawGeneration(random)
  const next = drawGeneration(random)
  return members.map((member) => {
    const outside =
      FROM_OUTSIDE.has(member.role) ||
      (member.role === 'Q' && !member.male) ||
      (member.role === 'P' && !member.male)
    const own = outside && random.next() < MIXED_MARRIAGES ? drawEthnic() : ethnic
    const family = outside ? drawSurname(random, own) : surname
    const line = member.role === 'H' || member.role === 'L' ? generation : next
    return [family + drawGivenName(random, member.male, member.age, own, line), own] as const
  })
}
