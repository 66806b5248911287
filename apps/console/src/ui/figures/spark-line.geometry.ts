export interface Point {
  x: number
  y: number
}

const INSET = 3
const round = (value: number) => Math.round(value * 10) / 10

/**
 * Path and last point of a sparkline in a box of `width` × `height` px. A gap (null) starts a new stroke; a flat
 * series runs through the middle.
 */
export function sparkGeometry(
  values: readonly (number | null)[],
  width: number,
  height: number,
): { path: string; last: Point | undefined } {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { path: '', last: undefined }
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const stepX = values.length > 1 ? (width - 2 * INSET) / (values.length - 1) : 0
  let path = ''
  let last: Point | undefined
  let pen = 'M'
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    const part = span === 0 ? 0.5 : (value - low) / span
    last = { x: round(INSET + index * stepX), y: round(height - INSET - part * (height - 2 * INSET)) }
    path += `${pen}${last.x} ${last.y}`
    pen = 'L'
  })
  return { path, last }
}
