import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { yearOf } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { checkHousehold, type CheckedHousehold } from './check-household.rules.ts'
import type { createFileLedger } from './file-ledger.rules.ts'
import { checkHistoryRow, isHistorySheet, type CheckedHistory } from './history.rules.ts'
import { createHouseholds, type GroupColumns, type RowGroup } from './households.rules.ts'
import { findLayout, LAYOUT_ROWS, type SheetLayout } from './layout.rules.ts'
import { proposeMapping, titlesOfMapping, type ProposedMapping } from './mapping.rules.ts'
import { createMergeFill } from './merge-fill.rules.ts'
import { placeHintsOf, type PlaceHints } from './place-hints.rules.ts'
import type { DivisionLookup } from './place.rules.ts'
import { kindOfRow, type KindColumns, type RowKind } from './row-kind.rules.ts'
import type { Finding } from './row-reader.rules.ts'
import { textsOf, type MergedRange, type RosterRow } from './roster-row.rules.ts'

/** A sheet once its first rows have been seen; `layout` and `mapping` are null when it holds no roster. */
export type RosterSheet = {
  index: number
  name: string
  hidden: boolean
  layout: SheetLayout | null
  mapping: ProposedMapping | null
  /** What is wrong with the sheet as a whole. */
  findings: readonly Finding[]
}

/** Rows of a sheet when it has been read to its end. */
export type SheetTally = {
  sheet: number
  /** Rows of persons. */
  rows: number
  /** Rows of persons that could not be read because a required column is missing. */
  unread: number
  /** Rows below the header that are no persons, by what they are. */
  skipped: Readonly<Partial<Record<RowKind, number>>>
}

/** What one sheet of a file yields, in order: itself, its households, its tally. */
export type SheetImportEvent =
  | { type: 'sheet'; sheet: RosterSheet }
  | { type: 'household'; household: CheckedHousehold }
  | { type: 'history'; history: CheckedHistory }
  | { type: 'tally'; tally: SheetTally }

/** What all sheets of a file share. */
export type FileImport = {
  on: CalendarDate
  synthetic: boolean
  mapping?: RosterMapping
  lookup: DivisionLookup
  /** Where the roster sheets before this one lie. */
  township?: PlaceHints
  ledger: ReturnType<typeof createFileLedger>
  /** Numbers the households of the file. */
  nextHousehold: () => number
}

type SheetInfo = { index: number; name: string; hidden: boolean; merges: readonly MergedRange[] }

/**
 * Takes the rows of one sheet as they arrive and gives its events; holds the first rows and one household.
 */
export function createSheetImport(info: SheetInfo, file: FileImport) {
  let head: RosterRow[] | null = []
  let body: ReturnType<typeof createBody> | undefined
  const begin = (): SheetImportEvent[] => {
    const rows = head ?? []
    head = null
    const sheet = describeSheet(info, rows, file.mapping)
    const events: SheetImportEvent[] = [{ type: 'sheet', sheet }]
    if (!sheet.layout || !sheet.mapping) return events
    body = createBody(info, sheet.layout, sheet.mapping, file)
    for (const row of rows) events.push(...body.add(row))
    return events
  }
  return {
    add(rows: readonly RosterRow[]): SheetImportEvent[] {
      const events: SheetImportEvent[] = []
      for (const row of rows) {
        if (head === null) events.push(...(body?.add(row) ?? []))
        else if (head.push(row) >= LAYOUT_ROWS) events.push(...begin())
      }
      return events
    },
    finish(): SheetImportEvent[] {
      const events = head === null ? [] : begin()
      const none: SheetTally = { sheet: info.index, rows: 0, unread: 0, skipped: {} }
      return [...events, ...(body?.finish() ?? [{ type: 'tally' as const, tally: none }])]
    },
  }
}

function describeSheet(
  { index, name, hidden, merges }: SheetInfo, rows: readonly RosterRow[], said: RosterMapping | undefined,
): RosterSheet {
  const layout = findLayout({ sheetName: name, rows, merges, mappedTitles: titlesOfMapping(said) })
  if (!layout) {
    const findings: Finding[] = [{ code: 'sheet_skipped', field: null, values: { sheet: name } }]
    return { index, name, hidden, layout: null, mapping: null, findings }
  }
  const mapping = proposeMapping(layout.columns, said)
  // A sheet of past jobs needs no household columns.
  const required = isHistorySheet(mapping) ? [] : mapping.missing
  const missing = required.map((field): Finding => ({ code: 'column_missing', field, values: {} }))
  const conflicts = mapping.conflicts.flatMap((column): Finding[] => {
    const winner = mapping.columns.find((other) => other.column === column.conflictWith)
    if (!winner?.field) return []
    return [{ code: 'column_conflict', field: winner.field, values: { raw: column.key, other: winner.key } }]
  })
  return { index, name, hidden, layout, mapping, findings: [...missing, ...conflicts] }
}

