import { compactText } from '@anye/kernel/text'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { groupName } from './divisions-group.ts'
import { stemOfCounty, stemOfTownship, stemOfVillage } from './divisions-names.ts'
import type { DivisionStem } from './divisions-names.ts'
import { isInForce } from './divisions.ts'
import type { Division } from './divisions.ts'
import type { ReportingUnit } from './divisions-units.ts'

/** The four place columns of a roster row as they were written; an absent or empty one says nothing. */
export type PlaceText = { county?: string; township?: string; village?: string; group?: string }

/**
 * What had to be understood beyond the letter: an ended code or a former name, 义龙 written as a county, a
 * township under another county than written, 社区 for 村 or the reverse, an address or a code in a name column.
 */
export type PlaceNote =
  | 'former_division' | 'unit_as_county' | 'county_differs' | 'kind_differs' | 'address' | 'code_as_name'

/**
 * `found`: the 12-digit village in force, the group in one spelling. `ambiguous`: several villages fit and a
 * person must choose. `missing`: nothing fits at `level`; `suggestions` are codes one character away, `within` the
 * divisions that the levels above it do name, empty when none does.
 */
export type ResolvedPlace =
  | { status: 'found'; village: string; group: string | null; notes: PlaceNote[] }
  | { status: 'ambiguous'; candidates: string[] }
  | { status: 'missing'; level: 'county' | 'township' | 'village'; text: string; suggestions: string[]; within: readonly string[] }

export type Gazetteer = { resolve: (place: PlaceText) => ResolvedPlace }

type Entry = DivisionStem & { code: string; target: string; former: boolean }
type Index = { counties: Map<string, Entry[]>; townships: Map<string, Entry[]>; villages: Map<string, Entry[]> }
type Narrowed = { within: readonly string[]; notes: PlaceNote[]; rest: string }
type Failed = Exclude<ResolvedPlace, { status: 'found' }>

const PREFIX = /^(?:贵州省?)?(?:黔西南(?:布依族苗族自治)?州?)?/u

/**
 * Finds villages from what people write in rosters (DOMAIN 3.3-14, V24): former names, codes that ended, 义龙 as
 * a county, addresses, committee suffixes or none. It never guesses: two fits are `ambiguous`, a near miss only
 * a suggestion. Names repeat (团结村 four times), so a village is looked for inside its county and township.
 * @param on the day whose names and codes are in force
 */
export function createGazetteer(
  divisions: readonly Division[],
  units: readonly ReportingUnit[],
  on: CalendarDate,
): Gazetteer {
  const { index, targetOf } = indexDivisions(divisions, on)
  const cache = new Map<string, ResolvedPlace>()
  const resolveFresh = (place: PlaceText): ResolvedPlace => {
    const code = codeIn(place)
    if (code !== undefined) return fromCode(code, place, targetOf)
    const county = narrowByCounty(place, index, units)
    if ('status' in county) return county
    const township = narrowByTownship(place, county, index, units)
    return 'status' in township ? township : findVillage(place, township, index)
  }
  return {
    resolve(place) {
      // A county's sheet repeats a few hundred places over tens of thousands of rows.
      const key = [place.county, place.township, place.village, place.group].join('\u0000')
      const known = cache.get(key)
      if (known) return known
      const answer = resolveFresh(place)
      cache.set(key, answer)
      return answer
    },
  }
}

function indexDivisions(divisions: readonly Division[], on: CalendarDate) {
  const inForce = new Set(divisions.filter((row) => isInForce(row, on)).map((row) => row.code))
  const successors = new Map(divisions.flatMap((row) => (row.successor ? [[row.code, row.successor]] : [])))
  const known = new Set(divisions.map((row) => row.code))
  const targetOf = (code: string, hops = 0): string | undefined => {
    if (!known.has(code) || hops > 9) return undefined
    const successor = successors.get(code)
    // A code without successor is taken as it is, also before its first day: old papers use today's codes.
    return inForce.has(code) || successor === undefined ? code : targetOf(successor, hops + 1)
  }
  const index: Index = { counties: new Map(), townships: new Map(), villages: new Map() }
  for (const row of divisions) {
    const target = targetOf(row.code)
    const slot = row.level === 3 ? index.counties : row.level === 4 ? index.townships : index.villages
    if (target === undefined || row.level < 3 || row.level > 5) continue
    const stem = stemOf(row)
    const entries = slot.get(stem.stem) ?? []
    entries.push({ ...stem, code: row.code, target, former: !isInForce(row, on) })
    slot.set(stem.stem, entries)
  }
  return { index, targetOf: (code: string) => targetOf(code) }
}

