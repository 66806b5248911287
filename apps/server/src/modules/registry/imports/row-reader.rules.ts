import { rawText, type CellInput } from '@anye/codes/parse/cell'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { IssueCode } from '@anye/contract/registry/imports/roster-issue'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { ProposedMapping } from './mapping.rules.ts'
import { cellAt, type RosterRow } from './roster-row.rules.ts'

/** Something found in a row. Rule, level and sentence follow from the code. */
export type Finding = {
  code: IssueCode
  field: RosterFieldKey | null
  values: Readonly<Record<string, string>>
}

/** What every reading of a row is judged by. */
export type CheckContext = {
  /** The business day of the import. */
  on: CalendarDate
  /** Admits the IDs and phones of synthetic people. */
  synthetic: boolean
  /** The year the sheet reports on; it completes 4月1日 and 去年. */
  asOfYear: number
}

/** Access to the cells of one row by field, and the place where findings are written down. */
export type RowReader = {
  /** True when the sheet has a column for the field. */
  has(field: RosterFieldKey): boolean
  /** The cell of a field, null when it is empty or the sheet has no such column. */
  cell(field: RosterFieldKey): CellInput
  /** The title the sheet gives the field; it may hold the unit: 月收入(万元). */
  header(field: RosterFieldKey): string
  /** Notes a finding; `raw` is filled in with the cell as written. */
  note(code: IssueCode, field?: RosterFieldKey | null, values?: Readonly<Record<string, string>>): void
  findings: readonly Finding[]
}

const LONGEST_RAW = 60

// Issues are stored, listed and exported more freely than the register: who has the sheet sees the cell
// itself, all others only enough of a number to find it. A number the spreadsheet has destroyed (5.22E+17)
// shows nothing.
const NUMBERS: ReadonlySet<RosterFieldKey> = new Set(['idNo', 'phone', 'hhPhone', 'bankNo'])

function shownValues(field: RosterFieldKey | null, values: Record<string, string>): Record<string, string> {
  if (field === null || !NUMBERS.has(field)) return values
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, masked(text)]))
}

function masked(text: string): string {
  return /\d{7,}/u.test(text) ? text.replace(/(?<=.{3}).(?=.{4})/gu, '*') : text
}

/** Reads one row by the mapping of its sheet. */
export function createRowReader(row: RosterRow, mapping: ProposedMapping): RowReader {
  const findings: Finding[] = []
  const cell = (field: RosterFieldKey): CellInput => {
    const column = mapping.byField.get(field)
    return column === undefined ? null : cellAt(row, column.column)
  }
  return {
    has: (field) => mapping.byField.has(field),
    cell,
    header: (field) => mapping.byField.get(field)?.path.join('/') ?? '',
    note(code, field = null, values = {}) {
      const raw = field === null ? '' : rawText(cell(field)).trim().slice(0, LONGEST_RAW)
      findings.push({ code, field, values: shownValues(field, { raw, ...values }) })
    },
    findings,
  }
}

/**
 * Reads a household through its rows: each field from the first row that states it. What is noted stands at
 * that row; a later row that states something else is noted there, and the first value is kept.
 */
export function createHouseholdReader(rows: readonly RowReader[], first: RowReader): RowReader {
  const ownerOf = (field: RosterFieldKey): RowReader => rows.find((row) => row.cell(field) !== null) ?? first
  return {
    has: first.has,
    header: first.header,
    cell: (field) => ownerOf(field).cell(field),
    note: (code, field = null, values) => (field === null ? first : ownerOf(field)).note(code, field, values),
    findings: first.findings,
  }
}
