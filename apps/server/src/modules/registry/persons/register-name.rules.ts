import { DIVISIONS } from '@anye/codes/data/divisions'
import { everydayName } from '@anye/codes/data/divisions-names'
import { findPlaceByCode } from '@anye/codes/parse/place-index'

const HOME = /^5223(?!00$)/u
const SUFFIX = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$/u

const names = new Map(DIVISIONS.map(({ code, name, level }) => [code, everydayName(name, level, code)]))

/** The name of a division of the prefecture with those above it, from the county down: 兴义市郑屯镇民族村. */
export function nameOfDivision(code: string): string {
  const levels = [6, 9, 12].filter((digits) => digits <= code.length)
  return levels.map((digits) => names.get(code.slice(0, digits)) ?? '').join('') || code
}

/** Where somebody is registered, in words: 望谟县乐元镇 inside the prefecture, 广西隆林各族自治县 and 四川省 outside. */
export function nameOfRegistered(code: string): string {
  if (HOME.test(code)) return nameOfDivision(code)
  const place = placeOfCode(code)
  const province = findPlaceByCode(`${code.slice(0, 2)}0000`)
  if (place === undefined) return code
  return province === undefined || place.level === 'province' ? place.name : province.name.replace(SUFFIX, '') + place.name
}

/** True for a code of 6 or 9 digits outside the prefecture that the list of the country knows. */
export function isPlaceOutside(code: string): boolean {
  return !HOME.test(code) && findPlaceByCode(code) !== undefined
}

// A village elsewhere is known as far as its township or county.
function placeOfCode(code: string) {
  return findPlaceByCode(code) ?? findPlaceByCode(code.slice(0, 9)) ?? findPlaceByCode(code.slice(0, 6))
}
