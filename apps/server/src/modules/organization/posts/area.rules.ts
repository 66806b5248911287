import { covers } from '../../../platform/scope.ts'

/** Where a body works: a reporting unit (its code) or a division prefix. */
export type BodyArea = { division: string; unit: string | null }

/** Reporting units with the code prefixes that are exactly their area. */
export type UnitScopes = readonly { code: string; scope: readonly string[] }[]

/** The code prefixes of a body's area; 义龙新区's are its townships, since its division says only the prefecture. */
export function prefixesOf({ division, unit }: BodyArea, units: UnitScopes): readonly string[] {
  return unit === null ? [division] : (units.find(({ code }) => code === unit)?.scope ?? [])
}

/** True when the whole area lies inside the actor's prefixes: the actor may act there. */
export function isInside(area: BodyArea, prefixes: readonly string[], units: UnitScopes): boolean {
  const own = prefixesOf(area, units)
  return own.length > 0 && own.every((prefix) => covers(prefixes, prefix))
}

/** True when the area is the actor's own or above it: a village may see who leads its county, not its neighbour. */
export function isInsideOrAbove(area: BodyArea, prefixes: readonly string[], units: UnitScopes): boolean {
  if (isInside(area, prefixes, units)) return true
  return prefixesOf(area, units).some((own) => prefixes.some((prefix) => prefix.startsWith(own)))
}

/** Codes of the units that lie wholly inside the prefixes. */
export function unitsInside(prefixes: readonly string[], units: UnitScopes): string[] {
  return units.filter(({ code }) => isInside({ division: '', unit: code }, prefixes, units)).map(({ code }) => code)
}

/** The code prefixes that are exactly a place: a reporting unit, a division, or the prefecture in six digits or four. */
export function prefixesOfPlace(place: string, units: UnitScopes): readonly string[] {
  const isUnit = units.some(({ code }) => code === place)
  const division = place.length === 6 && place.endsWith('00') ? place.slice(0, 4) : place
  return prefixesOf({ division, unit: isUnit ? place : null }, units)
}
