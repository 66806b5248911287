import { findCode, findCodes, type CodeList, type CodeOf } from '@anye/codes/code-list'
import { readBoolean } from '@anye/codes/parse/boolean-cell'
import { cellText, isEmptyCell, type CellInput } from '@anye/codes/parse/cell'
import { readAmount } from '@anye/codes/parse/chinese-number'
import { readDate, type DateReading } from '@anye/codes/parse/date-cell'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { IssueCode } from '@anye/contract/registry/imports/roster-issue'
import { lastDayOf } from '@anye/kernel/calendar-month'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { compactText } from '@anye/kernel/text'
import type { DatedValue, Stated } from './drafts.rules.ts'
import { rememberReadings } from './remember-readings.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

const textOf = rememberReadings(cellText)
const isEmpty = rememberReadings(isEmptyCell)
const yesNoOf = rememberReadings(readBoolean)

/** The text of a cell; null for an empty one and for 无, 不详, /. */
export function readText(row: RowReader, field: RosterFieldKey): Stated<string> {
  if (!row.has(field)) return undefined
  const cell = row.cell(field)
  return isEmpty(cell) ? null : textOf(cell).slice(0, 200)
}

/** The code of a cell, notes `unknown` for a word that is not in the list. */
export function readCode<L extends CodeList>(
  row: RowReader, field: RosterFieldKey, list: L, unknown: IssueCode | null = 'value_unknown',
): Stated<CodeOf<L>> {
  if (!row.has(field)) return undefined
  const cell = row.cell(field)
  // The list first: 无 is a word of some lists and stands for nothing in the others.
  const code = codeReader(list)(cell)
  if (code !== undefined) return code
  if (isEmpty(cell)) return null
  if (unknown !== null) row.note(unknown, field)
  return undefined
}

type CodeReader = (cell: CellInput) => string | undefined
const CODE_READERS = new Map<CodeList, CodeReader>()

function codeReader<L extends CodeList>(list: L): (cell: CellInput) => CodeOf<L> | undefined {
  const known = CODE_READERS.get(list)
  if (known) return known
  const reader = rememberReadings((cell) => findCode(list, cellText(cell)))
  CODE_READERS.set(list, reader)
  return reader
}

/** All codes of a cell with several (残疾,长期慢性病). */
export function readCodeSet<L extends CodeList>(
  row: RowReader, field: RosterFieldKey, list: L,
): Stated<CodeOf<L>[]> {
  if (!row.has(field)) return undefined
  const cell = row.cell(field)
  const { codes, unknown } = findCodes(list, cellText(cell))
  if (codes.length === 0 && isEmptyCell(cell)) return null
  if (unknown.length > 0) row.note('value_unknown', field, { raw: unknown.join(',') })
  return codes.length === 0 ? undefined : codes
}

/** 是, 否, 有, 无, √, 1, 0 (DOMAIN 3.3-13). An empty cell is null, never no. */
export function readYesNo(row: RowReader, field: RosterFieldKey): Stated<boolean> {
  if (!row.has(field)) return undefined
  const reading = yesNoOf(row.cell(field))
  if (reading.ok) return reading.value
  if (reading.fault === 'missing') return null
  row.note('yes_no_unknown', field)
  return undefined
}

const DATE_READERS = new Map<number, (cell: CellInput) => DateReading>()

function dateReader(asOfYear: number): (cell: CellInput) => DateReading {
  const known = DATE_READERS.get(asOfYear)
  if (known) return known
  const reader = rememberReadings((cell) => readDate(cell, { asOfYear }))
  DATE_READERS.set(asOfYear, reader)
  return reader
}

/** A date with its precision (DOMAIN 3.3-6). 至今 and 长期 are an empty end. */
export function readDated(row: RowReader, field: RosterFieldKey, context: CheckContext): Stated<DatedValue> {
  if (!row.has(field)) return undefined
  const reading = dateReader(context.asOfYear)(row.cell(field))
  if (reading.ok) return { date: reading.date, precision: reading.precision }
  if (reading.fault === 'missing' || reading.fault === 'open_ended') return null
  row.note(reading.fault === 'no_such_day' ? 'date_impossible' : 'date_unreadable', field)
  return undefined
}

/** The last day a dated value may mean: the end of its month or year. */
export function latestDay({ date, precision }: DatedValue): CalendarDate {
  if (precision === 'day') return date
  return precision === 'month' ? lastDayOf(date.slice(0, 7)) : `${date.slice(0, 4)}-12-31`
}

/** A number within bounds; 万 in the title or the cell multiplies. Beyond the bounds it is kept and noted. */
export function readNumber(
  row: RowReader, field: RosterFieldKey, bounds: { low: number; high: number },
): Stated<number> {
  if (!row.has(field)) return undefined
  const cell = row.cell(field)
  if (isEmpty(cell)) return null
  if (typeof cell === 'number') return withinBounds(row, field, cell, bounds)
  const text = compactText(cellText(cell)).replace(/(?<=\d),(?=\d{3})/gu, '').replace(/^约/u, '')
  const amount = readAmount(text.replace(/(?:[元亩月人]|个月|左右|约)+$/u, ''))
  if (amount !== undefined) return withinBounds(row, field, amount, bounds)
  row.note('number_unreadable', field)
  return undefined
}

function withinBounds(
  row: RowReader, field: RosterFieldKey, amount: number, { low, high }: { low: number; high: number },
): number {
  const value = amount * (/万/u.test(row.header(field)) ? 10_000 : 1)
  if (value < low || value > high) row.note('number_odd', field, { low: String(low), high: String(high) })
  return Math.round(value * 100) / 100
}
