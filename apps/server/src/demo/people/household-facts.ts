import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'
import type { DemoHousehold, HouseholdClass, HouseholdType, VillagePlan } from '../model.ts'
import { RESETTLE_YEARS } from '../profile.ts'
import type { Era } from '../profile.ts'
import { drawGivenName, drawSurname } from './names.ts'

const yearOf = choiceOf(RESETTLE_YEARS)
const causeOf = choiceOf([
  ['缺技术', 24], ['缺资金', 16], ['因学', 14], ['因病', 14], ['缺劳动力', 12], ['因残', 6], ['自身发展动力不足', 6], ['缺土地', 4],
  ['交通落后', 3], ['因灾', 1],
])

type Facts = Pick<
  DemoHousehold,
  'type' | 'attribute' | 'resettledYear' | 'site' | 'room' | 'causes' | 'income' | 'landMu'
>

/** What a household's class implies: type, allowance, site and room, causes, income and land. */
export function householdFacts(
  random: Seeded,
  of: HouseholdClass,
  left: boolean,
  village: VillagePlan,
  era: Era,
): Facts {
  const type = typeOf(random, of, left, village.urban, era)
  const poor = of === 'poor' || of === 'resettledPoor'
  const resettled = of === 'resettledPoor' || of === 'resettledOther'
  const draw = random.next()
  const attribute =
    draw < (poor ? 0.02 : 0.001)
      ? '特困供养'
      : draw < (poor ? 0.24 : of === 'edge' ? 0.15 : 0.02)
        ? '低保'
        : '一般'
  const growth = era === '2020' ? 1 : 1.5
  const first = causeOf(random)
  const second = random.next() < 0.3 ? causeOf(random) : first
  return {
    type,
    attribute,
    resettledYear: resettled ? yearOf(random) : undefined,
    site: resettled ? village.site : undefined,
    room: resettled
      ? `${random.int(1, 40)}栋${random.int(1, 3)}单元${random.int(1, 18)}0${random.int(1, 4)}`
      : undefined,
    causes: poor || type === '04' ? [...new Set([first, second])] : [],
    income: Math.round(
      left && era === '2020'
        ? 2_900 + 1_000 * random.next()
        : random.logNormal((poor ? 9_200 : 12_000) * growth, 0.28),
    ),
    landMu: resettled || village.urban ? 0 : Math.round(random.logNormal(4.2, 0.6) * 10) / 10,
  }
}

/** By the terms of the era: 2020 still has households under the line, later eras have sudden hardship. */
function typeOf(random: Seeded, of: HouseholdClass, left: boolean, urban: boolean, era: Era): HouseholdType {
  if (of === 'edge') return '04'
  if (of === 'ordinary' || of === 'resettledOther') {
    if (era === 'today' && random.next() < 0.003) return '05'
    return urban ? '07' : '06'
  }
  if (left && era === '2020') return '01'
  return random.next() < 0.03 ? '03' : '02'
}

/**
 * Names of the people who look after a village's households: a contact for about nine, a grid for two groups.
 */
export function villageCadres(random: Seeded, village: VillagePlan) {
  const name = () => {
    const male = random.next() < 0.65
    return drawSurname(random, '汉族') + drawGivenName(random, male, random.int(26, 55), '汉族', '')
  }
  const total = Object.values(village.households).reduce((a, b) => a + b, 0)
  const contacts = Array.from({ length: Math.max(2, Math.ceil(total / 9)) }, name)
  const grids = Array.from({ length: Math.ceil(village.groups / 2) }, name)
  return { contacts, gridOf: (group: number): string => grids[Math.floor((group - 1) / 2)] ?? name() }
}
