import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { ImportPageData } from '../registry-types.ts'

export type MappedColumn = ImportPageData['columns'][number]
/** What a person chose, by the column's key; null leaves the column out. */
export type Choices = Readonly<Record<string, RosterFieldKey | null>>
export type Certainty = 'said' | 'sure' | 'unsure' | 'conflict' | 'unknown' | 'unmapped'

/** Columns a person should look at: what nobody recognised although it is filled, too. */
export const ASKED: ReadonlySet<Certainty> = new Set(['unsure', 'conflict', 'unknown'])

/** Below this a column is shown for confirmation. */
const SURE = 0.9

/** How sure a column's field is, as the mapping screen sorts and marks it. */
export function certaintyOf(column: MappedColumn, choices: Choices): Certainty {
  if (column.key in choices) return choices[column.key] === null ? 'unmapped' : 'said'
  if (column.conflictWith !== null) return 'conflict'
  if (column.field === null)
    return column.source === 'none' && column.samples.length > 0 ? 'unknown' : 'unmapped'
  return column.source === 'mapping' ? 'said' : column.confidence >= SURE ? 'sure' : 'unsure'
}

export function fieldOf(column: MappedColumn, choices: Choices): RosterFieldKey | null {
  const chosen = choices[column.key]
  return chosen === undefined ? column.field : chosen
}

/** Required fields without a column, by key. */
export function missingFields(columns: readonly MappedColumn[], choices: Choices): readonly RosterFieldKey[] {
  const taken = new Set(columns.map((column) => fieldOf(column, choices)))
  return ROSTER_FIELDS.filter(({ key, required }) => required && !taken.has(key)).map(({ key }) => key)
}

/** Fields that two columns of the file claim at once: one of them must give way. */
export function doubledFields(
  columns: readonly MappedColumn[],
  choices: Choices,
): ReadonlySet<RosterFieldKey> {
  const seen = new Set<RosterFieldKey>()
  const doubled = new Set<RosterFieldKey>()
  for (const column of columns) {
    const field = fieldOf(column, choices)
    if (field === null) continue
    if (seen.has(field)) doubled.add(field)
    seen.add(field)
  }
  return doubled
}

/** The whole mapping, every column said, so that the next file of this source needs no question. */
export function toMapping(
  columns: readonly MappedColumn[],
  choices: Choices,
): { columns: Record<string, RosterFieldKey | null> } {
  return { columns: Object.fromEntries(columns.map((column) => [column.key, fieldOf(column, choices)])) }
}

/** True when a person should look at the columns before the rows. */
export function needsMapping({
  columns,
  missing,
  remembered,
}: Pick<ImportPageData, 'columns' | 'missing' | 'remembered'>): boolean {
  if (missing.length > 0) return true
  return !remembered && columns.some((column) => ASKED.has(certaintyOf(column, {})))
}
