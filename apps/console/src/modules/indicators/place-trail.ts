import type { PlaceRef } from '@anye/contract/indicators/endpoints'
import type { TrailStep } from '../../ui/view/DivisionTrail.tsx'

/** The way up from a place; the place itself, last, is no link. */
export function trailOf(
  path: readonly PlaceRef[],
  place: PlaceRef,
  hrefOf: (code: string) => string,
): readonly TrailStep[] {
  const above = path.filter(({ code }) => code !== place.code)
  return [...above.map(({ code, name }) => ({ code, name, href: hrefOf(code) })), { code: place.code, name: place.name }]
}
