import counties from './counties.json' with { type: 'json' }
import places from './places.json' with { type: 'json' }

/** Longitude, latitude in degrees. */
export type MapPoint = [lng: number, lat: number]

/** `estimate` points were placed by eye and must be drawn as such. */
export type PlacePoint = { code: string; name: string; point: MapPoint; estimate: boolean }

/** GeoJSON (RFC 7946) as a chart takes it: `cp` is where a county's label stands. WGS84. */
export type CountyMap = {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    properties: { code: string; name: string; cp: MapPoint }
    geometry: { type: 'MultiPolygon'; coordinates: MapPoint[][][] }
  }[]
}

/** The eight GB counties; 义龙新区 lies inside three of them and has a marker instead (`UNIT_MARKERS`). */
// A JSON module types every tuple as number[]; the drift test holds the file to what the build step returns.
export const COUNTY_MAP = counties as CountyMap

/** Where each county government sits. */
export const SEATS = places.seats as PlacePoint[]

/** Units that report but have no public boundary. */
export const UNIT_MARKERS = places.unitMarkers as PlacePoint[]

/** The eight cities most workers go to (宁波 温州 金华 台州 深圳 佛山 东莞 泉州). */
export const DESTINATION_CITIES = places.cities as PlacePoint[]
