import { DIVISIONS, isInForce, isUrbanVillage } from '@anye/codes/data/divisions'
import { everydayName } from '@anye/codes/data/divisions-names'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Seeded } from '@anye/kernel/random'
import { COUNTIES } from '../profile.ts'
import type { CountyProfile } from '../profile.ts'

/** A village or community in force on the day, with its weight among the villages of its county. */
export type Place = {
  code: string
  name: string
  townshipCode: string
  township: string
  county: CountyProfile
  countyName: string
  urban: boolean
  /** Relative number of households. */
  weight: number
  /** Relative number of poor households among them. */
  poverty: number
}

/** All villages of the division list in force on `on`, in code order. */
export function listPlaces(on: CalendarDate, random: Seeded): Place[] {
  const inForce = DIVISIONS.filter((division) => isInForce(division, on))
  const nameOf = new Map(inForce.map(({ code, name, level }) => [code, everydayName(name, level, code)]))
  const counties = new Map(COUNTIES.map((county) => [county.code, county]))
  return inForce
    .filter(({ level }) => level === 5)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code }) => {
      const townshipCode = code.slice(0, 9)
      const urban = isUrbanVillage(code)
      const own = random.fork(code)
      return {
        code,
        name: must(nameOf.get(code), `No name for ${code}`),
        townshipCode,
        township: must(nameOf.get(townshipCode), `No township ${townshipCode}`),
        county: must(counties.get(code.slice(0, 6)), `No profile for the county of ${code}`),
        countyName: must(nameOf.get(code.slice(0, 6)), `No county for ${code}`),
        urban,
        weight: own.logNormal(urban ? 1.35 : 1, 0.35),
        poverty: own.logNormal(urban ? 0.45 : 1, 0.4),
      }
    })
}
