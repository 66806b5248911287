import { readFileSync } from 'node:fs'
import { DIVISIONS, isInForce } from '@anye/codes/data/divisions'
import { YILONG } from '@anye/codes/data/divisions-units'
import { describe, expect, it } from 'vitest'
import { renderMapData } from '../../../../scripts/build-map-data.ts'
import { COUNTY_MAP, DESTINATION_CITIES, SEATS, UNIT_MARKERS } from './map-data.ts'
import type { MapPoint } from './map-data.ts'

const rings = COUNTY_MAP.features.flatMap(({ geometry }) => geometry.coordinates.flat())
const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

function contains(ring: readonly MapPoint[], [x, y]: MapPoint): boolean {
  let inside = false
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[index === 0 ? ring.length - 1 : index - 1] ?? [x1, y1]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}

function countyAt(point: MapPoint): string[] {
  return COUNTY_MAP.features
    .filter(({ geometry }) => geometry.coordinates.some((polygon) => polygon[0] && contains(polygon[0], point)))
    .map(({ properties }) => properties.code)
}

/** Square kilometres on a sphere of the Earth's mean radius. */
function areaKm2(ring: readonly MapPoint[]): number {
  const radians = Math.PI / 180
  const sum = ring.slice(1).reduce((total, [lng, lat], index) => {
    const [lng0, lat0] = ring[index] ?? [lng, lat]
    return total + (lng - lng0) * radians * (2 + Math.sin(lat0 * radians) + Math.sin(lat * radians))
  }, 0)
  return Math.abs((sum * 6371.0088 ** 2) / 2)
}

describe('the map data', () => {
  it('equals what the build step cuts from the packages', () => {
    const { counties, places } = renderMapData()
    expect(read('./counties.json')).toBe(counties)
    expect(read('./places.json')).toBe(places)
  })

  it('draws exactly the eight counties in force, by code and name', () => {
    const counties = DIVISIONS.filter((division) => division.level === 3 && isInForce(division, '2026-11-24'))
    const drawn = COUNTY_MAP.features.map(({ properties }) => [properties.code, properties.name])
    expect(drawn).toEqual(counties.map(({ code, name }) => [code, name]))
  })

  it('closes every ring and keeps the area of the prefecture within 0.1 % of 16,804 km²', () => {
    for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0])
    const area = rings.reduce((sum, ring) => sum + areaKm2(ring), 0)
    expect(Math.abs(area / 16_804 - 1)).toBeLessThan(0.001)
  })

  it('shares inner edges exactly: each of the 343 is drawn by two counties, in opposite directions', () => {
    const edges = new Map<string, number>()
    for (const ring of rings) {
      ring.slice(1).forEach((point, index) => {
        const edge = `${ring[index]?.join()} ${point.join()}`
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      })
    }
    const shared = [...edges.keys()].filter((edge) => edges.has(edge.split(' ').reverse().join(' ')))
    expect(Math.max(...edges.values())).toBe(1)
    expect(shared.length / 2).toBe(343)
  })

  it('puts every seat and every label into its own county', () => {
    expect(SEATS.map(({ point }) => countyAt(point))).toEqual(SEATS.map(({ code }) => [code]))
    for (const { properties } of COUNTY_MAP.features) expect(countyAt(properties.cp)).toEqual([properties.code])
  })

  it('marks 义龙新区 as an estimate inside 兴义市, where 顶效 lies', () => {
    expect(UNIT_MARKERS).toHaveLength(1)
    const [marker] = UNIT_MARKERS
    expect(marker).toMatchObject({ code: YILONG, estimate: true })
    expect(marker && countyAt(marker.point)).toEqual(['522301'])
  })

  it('knows the eight destination cities, none of them inside the prefecture', () => {
    expect(DESTINATION_CITIES.map(({ name }) => name)).toEqual([
      '宁波市', '温州市', '金华市', '台州市', '深圳市', '佛山市', '东莞市', '泉州市',
    ])
    expect(DESTINATION_CITIES.flatMap(({ point }) => countyAt(point))).toEqual([])
  })
})
