import { must } from '@anye/kernel/assert'
import type { Seeded } from '@anye/kernel/random'
import { largestRemainder } from '../draws.ts'
import type { HouseholdCounts, PrefectureOptions, VillagePlan } from '../model.ts'
import { COUNTIES, HOUSEHOLDS, SEGMENTS } from '../profile.ts'
import type { CountyProfile } from '../profile.ts'
import { listPlaces } from './places.ts'
import type { Place } from './places.ts'
import { ethnicShares, weightedRanks } from './ranks.ts'
import { sitesOfCounty } from './sites.ts'

const POOR_MEAN = SEGMENTS.poor.persons / SEGMENTS.poor.households
const RESETTLED_MEAN = SEGMENTS.resettled.persons / SEGMENTS.resettled.households
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Households at scale 1 that a county has of each kind outside its resettlement sites. */
function countyHouseholds(county: CountyProfile) {
  const poorAtHome = county.poor - SEGMENTS.resettledPoor * county.resettled
  const poorHomes = poorAtHome / POOR_MEAN
  const others = county.registered - poorAtHome - county.resettled
  return {
    poor: poorHomes,
    home: poorHomes + others / ORDINARY_MEAN,
    resettled: county.resettled / RESETTLED_MEAN,
  }
}

/** Mean size of the households that are neither poor nor resettled: what the given totals leave. */
export const ORDINARY_MEAN = ordinaryMean()

function ordinaryMean(): number {
  const registered = sum(COUNTIES.map((county) => county.registered))
  const poor = sum(COUNTIES.map((county) => county.poor))
  const resettledOther = (1 - SEGMENTS.resettledPoor) * SEGMENTS.resettled.persons
  const households =
    HOUSEHOLDS - SEGMENTS.poor.households - (1 - SEGMENTS.resettledPoor) * SEGMENTS.resettled.households
  return (registered - poor - resettledOther) / households
}

/** The villages of the prefecture with their households by class; every total by largest remainder. */
export function planVillages(options: PrefectureOptions, random: Seeded): VillagePlan[] {
  const places = listPlaces(options.asOf, random.fork('places'))
  const round = (atScaleOne: number) => Math.round(atScaleOne * options.scale)
  const homes = largestRemainder(
    round(HOUSEHOLDS - SEGMENTS.resettled.households),
    COUNTIES.map((c) => countyHouseholds(c).home),
  )
  const poor = largestRemainder(
    round(SEGMENTS.poor.households - SEGMENTS.resettledPoor * SEGMENTS.resettled.households),
    COUNTIES.map((c) => countyHouseholds(c).poor),
  )
  const resettled = largestRemainder(round(SEGMENTS.resettled.households), COUNTIES.map((c) => c.resettled))
  const left = largestRemainder(round(SEGMENTS.left / POOR_MEAN), COUNTIES.map(leftWeight))
  let firstArea = 0
  const plans = COUNTIES.flatMap((county, index) => {
    const villages = places.filter((place) => place.county === county)
    const sites = sitesOfCounty(county, villages, firstArea, random)
    firstArea += sites.areas
    const totals = {
      homes: homes[index] ?? 0,
      poor: poor[index] ?? 0,
      resettled: resettled[index] ?? 0,
      left: left[index] ?? 0,
    }
    return planCounty(county, villages, totals, sites.byVillage, random)
  })
  return rankVillages(plans, random)
}

/** 望谟's number is given; the other counties share the rest by their poor. */
function leftWeight(county: CountyProfile): number {
  if (county.left !== undefined) return county.left
  const given = COUNTIES.filter((c) => c.left !== undefined)
  const open = SEGMENTS.left - sum(given.map((c) => c.left ?? 0))
  return (open * county.poor) / (sum(COUNTIES.map((c) => c.poor)) - sum(given.map((c) => c.poor)))
}

type CountyTotals = { homes: number; poor: number; resettled: number; left: number }

