import type { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { readSheets } from '../../../platform/sheets/read-sheets.ts'
import type { SheetEvent, SheetOptions } from '../../../platform/sheets/types.ts'
import { createFileLedger, type LateFinding } from './file-ledger.rules.ts'
import type { DivisionLookup } from './place.rules.ts'
import type { Finding } from './row-reader.rules.ts'
import { createSheetImport, type FileImport, type SheetImportEvent } from './sheet-import.ts'

/** How to read a roster. */
export type RosterOptions = {
  /** The business day of the import: ages, open jobs and divisions are judged on it. */
  on: CalendarDate
  /** Admits the IDs and phones of synthetic people. */
  synthetic: boolean
  lookup: DivisionLookup
  /** What a person has confirmed; columns it does not name are recognised by their headers. */
  mapping?: RosterMapping
  sheets?: SheetOptions
}

/**
 * A roster as it streams by: per sheet `sheet`, `household`…, `tally`, and one `end` with what only the whole
 * file shows. `late` findings belong to rows of households that were given before.
 */
export type RosterEvent =
  | SheetImportEvent
  | { type: 'end'; findings: readonly Finding[]; late: readonly LateFinding[] }

/**
 * Reads and checks a roster file without writing anything. At most one household and the first rows of a
 * sheet are held, beside a ledger of IDs, phones and household numbers. Throws `SheetError` for a file that
 * cannot be read.
 */
export function readRoster(path: string, options: RosterOptions): AsyncGenerator<RosterEvent> {
  return checkSheets(readSheets(path, options.sheets), options)
}

/** The same for sheets that are already being read. */
export async function* checkSheets(
  events: AsyncIterable<SheetEvent>, { on, synthetic, mapping, lookup }: Omit<RosterOptions, 'sheets'>,
): AsyncGenerator<RosterEvent> {
  const names: string[] = []
  const ledger = createFileLedger(on, (index) => names[index] ?? '')
  let households = 0
  const file: FileImport = { on, synthetic, mapping, lookup, ledger, nextHousehold: () => ++households }
  let sheet: ReturnType<typeof createSheetImport> | undefined
  let hasRoster = false
  let persons = 0
  for await (const event of events) {
    const given: SheetImportEvent[] = []
    if (event.type === 'rows') given.push(...(sheet?.add(event.rows) ?? []))
    else given.push(...(sheet?.finish() ?? []))
    if (event.type === 'sheet') {
      names[event.index] = event.name
      sheet = createSheetImport(event, file)
    }
    for (const output of given) {
      hasRoster ||= output.type === 'sheet' && output.sheet.layout !== null
      if (output.type === 'tally') persons += output.tally.rows
      yield output
    }
  }
  yield { type: 'end', findings: persons > 0 ? [] : [nothingFound(hasRoster)], late: ledger.close() }
}

// "0 rows imported, success" is the one answer nobody may get.
function nothingFound(hasRoster: boolean): Finding {
  return { code: hasRoster ? 'no_persons' : 'no_roster', field: null, values: {} }
}
