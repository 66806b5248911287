import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { createCollector, type RosterReport } from '../check-roster.ts'
import type { CheckedHousehold } from '../check-household.rules.ts'
import { createFileLookup } from '../division-resolver.ts'
import { checkSheets, readRoster, type RosterEvent, type RosterOptions } from '../read-roster.ts'
import type { SheetEvent } from '../../../../platform/sheets/types.ts'
import { sheetOf, type RowCells, type SheetContent } from './roster-rows.ts'

const lookup = createFileLookup()

/** The day all import tests are made on. */
export const TODAY = '2020-04-15'

/** Options for synthetic people on the day of the tests. */
export function testOptions(mapping?: RosterMapping): RosterOptions {
  return { on: TODAY, synthetic: true, lookup, mapping }
}

/** A checked roster: the report, and the households as they were read. */
export type Checked = {
  report: RosterReport
  households: CheckedHousehold[]
  /** Issues as `row:code`, in file order. */
  codes: string[]
}

/** Reads and checks a file. */
export function checkFile(path: string, options: Partial<RosterOptions> = {}): Promise<Checked> {
  return collect(readRoster(path, { ...testOptions(), ...options }))
}

/** Checks rows without a file, under a header of standard titles; the first row is row 2. */
export function checkRows(rows: readonly RowCells[], options: Partial<RosterOptions> = {}): Promise<Checked> {
  return checkContents([sheetOf(rows)], options)
}

/** Checks sheets without a file; merges, if any, are left out. */
export function checkContents(sheets: readonly SheetContent[], options: Partial<RosterOptions> = {}): Promise<Checked> {
  return collect(checkSheets(eventsOf(sheets), { ...testOptions(), ...options }))
}

async function* eventsOf(sheets: readonly SheetContent[]): AsyncGenerator<SheetEvent> {
  for (const [index, { name, rows, hidden = false, hiddenRows = [] }] of sheets.entries()) {
    yield { type: 'sheet', index, name, hidden, merges: [] }
    const numbered = rows.map((cells, row) => ({ number: row + 1, hidden: hiddenRows.includes(row + 1), cells }))
    yield { type: 'rows', sheet: index, rows: numbered }
  }
  yield { type: 'end', sheets: sheets.length, rows: sheets.flatMap((sheet) => sheet.rows).length }
}

async function collect(events: AsyncIterable<RosterEvent>): Promise<Checked> {
  const collector = createCollector()
  const households: CheckedHousehold[] = []
  for await (const event of events) {
    collector.add(event)
    if (event.type === 'household') households.push(event.household)
  }
  const report = collector.report()
  const codes = report.issues.map(({ row, code }) => `${row ?? '-'}:${code}`)
  return { report, households, codes }
}
