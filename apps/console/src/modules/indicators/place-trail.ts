import type { PlaceRef } from '@anye/contract/indicators/endpoints'
import type { TrailStep } from '../../ui/view/DivisionTrail.tsx'

interface Trail {
  path: readonly PlaceRef[]
  place: PlaceRef
  /** Top of the viewer's scope: places above it are named but open nothing. */
  top: string | undefined
  hrefOf: (code: string) => string
}

/** The way up from a place; the place itself, last, is no link. */
export function trailOf({ path, place, top, hrefOf }: Trail): readonly TrailStep[] {
  const above = path.filter(({ code }) => code !== place.code)
  const topAt = [...above, place].findIndex(({ code }) => code === top)
  const steps = above.map(({ code, name }, index) => (index >= topAt ? { code, name, href: hrefOf(code) } : { code, name }))
  return [...steps, { code: place.code, name: place.name }]
}
