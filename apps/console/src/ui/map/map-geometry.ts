/** Plane geometry of the county map: projection, paths, label points. Pure; degrees in, pixels out. */

export type LngLat = readonly [lng: number, lat: number]
export type Ring = readonly LngLat[]
/** Outer ring first, then holes, as in GeoJSON. */
export type Polygon = readonly Ring[]

export interface Shape {
  code: string
  name: string
  polygons: readonly Polygon[]
}

export interface Pixel {
  x: number
  y: number
}

export interface Projection {
  width: number
  height: number
  project: (point: LngLat) => Pixel
}

const round = (value: number) => Math.round(value * 10) / 10

/**
 * Fits the shapes into `width` px with `margin` px around them. Equirectangular with the cosine of the middle
 * latitude: over 2 degrees of latitude its error is under a pixel, and printed maps of the prefecture look so.
 */
export function fitProjection(shapes: readonly Shape[], width: number, margin: number): Projection {
  const points = shapes.flatMap(({ polygons }) => polygons.flat(2))
  const lngs = points.map(([lng]) => lng)
  const lats = points.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 2 * margin) / ((east - west) * squeeze)
  return {
    width,
    height: Math.ceil((north - south) * scale + 2 * margin),
    project: ([lng, lat]) => ({
      x: round(margin + (lng - west) * squeeze * scale),
      y: round(margin + (north - lat) * scale),
    }),
  }
}

/** SVG path of a shape, holes included (fill rule evenodd). */
export function shapePath(shape: Shape, { project }: Projection): string {
  const ringPath = (ring: Ring) => {
    const pixels = ring.map(project)
    return `M${pixels.map(({ x, y }) => `${x} ${y}`).join('L')}Z`
  }
  return shape.polygons.flat().map(ringPath).join('')
}

function isInside({ x, y }: Pixel, ring: readonly Pixel[]): boolean {
  let inside = false
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

/** A label is about three times as wide as high, so vertical room counts three times. */
const LABEL_ASPECT = 3
const GRID = 28

function clearance({ x, y }: Pixel, ring: readonly Pixel[]): number {
  return Math.min(...ring.map((corner) => Math.hypot(corner.x - x, (corner.y - y) * LABEL_ASPECT)))
}

/** The point of a shape's largest ring with most room for a label: the best of a grid, so always inside. */
export function labelPoint(shape: Shape, { project }: Projection): Pixel {
  const rings = shape.polygons.map(([outer = []]) => outer.map(project))
  const ring = rings.reduce((largest, next) => (next.length > largest.length ? next : largest), [])
  const xs = ring.map(({ x }) => x)
  const ys = ring.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [stepX, stepY] = [(Math.max(...xs) - left) / GRID, (Math.max(...ys) - top) / GRID]
  let best = { point: { x: left, y: top }, room: -1 }
  for (let column = 1; column < GRID; column += 1) {
    for (let row = 1; row < GRID; row += 1) {
      const point = { x: left + column * stepX, y: top + row * stepY }
      if (!isInside(point, ring)) continue
      const room = clearance(point, ring)
      if (room > best.room) best = { point, room }
    }
  }
  return { x: round(best.point.x), y: round(best.point.y) }
}