function planCounty(
  county: CountyProfile,
  places: readonly Place[],
  totals: CountyTotals,
  siteOf: ReadonlyMap<string, VillagePlan['site']>,
  random: Seeded,
): VillagePlan[] {
  const homes = homesByVillage(places, totals.homes)
  const poor = cappedShares(
    totals.poor,
    places.map((place, index) => (homes[index] ?? 0) * place.poverty),
    homes,
  )
  const left = largestRemainder(totals.left, poor)
  const rural = places.map((place, index) => (place.urban ? 0 : (homes[index] ?? 0) - (poor[index] ?? 0)))
  const edge = largestRemainder(Math.round(sum(rural) * SEGMENTS.edgeShareOfRural), rural)
  const hosts = places.map(({ code, weight }) => (siteOf.has(code) ? weight : 0))
  const resettled = largestRemainder(totals.resettled, hosts)
  const resettledPoor = largestRemainder(Math.round(totals.resettled * SEGMENTS.resettledPoor), resettled)
  const sizes = homes.map((count, index) => count + (resettled[index] ?? 0) + 0.001)
  const ethnic = ethnicShares(county, places, sizes, random.fork(`ethnic/${county.code}`))
  return places.map((place, index) => {
    const at = (counts: readonly number[]) => counts[index] ?? 0
    const households: HouseholdCounts = {
      poor: at(poor), left: at(left), edge: at(edge), resettledPoor: at(resettledPoor),
      resettledOther: at(resettled) - at(resettledPoor), ordinary: at(homes) - at(poor) - at(edge),
    }
    return villagePlan(
      place,
      households,
      siteOf.get(place.code),
      must(ethnic[index], 'One share row per village'),
    )
  })
}

/** Townships first, so that each has people at any scale that allows it; then villages of a township. */
function homesByVillage(places: readonly Place[], total: number): number[] {
  const townships = [...new Set(places.map(({ townshipCode }) => townshipCode))]
  const members = townships.map((code) => places.filter((place) => place.townshipCode === code))
  const counts = largestRemainder(total, members.map((list) => sum(list.map(({ weight }) => weight))), 1)
  const homes = new Map<string, number>()
  members.forEach((list, index) => {
    const split = largestRemainder(counts[index] ?? 0, list.map(({ weight }) => weight), 1)
    list.forEach(({ code }, position) => homes.set(code, split[position] ?? 0))
  })
  return places.map(({ code }) => homes.get(code) ?? 0)
}

/** Largest remainder under an upper bound for each; what a full village cannot take goes to the others. */
function cappedShares(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  const counts = weights.map(() => 0)
  let missing = Math.min(total, sum(caps))
  while (missing > 0) {
    const open = weights.map((weight, index) => ((counts[index] ?? 0) < (caps[index] ?? 0) ? weight : 0))
    const more = largestRemainder(missing, open)
    more.forEach((extra, index) => {
      counts[index] = Math.min(caps[index] ?? 0, (counts[index] ?? 0) + extra)
    })
    missing = Math.min(total, sum(caps)) - sum(counts)
  }
  return counts
}

function villagePlan(
  place: Place,
  households: HouseholdCounts,
  site: VillagePlan['site'],
  ethnic: readonly number[],
): VillagePlan {
  return {
    code: place.code,
    name: place.name,
    townshipCode: place.townshipCode,
    township: place.township,
    countyCode: place.county.code,
    county: place.countyName,
    urban: place.urban,
    groups: Math.max(3, Math.min(14, Math.round(8 * place.weight))),
    households,
    site,
    lag: 0,
    outflow: 0,
    ethnicShares: ethnic,
  }
}

function rankVillages(plans: VillagePlan[], random: Seeded): VillagePlan[] {
  const weights = plans.map(
    ({ households: h }) => h.poor + h.resettledPoor + h.resettledOther + h.edge + 0.01,
  )
  const lagOf = new Map(COUNTIES.map((county) => [county.code, county.lag]))
  const lateness = plans.map(
    ({ code, countyCode }) => (lagOf.get(countyCode) ?? 0) + 0.7 * random.fork(`lag/${code}`).normal(),
  )
  const leaving = plans.map(({ code }) => random.fork(`outflow/${code}`).next())
  const lags = weightedRanks(lateness, weights)
  const outflows = weightedRanks(leaving, weights)
  return plans.map((plan, index) => ({ ...plan, lag: lags[index] ?? 0.5, outflow: outflows[index] ?? 0.5 }))
}
