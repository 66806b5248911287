import type { Seeded } from '@anye/kernel/random'
import { dayText } from '../day-text.ts'
import type { DemoHousehold, DemoPerson, HouseholdClass, PrefectureOptions, VillagePlan } from '../model.ts'
import { workDraws } from '../work/assign-work.ts'
import { abilityDraws } from './ability.ts'
import type { Ability } from './ability.ts'
import { maritalOf, politicalOf, trainingOf, wishesOf } from './attributes.ts'
import type { Member } from './draw-members.ts'
import { hukouOf } from './hukou.ts'
import type { IdentityNumbers } from './identity.ts'
import { drawSchool, educationDraws } from './schooling.ts'

export type NamedMember = { member: Member; name: string; ethnic: string }

/**
 * What a person takes from the household; `head` is true for its head, `couple` when the head lives with a
 * spouse.
 */
export type Home = {
  of: HouseholdClass
  village: VillagePlan
  attribute: DemoHousehold['attribute']
  head: boolean
  couple: boolean
}

/** Draws everything about a person whose place in the household, name and group are known. */
export function personDraws(options: PrefectureOptions, root: Seeded, numbers: IdentityNumbers) {
  const abilityOf = abilityDraws()
  const education = educationDraws()
  const workOf = workDraws(options, root)

  function schoolingOf(random: Seeded, { age, male }: Member, inSchool: boolean, { labourer }: Ability) {
    if (inSchool) return undefined
    return labourer ? education.ofLabourer(random, age, male) : education.ofOther(random, age)
  }

  return (random: Seeded, named: NamedMember & { no: string }, home: Home): DemoPerson => {
    const { member, no, name, ethnic } = named
    const { male, age, role, relation } = member
    const { idNo, birthDay } = numbers.citizenId(member.birthDay, male)
    const inSchool = age < 24 && role !== 'H' && role !== 'S' ? drawSchool(random, age) : undefined
    const ability = abilityOf(random, member, inSchool !== undefined, home.of)
    const { labourer, labourSkill } = ability
    const worker = { male, age, weak: labourSkill === '弱劳动力或半劳动力', birthDay }
    const work = labourer ? workOf(random, worker, home.village, home.of) : undefined
    const target = home.of !== 'ordinary'
    return {
      no, name, idNo, sex: male ? '男' : '女', birth: dayText(birthDay), age, ethnic, relation,
      education: schoolingOf(random, member, inSchool !== undefined, ability),
      inSchool,
      ...ability,
      hukou: hukouOf(random, no, member, home.of),
      marital: maritalOf(random, member, home.couple && home.head),
      political: politicalOf(random, age, inSchool),
      phone: labourer || (age >= 60 && random.next() < 0.5) ? numbers.phone() : undefined,
      dibao: home.attribute === '低保',
      tekun: home.attribute === '特困供养',
      bankNo: target && (labourer || home.head) ? numbers.card() : undefined,
      ...wishesOf(random, labourSkill, work),
      training: labourer ? trainingOf(random, options.asOf, target) : undefined,
      work,
    }
  }
}
