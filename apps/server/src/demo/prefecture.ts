import { unitOfTownship } from '@anye/codes/data/divisions-units'
import { seeded } from '@anye/kernel/random'
import type { Seeded } from '@anye/kernel/random'
import type { DemoHousehold, HouseholdClass, Prefecture, PrefectureOptions, VillagePlan } from './model.ts'
import { householdDraws } from './people/draw-household.ts'
import { villageCadres } from './people/household-facts.ts'
import { planVillages } from './plan/plan-villages.ts'

const CLASSES: readonly HouseholdClass[] = ['poor', 'resettledPoor', 'resettledOther', 'edge', 'ordinary']

/**
 * The demo prefecture: the plan of its villages at once, its people village by village. The same options give
 * the same people on any machine. `scale` 1 is 3.7 million persons; below 0.0003 townships run empty.
 */
export function generatePrefecture(options: PrefectureOptions): Prefecture {
  const root = seeded(`demo/${options.seed}/${options.era}`)
  const villages = planVillages(options, root.fork('plan')).filter(
    (village) => countOf(village.households) > 0 && isPeopled(options, village),
  )
  return {
    options,
    villages,
    *households() {
      // Steered shares and unique numbers run through the whole prefecture, so each pass has its own.
      const draw = householdDraws(options, root.fork('people'))
      for (const village of villages) {
        yield [...villageHouseholds(village, draw, root.fork(`village/${village.code}`))]
      }
    },
  }
}

function isPeopled({ places }: PrefectureOptions, { code, townshipCode }: Pick<VillagePlan, 'code' | 'townshipCode'>): boolean {
  if (places === undefined) return true
  const unit = unitOfTownship(townshipCode)?.code
  return places.some((place) => place === unit || code.startsWith(place))
}

/** Households of a village, `left` not counted: those are among the poor. */
export function countOf(households: VillagePlan['households']): number {
  return CLASSES.reduce((sum, of) => sum + households[of], 0)
}

function* villageHouseholds(
  village: VillagePlan,
  draw: ReturnType<typeof householdDraws>,
  random: Seeded,
): Generator<DemoHousehold> {
  const cadres = villageCadres(random, village)
  const order = CLASSES.flatMap((of) =>
    Array.from({ length: village.households[of] }, (_, index) => ({
      of,
      left: of === 'poor' && index < village.households.left,
    })),
  )
  let number = 0
  for (const { of, left } of random.shuffle(order)) {
    number++
    const group = 1 + Math.floor(((number - 1) * village.groups) / order.length)
    yield draw(random, {
      of,
      left,
      village,
      number,
      group,
      contact: random.pick(cadres.contacts),
      grid: cadres.gridOf(group),
    })
  }
}
