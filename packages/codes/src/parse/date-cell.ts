import { calendarDate, dateOfDayNumber } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { compactText } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Reading } from './cell.ts'
import { chineseDigitsToArabic } from './chinese-number.ts'

/** How exactly the cell names the day; `date` is the first day of the month or year it names. */
export type DatePrecision = 'day' | 'month' | 'year'

export type DateFault =
  | 'missing' | 'open_ended' | 'no_such_day' | 'ambiguous' | 'range' | 'vague' | 'unreadable'

export type DateReading = Reading<{ date: CalendarDate; precision: DatePrecision }, DateFault>

/** `asOfYear` is the year the sheet reports on: it completes `4月1日` and 去年. */
export interface DateOptions {
  asOfYear: number
}

// Excel day 1 is 1900-01-01 and it believes in 1900-02-29, so serials count from 1899-12-30.
const EXCEL_EPOCH_DAY = -25_569
const OPEN_ENDED = /^(至今|长期|长年|现在|目前|无期限|无固定期限?|在岗|未结束)$/u
// Words for a time of year that name no month.
const VAGUE = /^(年前|年后|春节|春节后|春节前|过年|过完年|最近|近期|刚|刚刚|早就|多年|几年|前几年|好几年|以前|.*年后|.*春节.*)$/u
const YEAR_WORDS: readonly (readonly [string, number])[] = [
  ['大前年', -3], ['前年', -2], ['去年', -1], ['上年', -1], ['今年', 0], ['本年', 0], ['明年', 1],
]
const NUMBER_SEPARATOR = /[.\-/、·．年月日号\\]/u

/**
 * Reads a date cell in any form of DOMAIN §3.3-6 to value and precision, or says why not. A day that does not
 * exist (31 April) is a fault, never shifted.
 */
export function readDate(cell: CellInput, options: DateOptions): DateReading {
  if (isEmptyCell(cell) || cell === 0) return faultOf('missing', cell)
  if (typeof cell === 'object' && cell !== null) return { ok: true, date: cell.date, precision: 'day' }
  if (typeof cell === 'boolean') return faultOf('unreadable', cell)
  if (typeof cell === 'number') return readNumber(cell, options)
  const text = compactText(cellText(cell).replace(/[T ]\d{1,2}[:：]\d{2}([:：]\d{2}([.]\d+)?)?Z?$/iu, ''))
  if (OPEN_ENDED.test(text)) return faultOf('open_ended', cell)
  if (VAGUE.test(text)) return faultOf('vague', cell)
  return readText(cell, text, options)
}

function readNumber(cell: number, options: DateOptions): DateReading {
  if (Number.isInteger(cell)) return readDigits(cell, String(cell), options)
  const [whole = '', fraction = ''] = String(cell).split('.')
  const isYear = /^(19|20)\d{2}$/u.test(whole)
  // A serial with a time of day.
  if (!isYear && cell > 10_000) return readDigits(cell, whole, options)
  // As a number, 2020.10 became 2020.1: January and October cannot be told apart.
  if (fraction === '1') return faultOf('ambiguous', cell)
  return isYear ? build(cell, Number(whole), Number(fraction), undefined) : faultOf('unreadable', cell)
}

/** Digits without separators: 20200401, 202004, 2020, or the serial number of a day. */
function readDigits(cell: CellInput, digits: string, options: DateOptions): DateReading {
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)]
  if (digits.length === 8) return build(cell, year, month, day)
  if (digits.length === 4 && year >= 1900 && year <= 2100) return build(cell, year, undefined, undefined)
  if (digits.length === 6) {
    if (month >= 1 && month <= 12 && year >= 1900 && year <= 2100) return build(cell, year, month, undefined)
    return build(cell, fullYear(part(0, 2), options), part(2, 4), part(4, 6))
  }
  const serial = Number(digits)
  if (digits.length === 5 && serial >= 10_000 && serial < 73_051) {
    return { ok: true, date: dateOfDayNumber(serial + EXCEL_EPOCH_DAY), precision: 'day' }
  }
  return faultOf('unreadable', cell)
}

function readText(cell: CellInput, text: string, options: DateOptions): DateReading {
  let word = chineseDigitsToArabic(text)
  for (const [name, offset] of YEAR_WORDS) {
    if (word.startsWith(name)) word = `${options.asOfYear + offset}年${word.slice(name.length)}`
  }
  word = word.replace(/(年)(底|末)$/u, '$112月').replace(/年初$/u, '年1月')
  // The third of a month is finer than a month and coarser than a day: keep the month.
  word = word.replace(/月(份|初|底|末|中旬?|上旬|下旬)$/u, '月').replace(/[左右份开始起]+$/u, '')
  if (isRange(word)) return faultOf('range', cell)
  if (/^\d+$/u.test(word)) return readDigits(cell, word, options)
  const bare = word.replace(/[日号.\-/]$/u, '')
  const parts = bare.split(NUMBER_SEPARATOR).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d{1,4}$/u.test(part))) {
    return faultOf('unreadable', cell)
  }
  return readParts(cell, parts.map(Number), word.includes('年'), options)
}

function readParts(cell: CellInput, parts: number[], saysYear: boolean, options: DateOptions): DateReading {
  const [first = 0, second, third] = parts
  const hasYear = first > 31 || saysYear || parts.length === 3
  if (hasYear) return build(cell, first < 100 ? fullYear(first, options) : first, second, third)
  // 4月1日, 4.1 and 4月: the year is that of the sheet.
  return build(cell, options.asOfYear, first, second)
}

function isRange(word: string): boolean {
  return /[至~～—]|到/u.test(word) || (word.match(/(19|20)\d{2}/gu)?.length ?? 0) > 1
}

/** 20 is 2020 and 85 is 1985: up to ten years ahead of the sheet (contracts), everything else in the past. */
function fullYear(twoDigits: number, options: DateOptions): number {
  const recent = 2000 + twoDigits
  return recent <= options.asOfYear + 10 ? recent : 1900 + twoDigits
}

function build(cell: CellInput, year: number, month?: number, day?: number): DateReading {
  if (year < 1850 || year > 2100) return faultOf('unreadable', cell)
  const date = calendarDate(year, month ?? 1, day ?? 1)
  if (date === undefined) return faultOf('no_such_day', cell)
  return { ok: true, date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' }
}
