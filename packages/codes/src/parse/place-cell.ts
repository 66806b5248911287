import { compactText } from '@anye/kernel/text'
import type { WorkArea } from '../work-area.ts'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Fault } from './cell.ts'
import { isOftenElsewhere, placeIndex } from './place-index.ts'
import type { Place, PlaceLevel, Spelling } from './place-index.ts'

export type PlaceFault = 'missing' | 'unknown' | 'ambiguous' | 'area_only' | 'at_home'

/** `rest` is what followed the place: a road, an industrial park, a factory. */
export type PlaceFound = { ok: true; rest: string } & Place

/** `candidates` for the ambiguity queue; `area` where the words state only how far away the work is. */
export type PlaceReading = PlaceFound | (Fault<PlaceFault> & { candidates: Place[]; area?: WorkArea })

interface Match {
  spelling: Spelling
  /** Text of the last name matched. */
  text: string
  consumed: number
  hasParent: boolean
}

const RANK: Readonly<Record<PlaceLevel, number>> = { province: 0, prefecture: 1, county: 2, township: 3 }
const AREA_ONLY: readonly (readonly [RegExp, WorkArea | undefined])[] = [
  [/^(外省|省外|外地|外面|外出|跨省|沿海|沿海地区|长三角|珠三角|江浙|江浙沪|两广|外省务工|省外务工)$/u, '04'],
  [/^(境外|国外|出国|海外|越南|老挝|缅甸|柬埔寨|泰国|非洲|日本|韩国|新加坡)$/u, '06'],
  [/^(县外|州内|省内|县外省内|省内县外|本省|本州)$/u, '03'],
  [/^(县内|本县|本市|县城|县里|乡外县内)$/u, '02'],
  [/^(乡内|镇内|本乡|本镇|本村|村里|村内|家门口|本乡镇|乡镇内)$/u, '01'],
  [/^(本地|当地|就近|附近|就地)$/u, undefined],
]
const AT_HOME = /^(在家|家里|家|家中|在家务农|居家)$/u
// A bare name followed by one of these belongs to another, unknown place: 大同镇 is not 大同市.
const OTHER_PLACE = /^[省市区县镇乡村路旗州街道]/u

// Said before a place: 目前在广东, 去浙江, 中国浙江.
const LEAD = /^(目前|现在|长期)?(在|去|到|往|前往|赴)?(中国|我国)?/u

/**
 * Reads a place-of-work cell (DOMAIN §3.3-9): 浙江, 宁波, 浙江宁波慈溪, 广东长安镇. A name that several places
 * bear is `ambiguous` with its candidates, never a guess; so is a township without its city.
 */
export function readPlace(cell: CellInput): PlaceReading {
  if (isEmptyCell(cell)) return { ...faultOf('missing', cell), candidates: [] }
  const words = compactText(cellText(cell)).replace(/[,，、.。/\\|\-—_>:：;；·()*]/gu, '')
  if (AT_HOME.test(words)) return { ...faultOf('at_home', cell), candidates: [] }
  const area = AREA_ONLY.find(([pattern]) => pattern.test(words))
  if (area) return { ...faultOf('area_only', cell), candidates: [], ...(area[1] ? { area: area[1] } : {}) }
  const text = words.replace(LEAD, '').replace(/(务工|打工|上班|工作)$/u, '')
  const found = /^\d{6}(\d{3})?$/u.test(text) ? byCode(text) : best(matchesOf(text, undefined, 0))
  const [match, ...others] = found
  if (match === undefined) return { ...faultOf('unknown', cell), candidates: [] }
  const orphan = match.spelling.place.level === 'township' && !match.hasParent
  if (others.length > 0 || orphan) {
    const candidates = found.slice(0, 10).map(({ spelling }) => spelling.place)
    return { ...faultOf('ambiguous', cell), candidates }
  }
  return { ok: true, ...match.spelling.place, rest: text.slice(match.consumed) }
}

/** True when a place names at least its city: what "stable" asks for. Municipalities count as cities. */
export function isCityPrecise(code: string): boolean {
  return !/^\d{2}0000$/u.test(code) || /^(11|12|31|50|81|82)/u.test(code)
}

function byCode(code: string): Match[] {
  const all = [...placeIndex().spellings.values()].flat()
  const spelling = all.find(({ place }) => place.code === code)
  return spelling ? [{ spelling, text: '', consumed: code.length, hasParent: true }] : []
}

/** Every way to read a chain of names, each inside the one before, from position `from` on. */
function matchesOf(text: string, parent: Spelling | undefined, from: number): Match[] {
  const { spellings, longest } = placeIndex()
  const matches: Match[] = []
  for (let end = Math.min(text.length, from + longest); end >= from + 2; end--) {
    const name = text.slice(from, end)
    for (const spelling of spellings.get(name) ?? []) {
      if (!fits(spelling, parent)) continue
      const deeper = matchesOf(text, spelling, end)
      matches.push(...deeper)
      // 江苏镇江 goes on with a name of its own; 大同镇 with the suffix of another place.
      if (spelling.full || !OTHER_PLACE.test(text.slice(end))) {
        matches.push({ spelling, text: name, consumed: end, hasParent: parent !== undefined })
      }
    }
  }
  return matches
}

function fits(spelling: Spelling, parent: Spelling | undefined): boolean {
  if (parent && (spelling.stem === parent.stem || !spelling.stem.startsWith(parent.stem))) return false
  // Bare township names are ordinary words; without their city they mean nothing.
  return spelling.full || parent !== undefined || spelling.place.level !== 'township'
}

/** The readings that explain most of the text; among equals the one a reader would think of first. */
function best(matches: Match[]): Match[] {
  const consumed = Math.max(0, ...matches.map((match) => match.consumed))
  const unique = new Map<string, Match>()
  for (const match of matches.filter((candidate) => candidate.consumed === consumed)) {
    const known = unique.get(match.spelling.stem)
    if (!known || (match.hasParent && !known.hasParent)) unique.set(match.spelling.stem, match)
  }
  let candidates = [...unique.values()]
  const exact = candidates.filter(({ spelling }) => spelling.full)
  if (exact.length > 0) candidates = exact
  if (candidates.some(({ text }) => isOftenElsewhere(text))) return candidates
  // 吉林 is the province before the city, 中山 the prefecture before a district of another city.
  const rank = Math.min(...candidates.map(({ spelling }) => RANK[spelling.place.level]))
  return candidates.filter(({ spelling }) => RANK[spelling.place.level] === rank)
}
