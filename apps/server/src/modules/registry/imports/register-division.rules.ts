import { cellText, isEmptyCell } from '@anye/codes/parse/cell'
import { readPlace, type PlaceReading } from '@anye/codes/parse/place-cell'
import { findPlaceByCode } from '@anye/codes/parse/place-index'
import { compactText } from '@anye/kernel/text'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Stated } from './drafts.rules.ts'
import type { DivisionLookup } from './place.rules.ts'
import { rememberReadings } from './remember-readings.rules.ts'
import type { RowReader } from './row-reader.rules.ts'

const HOME = '5223'
// Said of who is registered where the household lives.
const HERE = /^(?:本(?:地|村|组|社区|寨|乡|镇|街道|县|市|州|户)|当地|同上|同左|同户主|同?现?(?:居住|住)(?:地|址))$/u
// A name of two or three characters that stands before more words may be a village group that is called like a county.
const WHOLE_NAME = /[省市区县州盟旗镇乡]$|街道$/u
const CERTAIN_LENGTH = 4

const placeOf = rememberReadings(readPlace)

/** What a reading needs beside the row: the divisions of a day, and the village where the household lives if it is known. */
type Around = { lookup: DivisionLookup; on: CalendarDate; home: string | null }

/**
 * Where a person is registered (户籍地): the village or what is known of it inside the prefecture, elsewhere the county, the
 * city or the province. What cannot be placed is queried (V24) and left as it is; it is never guessed.
 * @returns a GB code of 6, 9 or 12 digits; null for an empty cell
 */
export function readRegisterDivision(row: RowReader, around: Around): Stated<string> {
  if (!row.has('registerDivision')) return undefined
  const cell = row.cell('registerDivision')
  const text = compactText(cellText(cell))
  if (isEmptyCell(cell) || text === '') return null
  if (HERE.test(text)) return around.home
  if (/^\d{6,15}$/u.test(text)) return byCode(row, text, around)
  const near = atHome(text, around)
  if (near.length === 12) return near
  const found = placeOf(cell)
  const far = isCertain(found, text) ? found.code : ''
  if (near !== '') return far.startsWith(near) ? far : near
  if (far !== '') return far
  noteUnplaced(row, found, text, around)
  return undefined
}

function byCode(row: RowReader, code: string, around: Around): string | undefined {
  const known = code.startsWith(HOME) ? homeCode(code, around) : (findPlaceByCode(code.slice(0, 9)) ?? findPlaceByCode(code.slice(0, 6)))?.code
  if (known === undefined) row.note('register_unknown', 'registerDivision')
  return known
}

// A code that has ended is followed to the one in force.
function homeCode(code: string, { lookup, on }: Around): string | undefined {
  const level = code.length >= 12 ? { village: code } : code.length === 9 ? { township: code } : { county: code.slice(0, 6) }
  const answer = lookup.resolve(level, on)
  if (answer.status === 'found') return answer.village
  const [within] = answer.status === 'missing' ? answer.within : []
  return within ?? findPlaceByCode(code.slice(0, 6))?.code
}

/** The village of the prefecture that the text means, else the one township or county it begins with, else nothing. */
function atHome(text: string, { lookup, on, home }: Around): string {
  const answer = lookup.resolve({ village: text }, on)
  if (answer.status === 'found') return answer.village
  if (answer.status === 'missing') return answer.within.length === 1 ? (answer.within[0] ?? '') : ''
  // 民族村 alone is the one of the household's own township.
  const near = home === null ? [] : answer.candidates.filter((code) => code.startsWith(home.slice(0, 9)))
  return near.length === 1 ? (near[0] ?? '') : ''
}

function isCertain(found: PlaceReading, text: string): found is Extract<PlaceReading, { ok: true }> {
  if (!found.ok || found.rest === '') return found.ok
  const read = text.endsWith(found.rest) ? text.slice(0, -found.rest.length) : text
  return WHOLE_NAME.test(read) || read.length >= CERTAIN_LENGTH
}

function noteUnplaced(row: RowReader, found: PlaceReading, text: string, { lookup, on }: Around): void {
  const answer = lookup.resolve({ village: text }, on)
  const here = answer.status === 'ambiguous' ? answer.candidates.map(lookup.nameOf) : []
  const names = [...here, ...(found.ok ? [] : found.candidates.map(({ name }) => name))]
  if (names.length === 0) row.note('register_unknown', 'registerDivision')
  else row.note('register_ambiguous', 'registerDivision', { candidates: names.slice(0, 3).join('、') })
}
