import { placeLines } from 'virtual:field-places'

export type PhonePlace = { code: string; name: string; full: string }

const RECENT_KEY = 'anye.field.places'
const RECENT_MOST = 6
const FOUND_MOST = 30
/** Host cities of the prefecture's workers (DOMAIN section 3.1), until she has used places of her own. */
const AT_FIRST = ['330700', '441900', '330300', '440600', '331000', '350500', '440300', '330200']

let places: ReadonlyMap<string, PhonePlace> | undefined

/** The bundled places by code; a city carries its province, a township its county. */
function allPlaces(): ReadonlyMap<string, PhonePlace> {
  if (places) return places
  const names = new Map(placeLines.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const))
  const parentOf = (code: string) => (code.length > 6 ? code.slice(0, 6) : code.endsWith('0000') ? '' : code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`)
  const built = new Map<string, PhonePlace>()
  names.forEach((name, code) => built.set(code, { code, name, full: (names.get(parentOf(code)) ?? '') + name }))
  places = built
  return built
}

export const findPlace = (code: string): PhonePlace | undefined => allPlaces().get(code)

/** What a status of work allows: 11 outside the province, 12 in it and outside the county, 13 in the county and outside the township, 14 in it. */
export function suitsStatus(code: string, status: string, homeVillage: string): boolean {
  const [province, county, township] = [homeVillage.slice(0, 2), homeVillage.slice(0, 6), homeVillage.slice(0, 9)]
  if (status === '11') return code.slice(0, 2) !== province
  if (status === '12') return code.slice(0, 2) === province && code.slice(0, 6) !== county && code !== `${province}0000`
  if (status === '13') return code.length === 9 && code.slice(0, 6) === county && code !== township
  return code === township
}

/** Places whose name holds the words, shorter names first. */
export function searchPlaces(words: string, suits: (code: string) => boolean): PhonePlace[] {
  const wanted = words.trim()
  const found = Array.from(allPlaces().values()).filter(({ code, full }) => full.indexOf(wanted) >= 0 && suits(code))
  return found.sort((a, b) => a.name.indexOf(wanted) - b.name.indexOf(wanted) || a.full.length - b.full.length || (a.code < b.code ? -1 : 1)).slice(0, FOUND_MOST)
}

function keptCodes(): string[] {
  const kept = localStorage.getItem(RECENT_KEY)
  return kept === null ? [] : kept.split(' ')
}

/** Used lately on this phone, then the cities that most go to. */
export function recentPlaces(suits: (code: string) => boolean): PhonePlace[] {
  const codes = Array.from(new Set([...keptCodes(), ...AT_FIRST])).filter(suits)
  return codes.map(findPlace).filter((place) => place !== undefined).slice(0, AT_FIRST.length)
}

export function keepPlace(code: string): void {
  localStorage.setItem(RECENT_KEY, Array.from(new Set([code, ...keptCodes()])).slice(0, RECENT_MOST).join(' '))
}