// A person's own columns: one person never shares them with the row above, whatever is merged.
const OWN_COLUMNS: ReadonlySet<RosterFieldKey> = new Set(
  ['name', 'idNo', 'personNo', 'relation', 'sex', 'birth'] satisfies RosterFieldKey[])
// Merged over the members of one household; places, types and cadres are often merged over many households.
const HOUSEHOLD_MARKS = ['hhNo', 'headName', 'seq', 'room', 'hhPhone', 'perCapitaIncome', 'landMu'] as const

function createBody(info: SheetInfo, layout: SheetLayout, mapping: ProposedMapping, file: FileImport) {
  const columns = kindColumns(mapping)
  const fill = fillOf(info, layout, mapping)
  const households = createHouseholds(groupColumns(mapping))
  const context = { on: file.on, synthetic: file.synthetic, asOfYear: yearOf(layout.reportDate ?? file.on) }
  const skipped: Partial<Record<RowKind, number>> = {}
  const isHistory = isHistorySheet(mapping)
  const isReadable = isHistory || mapping.missing.length === 0
  let hints = hintsOf(layout, file, isHistory)
  let rows = 0
  let household = 0
  const check = (group: RowGroup | undefined): SheetImportEvent[] => {
    if (!group) return []
    if (group.part === 1) household = file.nextHousehold()
    const { lookup, ledger } = file
    const around = { sheet: info, mapping, hints, context, lookup, ledger, household }
    return [{ type: 'household', household: checkHousehold(group, around) }]
  }
  return {
    add(row: RosterRow): SheetImportEvent[] {
      if (row.number <= layout.headerBottom) return []
      // Every row passes the fill, since a merged range may begin in a row that is skipped.
      const whole = fill(row)
      const kind = kindOfRow(row, layout, columns)
      if (kind === 'data') {
        rows++
        if (isHistory) return [{ type: 'history', history: checkHistoryRow(whole, { sheet: info.index, mapping, hints, context, lookup: file.lookup }) }]
        return isReadable ? check(households.add(whole)) : []
      }
      skipped[kind] = (skipped[kind] ?? 0) + 1
      if (kind !== 'title') return []
      const closed = check(households.flush())
      hints = { ...hints, ...placeHintsOf(textsOf(row).join(' ')) }
      return closed
    },
    finish(): SheetImportEvent[] {
      const tally = { sheet: info.index, rows, unread: isReadable ? 0 : rows, skipped }
      return [...check(households.flush()), { type: 'tally', tally }]
    },
  }
}

function fillOf(info: SheetInfo, layout: SheetLayout, mapping: ProposedMapping) {
  const fillable = mapping.columns.filter(({ field }) => field !== null && !OWN_COLUMNS.has(field))
  return createMergeFill(info.merges, new Set(fillable.map(({ column }) => column)), layout.headerBottom)
}

// A sheet of past jobs stands behind the rosters of its township and rarely repeats its name.
function hintsOf(layout: SheetLayout, file: FileImport, isHistory: boolean): PlaceHints {
  if (isHistory) return { ...file.township, ...layout.hints }
  file.township = { county: layout.hints.county, township: layout.hints.township }
  return layout.hints
}

function columnOf(mapping: ProposedMapping, field: RosterFieldKey): number | undefined {
  return mapping.byField.get(field)?.column
}

function kindColumns(mapping: ProposedMapping): KindColumns {
  const facts = ROSTER_FIELDS.filter(({ key, level }) => level !== 'household' && key !== 'seq')
    .map(({ key }) => columnOf(mapping, key))
    .filter((column) => column !== undefined)
  const [seq, name, idNo] = (['seq', 'name', 'idNo'] as const).map((field) => columnOf(mapping, field))
  return { seq, name, idNo, facts }
}

function groupColumns(mapping: ProposedMapping): GroupColumns {
  return {
    hhNo: columnOf(mapping, 'hhNo'),
    village: columnOf(mapping, 'village'),
    headName: columnOf(mapping, 'headName'),
    relation: columnOf(mapping, 'relation'),
    own: HOUSEHOLD_MARKS.map((field) => columnOf(mapping, field)).filter((column) => column !== undefined),
  }
}
