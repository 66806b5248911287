import { xOf } from './axis.geometry.ts'
import type { Axis } from './axis.geometry.ts'
import type { WagePoint } from '../registry-types.ts'
import { textWidth } from './lanes.geometry.ts'

export interface PlacedWage {
  wage: WagePoint
  x: number
  y: number
  /** Empty where words would run into those of the point before. */
  label: string
}

const STEP_YUAN = 1000
const GAP = 6

/** The round amount at the top of the scale, which begins at zero. */
export function topOfScale(wages: readonly WagePoint[]): number {
  const highest = Math.max(STEP_YUAN, ...wages.map(({ monthly }) => monthly))
  return Math.ceil((highest * 1.15) / STEP_YUAN) * STEP_YUAN
}

/** Wages on the common axis, `height` px above their zero line at `bottom`; repeated amounts are named once. */
export function placeWages(
  wages: readonly WagePoint[],
  axis: Axis,
  { bottom, height }: { bottom: number; height: number },
  format: (yuan: number) => string,
): readonly PlacedWage[] {
  const top = topOfScale(wages)
  let namedUntil = Number.NEGATIVE_INFINITY
  let lastNamed: number | undefined
  return wages.toSorted((x, y) => x.onDate.localeCompare(y.onDate)).map((wage) => {
    const x = xOf(axis, wage.onDate)
    const y = Math.round((bottom - (wage.monthly / top) * height) * 10) / 10
    const text = format(wage.monthly)
    const half = textWidth(text) / 2
    const isNamed = wage.monthly !== lastNamed && x - half > namedUntil + GAP
    if (isNamed) {
      namedUntil = x + half
      lastNamed = wage.monthly
    }
    return { wage, x, y, label: isNamed ? text : '' }
  })
}
