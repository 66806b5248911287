import type { Plugin } from 'vite'
import { DIVISIONS } from '@anye/codes/data/divisions'
import { placeIndex } from '@anye/codes/parse/place-index'

const MODULE = 'virtual:field-places'
const HOME_PROVINCE = '52'

/**
 * Places of work that a phone can name without a network, sorted by code: provinces and prefectures of the country, counties of the home
 * province, townships of the home prefecture. Some eight kilobytes compressed. One text: `code name` a line.
 */
function placeLines(): string {
  const places = new Map<string, string>()
  for (const spellings of placeIndex().spellings.values()) {
    for (const { place, full } of spellings) {
      const wanted = place.level === 'province' || place.level === 'prefecture' || (place.level === 'county' && place.code.startsWith(HOME_PROVINCE))
      if (full && wanted) places.set(place.code, place.name)
    }
  }
  for (const { code, name, level, validTo } of DIVISIONS) if (level === 4 && validTo === null) places.set(code, name)
  return Array.from(places, ([code, name]) => `${code} ${name}`).sort().join('\n')
}

export function placesForPhone(): Plugin {
  return {
    name: 'anye-field-places',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export const placeLines = ${JSON.stringify(placeLines())}\n` : undefined),
  }
}