function stemOf({ name, level }: Division): DivisionStem {
  if (level === 3) return { stem: stemOfCounty(name), kind: undefined }
  return level === 4 ? stemOfTownship(name) : stemOfVillage(name)
}

function codeIn({ village = '', group = '', township = '' }: PlaceText): string | undefined {
  return [group, village, township].map(compactText).find((text) => /^\d{12}(?:\d{3})?$/.test(text))
}

function fromCode(
  code: string,
  place: PlaceText,
  targetOf: (code: string) => string | undefined,
): ResolvedPlace {
  const written = code.slice(0, 12)
  const target = targetOf(written)
  if (target === undefined || target.length !== 12) {
    return { status: 'missing', level: 'village', text: code, suggestions: [], within: [] }
  }
  const notes: PlaceNote[] = target === written ? ['code_as_name'] : ['code_as_name', 'former_division']
  const group = /^\d{12,}$/.test(compactText(place.group ?? '')) ? null : groupName(place.group ?? '')
  return { status: 'found', village: target, group, notes }
}

/** Codes a village must lie under after the county column (or the county at the head of an address) is read. */
function narrowByCounty(place: PlaceText, index: Index, units: readonly ReportingUnit[]): Narrowed | Failed {
  const written = compactText(place.county ?? '').replace(PREFIX, '')
  const address = compactText(place.village ?? '').replace(PREFIX, '')
  const head = leadingName(address, [...countyNames(index), ...units.map((unit) => unit.name)])
  const name = written === '' ? head : written
  const rest = head === '' ? address : address.slice(head.length)
  const notes: PlaceNote[] = head === '' ? [] : ['address']
  if (name === '') return { within: [''], notes, rest }
  const stem = stemOfCounty(name)
  const unit = units.find((candidate) => candidate.county === null && stemOfCounty(candidate.name) === stem)
  if (unit) return { within: unit.townships, notes: noting(notes, 'unit_as_county'), rest }
  const entries = index.counties.get(/^\d{6}$/.test(stem) ? countyStem(stem, index) : stem) ?? []
  if (entries.length === 0) return { status: 'missing', level: 'county', text: name, suggestions: [], within: [] }
  // 兴仁县: the words for the kind differ from the county in force, so a former name was written.
  const former = name !== stem && entries.some((entry) => entry.former) && name.endsWith('县')
  return { within: targets(entries), notes: former ? [...notes, 'former_division'] : notes, rest }
}

function countyNames(index: Index): string[] {
  return [...index.counties.keys()].flatMap((stem) => [`${stem}市`, `${stem}县`])
}

function countyStem(code: string, index: Index): string {
  for (const [stem, entries] of index.counties) if (entries.some((entry) => entry.code === code)) return stem
  return code
}

function narrowByTownship(
  place: PlaceText,
  county: Narrowed,
  index: Index,
  units: readonly ReportingUnit[],
): Narrowed | Failed {
  const written = compactText(place.township ?? '').replace(PREFIX, '')
  const head = leadingTownship(county.rest, index)
  const name = written === '' ? head : written
  const rest = head === '' ? county.rest : county.rest.slice(head.length)
  const notes = head === '' ? county.notes : noting(county.notes, 'address')
  if (name === '') return { ...county, rest }
  const asUnit = units.find((unit) => unit.county === null && stemOfCounty(unit.name) === stemOfCounty(name))
  if (asUnit) return { within: asUnit.townships, notes: noting(notes, 'unit_as_county'), rest }
  const entries = townshipEntries(name, index)
  const inside = entries.filter((entry) => county.within.some((code) => entry.target.startsWith(code)))
  const fits = inside.length > 0 ? inside : entries
  const { stem, kind } = stemOfTownship(name)
  if (fits.length === 0) {
    const suggestions = nearest(stem, index.townships, county.within)
    return { status: 'missing', level: 'township', text: name, suggestions, within: namedOf(county.within) }
  }
  const former = fits.some((entry) => entry.former && (entry.kind === kind || fits.length === 1))
  const seen = inside.length === 0 ? noting(notes, 'county_differs') : notes
  return { within: targets(fits), notes: former ? noting(seen, 'former_division') : seen, rest }
}

