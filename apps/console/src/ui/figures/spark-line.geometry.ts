export interface Point {
  x: number
  y: number
}

const INSET = 3
const round = (value: number) => Math.round(value * 10) / 10

export interface SparkPoint {
  /** Number of the day: days without books leave room, or a week would look as steep as a day. */
  at: number
  value: number | null
}

/**
 * Path and last point of a sparkline in a box of `width` × `height` px. A gap (null) starts a new stroke; a flat
 * series runs through the middle.
 */
export function sparkGeometry(
  points: readonly SparkPoint[],
  width: number,
  height: number,
): { path: string; last: Point | undefined } {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (known.length === 0) return { path: '', last: undefined }
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const first = points[0]?.at ?? 0
  const days = (points.at(-1)?.at ?? first) - first
  const stepX = days > 0 ? (width - 2 * INSET) / days : 0
  let path = ''
  let last: Point | undefined
  let pen = 'M'
  points.forEach(({ at, value }) => {
    if (value === null) {
      pen = 'M'
      return
    }
    const part = span === 0 ? 0.5 : (value - low) / span
    last = { x: round(INSET + (at - first) * stepX), y: round(height - INSET - part * (height - 2 * INSET)) }
    path += `${pen}${last.x} ${last.y}`
    pen = 'L'
  })
  return { path, last }
}
