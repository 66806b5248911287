import { calendarDate, yearOf } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { compactText } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell, isRounded, rawText } from './parse/cell.ts'
import type { CellInput, Fault } from './parse/cell.ts'

/** Unassigned area prefix of all synthetic people (DOMAIN §8); real sheets may not carry it. */
export const SYNTHETIC_AREA = '522399'

/** What was changed to read the number; each is shown to the owner of the sheet. */
export type CitizenIdFix = 'cleaned' | 'x_form' | 'letter_o' | 'letter_l' | 'from_15'

/**
 * What looks odd in a valid number. Area codes are those of first issue, so they are never a reason to
 * reject.
 */
export type CitizenIdFlag = 'area_unknown' | 'ends_in_000'

export type CitizenIdFault =
  | 'lossy' | 'length' | 'charset' | 'date' | 'check' | 'area_synthetic' | 'missing' | 'pending'

/** Category 1–7 and grade 1–4 of a disability certificate, whose first 18 characters are the citizen id. */
export interface DisabilityMark {
  category: number
  grade: number
  certificateNo: string
}

export interface CitizenId {
  ok: true
  id18: string
  kind: '18' | '15' | 'disability'
  birth: CalendarDate
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: '1' | '2'
  /** Six-digit division code of first issue, not today's residence. */
  area: string
  fixes: CitizenIdFix[]
  flags: CitizenIdFlag[]
  disability?: DisabilityMark
}

export type CitizenIdReading = CitizenId | Fault<CitizenIdFault>

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const PENDING = /(办理中|待办|正在办|补办|申领中|在办|未领到)/u
const MISSING = /^(未办|没办|未办理|未上户|无证|无身份证|没有身份证|未落户)$/u
// Province prefixes of GB/T 2260, plus 81–83 of residence permits for Hong Kong, Macau and Taiwan residents.
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u

/** Check character (ISO 7064 MOD 11-2, GB 11643-1999 §4.2) of the first 17 digits. */
export function citizenIdCheck(digits17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** Puts a valid number together; for demo data and tests. `sequence` 0–999, odd for men. */
export function buildCitizenId(area: string, birth: CalendarDate, sequence: number): string {
  const digits17 = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return digits17 + citizenIdCheck(digits17)
}

/**
 * Reads an identity cell (GB 11643-1999; rule V01; DOMAIN §3.3-1, -2, -3). Digits lost by a spreadsheet are
 * never guessed back. `synthetic` admits the area prefix of test people.
 */
export function readCitizenId(cell: CellInput, options: { synthetic: boolean }): CitizenIdReading {
  const word = compactText(cellText(cell))
  if (isEmptyCell(cell) || MISSING.test(word)) return faultOf('missing', cell)
  if (PENDING.test(word)) return faultOf('pending', cell)
  if (isRounded(cell)) return faultOf('lossy', cell)
  const { text, fixes } = normalise(cell, word)
  const certificate = /^(\d{17}[\dX])([1-7])([1-4])(?:B\d|\d{2})?$/u.exec(text)
  if (certificate) return readCertificate(cell, text, certificate, fixes, options.synthetic)
  if (text.length === 15) return read15(cell, text, fixes, options.synthetic)
  if (text.length !== 18) return faultOf(/^[\dX]*$/u.test(text) ? 'length' : 'charset', cell)
  return read18(cell, text, '18', fixes, options.synthetic)
}

function normalise(cell: CellInput, word: string): { text: string; fixes: CitizenIdFix[] } {
  const fixes: CitizenIdFix[] = []
  let text = word.toUpperCase().replace(/^["“”'‘’]+|["“”'‘’]+$/gu, '')
  // The multiplication sign, the asterisk and the Cyrillic letter stand for X in the last place only.
  const crossed = text.replace(/^(\d{17})[×✕✖*Χ╳Х]/u, '$1X')
  if (crossed !== text) fixes.push('x_form')
  text = crossed
  // Only where a check character can confirm the guess.
  if (/^[\dOILX|]{18}$/u.test(text)) {
    const zeroes = text.replaceAll('O', '0')
    if (zeroes !== text) fixes.push('letter_o')
    const ones = zeroes.replace(/[IL|]/gu, '1')
    if (ones !== zeroes) fixes.push('letter_l')
    text = ones
  }
  if (fixes.length === 0 && text !== rawText(cell)) fixes.push('cleaned')
  return { text, fixes }
}

function readCertificate(
  cell: CellInput, text: string, parts: RegExpExecArray, fixes: CitizenIdFix[], synthetic: boolean,
): CitizenIdReading {
  const [, id18 = '', category, grade] = parts
  const reading = read18(cell, id18, 'disability', fixes, synthetic)
  if (!reading.ok) return reading
  return { ...reading, disability: { category: Number(category), grade: Number(grade), certificateNo: text } }
}

function read15(cell: CellInput, text: string, fixes: CitizenIdFix[], synthetic: boolean): CitizenIdReading {
  if (!/^\d{15}$/u.test(text)) return faultOf('charset', cell)
  // Sequences 996–999 were kept for people who were over a hundred when numbers were first issued.
  const century = Number(text.slice(12)) >= 996 ? '18' : '19'
  const digits17 = text.slice(0, 6) + century + text.slice(6)
  return read18(cell, digits17 + citizenIdCheck(digits17), '15', [...fixes, 'from_15'], synthetic)
}

function read18(
  cell: CellInput, id18: string, kind: CitizenId['kind'], fixes: CitizenIdFix[], synthetic: boolean,
): CitizenIdReading {
  if (!/^\d{17}[\dX]$/u.test(id18)) return faultOf('charset', cell)
  const birth = birthOf(id18)
  const endsIn000 = kind === '18' && id18.endsWith('000')
  const checked = citizenIdCheck(id18.slice(0, 17)) === id18[17]
  // 18 digits ending in 000 that fail the check went through a number cell and back to text.
  if (endsIn000 && birth !== undefined && !checked) return faultOf('lossy', cell)
  if (birth === undefined) return faultOf('date', cell)
  if (!checked) return faultOf('check', cell)
  const area = id18.slice(0, 6)
  if (area === SYNTHETIC_AREA && !synthetic) return faultOf('area_synthetic', cell)
  const flags: CitizenIdFlag[] = []
  if (!PROVINCE.test(area)) flags.push('area_unknown')
  // One rounded number in eleven passes the check by chance, so it stays visible.
  if (endsIn000) flags.push('ends_in_000')
  const sex = Number(id18[16]) % 2 === 1 ? '1' : '2'
  return { ok: true, id18, kind, birth, sex, area, fixes, flags }
}

function birthOf(id18: string): CalendarDate | undefined {
  const date = calendarDate(Number(id18.slice(6, 10)), Number(id18.slice(10, 12)), Number(id18.slice(12, 14)))
  return date !== undefined && yearOf(date) >= 1850 && yearOf(date) < 2100 ? date : undefined
}
