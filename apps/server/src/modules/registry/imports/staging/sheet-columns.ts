import type { Gazetteer } from '@anye/codes/data/divisions-gazetteer'
import { rawText } from '@anye/codes/parse/cell'
import type { MappedColumn } from '@anye/contract/registry/imports/roster-mapping'
import { maskBankNo, maskIdNo, maskPhone } from '../../../../platform/crypto/mask.rules.ts'
import type { SheetEvent, SheetRow } from '../../../../platform/sheets/types.ts'
import { createFileLookup } from '../division-resolver.ts'
import type { DivisionLookup } from '../place.rules.ts'
import type { RosterSheet } from '../sheet-import.ts'

const SAMPLES = 3
const HEAD_ROWS = 20
const LONGEST_SAMPLE = 40

// Names of codes come from the list of the product; only the look-up itself must follow edits in the database.
const fileLookup = createFileLookup()

/** The import's look-up over the divisions in the database. */
export function lookupOf(gazetteer: Gazetteer): DivisionLookup {
  return { resolve: (place) => gazetteer.resolve(place), nameOf: fileLookup.nameOf }
}

/**
 * Keeps the first rows of every sheet while the file streams by, and gives the columns of the first roster sheet with a
 * few samples each, numbers masked, for the mapping screen.
 */
export function createSamples() {
  const heads = new Map<number, SheetRow[]>()
  return {
    async *tap(events: AsyncIterable<SheetEvent>): AsyncGenerator<SheetEvent> {
      for await (const event of events) {
        if (event.type === 'rows' && !heads.has(event.sheet)) heads.set(event.sheet, event.rows.slice(0, HEAD_ROWS))
        yield event
      }
    },
    columnsOf(sheets: readonly RosterSheet[]): (MappedColumn & { samples: string[] })[] {
      const sheet = sheets.find((each) => each.mapping !== null)
      const layout = sheet?.layout
      if (!sheet?.mapping || !layout) return []
      const samples = new Map<number, string[]>()
      for (const row of (heads.get(sheet.index) ?? []).filter(({ number }) => number > layout.headerBottom)) {
        for (const column of sheet.mapping.columns) addSample(samples, column, rawText(row.cells[column.column] ?? null).trim())
      }
      return sheet.mapping.columns.map((column) => ({ ...column, samples: samples.get(column.column) ?? [] }))
    },
  }
}

function addSample(samples: Map<number, string[]>, column: MappedColumn, text: string): void {
  const known = samples.get(column.column) ?? []
  if (text === '' || known.length >= SAMPLES || known.includes(text)) return
  samples.set(column.column, [...known, shown(column, text.slice(0, LONGEST_SAMPLE))])
}

const PLAIN: ReadonlySet<MappedColumn['field']> = new Set(['hhNo', 'personNo', 'village', 'township', 'county', 'birth', 'uscc', 'workFrom', 'workTo', 'verifiedOn'])

function shown({ field }: MappedColumn, text: string): string {
  if (field === 'idNo') return maskIdNo(text)
  if (field === 'phone' || field === 'hhPhone') return maskPhone(text)
  if (field === 'bankNo') return maskBankNo(text)
  // A column nobody recognised, or a remark, may hold numbers of persons too; household numbers and codes of places may be as long.
  return PLAIN.has(field) ? text : text.replaceAll(/\d[\d -]{5,}[\dXx]/gu, maskPhone)
}
