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

/** The zero line and how far above it the top of the scale stands, px. */
export interface WageScale {
  bottom: number
  height: number
}

const STEP_YUAN = 1000
const GAP = 6

/** The round amount at the top of the scale, which begins at zero. */
export function topOfScale(wages: readonly WagePoint[]): number {
  const highest = Math.max(STEP_YUAN, ...wages.map(({ monthly }) => monthly))
  return Math.ceil((highest * 1.15) / STEP_YUAN) * STEP_YUAN
}

/** Where an amount stands above the zero line, px. */
export function heightOf(
  wages: readonly WagePoint[],
  { bottom, height }: WageScale,
): (yuan: number) => number {
  const top = topOfScale(wages)
  return (yuan) => Math.round((bottom - (yuan / top) * height) * 10) / 10
}

/**
 * Wages on the common axis, `height` px above their zero line at `bottom`; repeated amounts are named once.
 */
export function placeWages(
  wages: readonly WagePoint[],
  axis: Axis,
  scale: WageScale,
  format: (yuan: number) => string,
): readonly PlacedWage[] {
  const yOf = heightOf(wages, scale)
  let namedUntil = Number.NEGATIVE_INFINITY
  let lastNamed: number | undefined
  return wages
    .toSorted((x, y) => x.onDate.localeCompare(y.onDate))
    .map((wage) => {
      const x = xOf(axis, wage.onDate)
      const y = yOf(wage.monthly)
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
