import type { Seeded } from '@anye/kernel/random'
import { choiceOf, steeredRate } from '../draws.ts'
import type { HouseholdClass } from '../model.ts'
import { SEGMENTS } from '../profile.ts'
import type { Member } from './draw-members.ts'

/** Health, labour ability and population class of one person, consistent with each other (V08, V09). */
export type Ability = {
  labourer: boolean
  health: string
  disability: string | undefined
  labourSkill: string
  popClass: string
}

const poorAtHome = SEGMENTS.poor.persons - SEGMENTS.resettledPoor * SEGMENTS.resettled.persons
const labourersAtHome =
  SEGMENTS.poor.labourers -
  SEGMENTS.resettledPoor * SEGMENTS.resettled.persons * SEGMENTS.resettled.labourShare
/** Labourers among all persons, by class of household: poor and resettled are given. */
export const LABOUR_SHARE: Record<HouseholdClass, number> = {
  poor: labourersAtHome / poorAtHome,
  resettledPoor: SEGMENTS.resettled.labourShare,
  resettledOther: SEGMENTS.resettled.labourShare,
  edge: SEGMENTS.ordinaryLabourShare,
  ordinary: SEGMENTS.ordinaryLabourShare,
}

const disabilityKind = choiceOf([
  ['肢体', 55], ['听力', 12], ['视力', 10], ['智力', 10], ['精神', 7], ['言语', 3], ['多重', 3],
])
const elderHealth = choiceOf([['健康', 62], ['长期慢性病', 29], ['患有大病', 3], ['残疾', 4], ['残疾,长期慢性病', 2]])
const childHealth = choiceOf([['健康', 98], ['残疾', 0.8], ['患有大病', 0.5], ['长期慢性病', 0.7]])
const NUMERALS = ['一', '二', '三', '四']

const disabilityOf = (random: Seeded, from: number) =>
  `${disabilityKind(random)}${NUMERALS[from + random.int(0, 1)]}级`

/** Draws the abilities of a prefecture; the share of labourers is steered to the given one of each class. */
export function abilityDraws() {
  const rates: Record<HouseholdClass, ReturnType<typeof steeredRate>> = {
    poor: steeredRate(),
    resettledPoor: steeredRate(),
    resettledOther: steeredRate(),
    edge: steeredRate(),
    ordinary: steeredRate(),
  }
  return (random: Seeded, { age, male }: Member, inSchool: boolean, of: HouseholdClass): Ability => {
    rates[of].count(LABOUR_SHARE[of])
    if (age < 16) return dependant(random, childHealth(random), '未满16')
    if (age >= 60) return dependant(random, elderHealth(random), '退休或农村老人')
    if (inSchool) return dependant(random, childHealth(random), '年满16在校')
    if (rates[of].draw(random, age < 50 ? 0.96 : 0.9)) return labourer(random, age)
    return unable(random, age, male)
  }
}

function dependant(random: Seeded, health: string, popClass: string): Ability {
  const disability = health.startsWith('残疾') ? disabilityOf(random, random.next() < 0.4 ? 0 : 2) : undefined
  return { labourer: false, health, disability, labourSkill: '无劳动力', popClass }
}

function labourer(random: Seeded, age: number): Ability {
  const weak = random.next() < (age >= 55 ? 0.4 : age >= 45 ? 0.12 : 0.04)
  if (!weak) {
    const skilled = random.next() < 0.11
    return {
      labourer: true,
      health: random.next() < 0.94 ? '健康' : '长期慢性病',
      disability: undefined,
      labourSkill: skilled ? '技能劳动力' : '普通劳动力',
      popClass: '适龄劳动',
    }
  }
  const disabled = random.next() < 0.28
  return {
    labourer: true,
    health: disabled ? '残疾' : random.next() < 0.6 ? '长期慢性病' : '健康',
    disability: disabled ? disabilityOf(random, 2) : undefined,
    labourSkill: '弱劳动力或半劳动力',
    popClass: '适龄劳动',
  }
}

/**
 * Of working age and yet no labourer: soldiers, prisoners, the few settled abroad, and those unable to work.
 */
function unable(random: Seeded, age: number, male: boolean): Ability {
  const draw = random.next()
  if (male && age < 30 && draw < 0.25)
    return {
      labourer: false,
      health: '健康',
      disability: undefined,
      labourSkill: '无劳动力',
      popClass: '现役军人',
    }
  if (draw > 0.96)
    return {
      labourer: false,
      health: '健康',
      disability: undefined,
      labourSkill: '无劳动力',
      popClass: '判刑劳改',
    }
  const disabled = random.next() < 0.55
  return {
    labourer: false,
    health: disabled ? '残疾' : '患有大病',
    disability: disabled ? disabilityOf(random, 0) : undefined,
    labourSkill: '丧失劳动力',
    popClass: '丧失劳动力',
  }
}
