import places from '../data/places.json' with { type: 'json' }
import { ETHNIC } from '../ethnic.ts'

export type PlaceLevel = 'province' | 'prefecture' | 'county' | 'township'

/** A place of work: 6 digits of GB/T 2260, or 9 digits for a township of the statistical list. */
export interface Place {
  code: string
  name: string
  level: PlaceLevel
}

/** A spelling of a place: `full` with its own suffix (宁波市), otherwise bare (宁波) or with a former suffix. */
export interface Spelling {
  place: Place
  /** Code without filling zeros: a place lies in another when its stem starts with that one's. */
  stem: string
  full: boolean
}

export interface PlaceIndex {
  spellings: ReadonlyMap<string, readonly Spelling[]>
  longest: number
}

const SUFFIX: Readonly<Record<PlaceLevel, RegExp>> = {
  province: /(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$/u,
  prefecture: /(自治州|地区|盟|市)$/u,
  county: /(自治县|自治旗|林区|特区|新区|矿区|联合旗|市|县|区|旗)$/u,
  township: /(民族乡|族乡|镇|乡|街道办事处|街道|管理区)$/u,
}

/** Names people still write for places that changed theirs. */
const FORMER: Readonly<Record<string, string>> = {
  黔西南州: '5223', 内蒙: '15', 义龙新区: '5223', 义龙: '5223', 顶效开发区: '522301', 兴义县: '522301', 盘县: '520281',
}

// 朝阳 is a prefecture of Liaoning, but most who write it mean the district of Beijing.
const OFTEN_ELSEWHERE = new Set(['朝阳'])

let built: PlaceIndex | undefined

/** The gazetteer, built from the data file on first use (some 10 ms) and kept. */
export function placeIndex(): PlaceIndex {
  built ??= build()
  return built
}

let byCode: ReadonlyMap<string, Place> | undefined

/** The place of a code (6 digits, or 9 for a township of the list); undefined when the gazetteer does not know it. */
export function findPlaceByCode(code: string): Place | undefined {
  byCode ??= new Map([...allPlaces()].map(([, place]) => [place.code, place]))
  return byCode.get(code)
}

/** True when the bare name of a prefecture may well mean a county elsewhere. */
export function isOftenElsewhere(text: string): boolean {
  return OFTEN_ELSEWHERE.has(text)
}

function build(): PlaceIndex {
  const spellings = new Map<string, Spelling[]>()
  const put = (text: string, spelling: Spelling) => {
    const list = spellings.get(text) ?? []
    if (!list.some(({ stem }) => stem === spelling.stem)) spellings.set(text, [...list, spelling])
  }
  const byStem = new Map<string, Place>()
  for (const [stem, place] of allPlaces()) {
    byStem.set(stem, place)
    put(place.name, { place, stem, full: true })
  }
  for (const [stem, place] of byStem) {
    for (const text of shortNames(place)) put(text, { place, stem, full: false })
  }
  for (const [text, stem] of Object.entries(FORMER)) {
    const place = byStem.get(stem)
    if (place) put(text, { place, stem, full: false })
  }
  return { spellings, longest: Math.max(...[...spellings.keys()].map((text) => text.length)) }
}

function* allPlaces(): Generator<[stem: string, place: Place]> {
  for (const [stem, name] of Object.entries(places.provinces)) {
    yield [stem, { code: `${stem}0000`, name, level: 'province' }]
  }
  const levels = [
    ['prefecture', places.prefectures], ['county', places.counties], ['township', places.townships],
  ] as const
  for (const [level, groups] of levels) {
    for (const [head, names] of Object.entries(groups)) {
      for (const [, tail = '', name = ''] of names.matchAll(/(\d+)(\D+?)(?: |$)/gu)) {
        yield [head + tail, { code: (head + tail).padEnd(6, '0'), name, level }]
      }
    }
  }
}

/** 宁波市 → 宁波; 恩施土家族苗族自治州 → 恩施, 恩施州; 兴仁市 → 兴仁, 兴仁县, 兴仁区. */
function shortNames(place: Place): string[] {
  const bare = withoutEthnic(place.name.replace(SUFFIX[place.level], ''), place.name)
  if ([...bare].length < 2) return []
  if (place.level === 'county') return [bare, `${bare}市`, `${bare}县`, `${bare}区`]
  return place.level === 'prefecture' ? [bare, `${bare}州`] : [bare]
}

function withoutEthnic(bare: string, name: string): string {
  if (!/自治|族乡$/u.test(name)) return bare
  let text = bare
  for (let changed = true; changed;) {
    changed = false
    for (const { zh } of ETHNIC) {
      // 族 is left out of some official names (巴音郭楞蒙古自治州), but only of longer ones.
      const forms = zh.length > 2 ? [zh, zh.replace(/族$/u, '')] : [zh]
      const form = forms.find((word) => text.endsWith(word) && text.length > word.length)
      if (form) [text, changed] = [text.slice(0, -form.length), true]
    }
  }
  return text.replace(/各族$/u, '')
}