function townshipEntries(name: string, index: Index): Entry[] {
  if (/^\d{9}$/.test(name)) return [...index.townships.values()].flat().filter((entry) => entry.code === name)
  return index.townships.get(stemOfTownship(name).stem) ?? index.townships.get(name) ?? []
}

function findVillage(place: PlaceText, township: Narrowed, index: Index): ResolvedPlace {
  const group = groupName(place.group ?? '')
  const { within, rest } = township
  const whole = villageFits(rest, within, index)
  if (whole.length > 0) return answer(whole, rest, group, township.notes)
  // 民族村三组12号: the longest head that is a village here, the tail names the group.
  for (let end = rest.length - 1; end >= 2; end--) {
    const head = rest.slice(0, end)
    if (stemOfVillage(head).kind === undefined) continue
    const fits = villageFits(head, within, index)
    if (fits.length === 0) continue
    const tail = /^.*?组/u.exec(rest.slice(end))?.[0] ?? ''
    return answer(fits, head, group ?? groupName(tail), noting(township.notes, 'address'))
  }
  const suggestions = nearest(stemOfVillage(rest).stem, index.villages, within)
  return { status: 'missing', level: 'village', text: rest, suggestions, within: namedOf(within) }
}

const namedOf = (within: readonly string[]) => within.filter((code) => code !== '')

function villageFits(name: string, within: readonly string[], index: Index): Entry[] {
  const { stem, kind } = stemOfVillage(name)
  // 新村 may be written in full or be 新 + 村; try the stem, then the name as it stands.
  const entries = [...new Set([stem, name])].flatMap((each) => index.villages.get(each) ?? [])
  const inside = entries.filter((entry) => within.some((code) => entry.target.startsWith(code)))
  // 龙场村 renamed beside a living 龙场社区 still means the village: the kind that was written weighs more than age.
  const sameKind = inside.filter((entry) => kind === undefined || entry.kind === kind)
  const fits = sameKind.length > 0 ? sameKind : inside
  const current = fits.filter((entry) => !entry.former)
  return current.length > 0 ? current : fits
}

function answer(fits: Entry[], name: string, group: string | null, before: PlaceNote[]): ResolvedPlace {
  const candidates = targets(fits)
  const [village, second] = candidates
  if (village === undefined || second !== undefined) return { status: 'ambiguous', candidates }
  const { kind } = stemOfVillage(name)
  let notes = before
  if (fits.every((entry) => entry.former)) notes = noting(notes, 'former_division')
  if (kind !== undefined && fits.every((entry) => entry.kind !== kind)) notes = noting(notes, 'kind_differs')
  return { status: 'found', village, group, notes }
}

function noting(notes: PlaceNote[], note: PlaceNote): PlaceNote[] {
  return notes.includes(note) ? notes : [...notes, note]
}

function targets(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map((entry) => entry.target))].sort()
}

function leadingName(text: string, names: readonly string[]): string {
  const fits = names.filter((name) => text.startsWith(name))
  return fits.reduce((best, name) => (name.length > best.length ? name : best), '')
}

/** The township at the head of an address; only with its kind written out, since 三宝 also begins 三宝村. */
function leadingTownship(text: string, index: Index): string {
  for (let end = Math.min(text.length - 1, 14); end >= 2; end--) {
    const head = text.slice(0, end)
    const { stem, kind } = stemOfTownship(head)
    if (kind !== undefined && index.townships.has(stem)) return head
  }
  return ''
}

function nearest(stem: string, slot: Map<string, Entry[]>, within: readonly string[]): string[] {
  const close = [...slot].flatMap(([name, entries]) => (differsByOne(name, stem) ? entries : []))
  return targets(close.filter((entry) => within.some((code) => entry.target.startsWith(code)))).slice(0, 3)
}

/** One character replaced, missing or too many; short names only match when replaced in place. */
function differsByOne(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1 || long.length < 2 || long === short) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  const skip = long.length === short.length ? 1 : 0
  return short.slice(start + skip) === long.slice(start + 1)
}
