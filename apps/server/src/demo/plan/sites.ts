import type { Seeded } from '@anye/kernel/random'
import { stemOfVillage } from '@anye/codes/data/divisions-names'
import type { Site } from '../model.ts'
import { COUNTIES, SEGMENTS } from '../profile.ts'
import type { CountyProfile } from '../profile.ts'
import { largestRemainder } from '../draws.ts'
import type { Place } from './places.ts'

/**
 * Resettlement sites of a county, one each in the communities drawn for it, and how many residential areas
 * they form. Areas are numbered through the prefecture from `firstArea` + 1.
 */
export function sitesOfCounty(
  county: CountyProfile,
  places: readonly Place[],
  firstArea: number,
  random: Seeded,
) {
  const urban = places.filter((place) => place.urban)
  const hosts = random.fork(`sites/${county.code}`).shuffle(urban).slice(0, county.sites)
  const perCounty = largestRemainder(
    SEGMENTS.areas,
    COUNTIES.map(({ sites }) => sites),
    1,
  )
  const areas = perCounty[COUNTIES.indexOf(county)] ?? 1
  const byVillage = new Map<string, Site>()
  hosts
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .forEach((place, index) => {
      const area = firstArea + 1 + Math.floor((index * areas) / hosts.length)
      byVillage.set(place.code, { name: `${stemOfVillage(place.name).stem}安置点`, area })
    })
  return { areas, byVillage }
}
