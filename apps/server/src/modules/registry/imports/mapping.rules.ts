import type { MappedColumn, RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { matchHeader, type HeaderMatch } from '@anye/contract/registry/imports/match-header'
import { ROSTER_FIELDS, type RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import { mappingKey, type RosterColumn } from './header-columns.rules.ts'

/** The columns of one sheet with their fields, and what a person has to look at before the import. */
export type ProposedMapping = {
  columns: readonly MappedColumn[]
  /** Column of each field. */
  byField: ReadonlyMap<RosterFieldKey, MappedColumn>
  /** Columns that no field took: their values are kept in `raw` only. */
  unmapped: readonly MappedColumn[]
  /** Columns that wanted a field another column took. */
  conflicts: readonly MappedColumn[]
  /** Required fields without a column: the sheet cannot be imported until a person maps them. */
  missing: readonly RosterFieldKey[]
}

const MIN_CONFIDENCE = 0.6

/**
 * Gives each column a field: first as the mapping says, then by its header, the surest column first.
 * A field goes to one column only; a column that comes too late is a conflict, never a second value.
 */
export function proposeMapping(columns: readonly RosterColumn[], mapping?: RosterMapping): ProposedMapping {
  const said = saidFields(mapping)
  const wishes = columns.map((column) => wishesOf(column, said))
  const taken = new Map<RosterFieldKey, number>()
  const mapped = columns.map((column) => (saidOf(column, said) === null ? leftOut(column) : unmappedColumn(column)))
  const order = wishes
    .flatMap((offers, position) => offers.map((offer) => ({ ...offer, position })))
    .sort((left, right) => right.confidence - left.confidence || left.position - right.position)
  for (const { position, field, confidence, source } of order) {
    const column = mapped[position]
    if (!column || column.field !== null) continue
    const owner = taken.get(field)
    if (owner !== undefined) {
      column.conflictWith ??= owner
      continue
    }
    taken.set(field, column.column)
    Object.assign(column, { field, confidence, source, conflictWith: null })
  }
  return summarise(mapped)
}

function summarise(columns: readonly MappedColumn[]): ProposedMapping {
  const byField = new Map<RosterFieldKey, MappedColumn>()
  for (const column of columns) if (column.field !== null) byField.set(column.field, column)
  return {
    columns,
    byField,
    unmapped: columns.filter((column) => column.field === null),
    conflicts: columns.filter((column) => column.field === null && column.conflictWith !== null),
    missing: ROSTER_FIELDS.filter(({ key, required }) => required && !byField.has(key)).map(({ key }) => key),
  }
}

type Wish = HeaderMatch & { source: 'mapping' | 'header' }

function saidFields(mapping: RosterMapping | undefined): ReadonlyMap<string, RosterFieldKey | null> {
  const entries = Object.entries(mapping?.columns ?? {})
  return new Map(entries.map(([key, field]) => [mappingKey(key), field]))
}

function wishesOf(column: RosterColumn, said: ReadonlyMap<string, RosterFieldKey | null>): readonly Wish[] {
  const own = saidOf(column, said)
  if (own !== undefined) return own === null ? [] : [{ field: own, confidence: 1, source: 'mapping' }]
  return matchHeader(column.path)
    .filter((match) => match.confidence >= MIN_CONFIDENCE)
    .map((match) => ({ ...match, source: 'header' as const }))
}

/** The full path first; a mapping written by hand may name only the lowest title. Undefined when it names neither. */
function saidOf(column: RosterColumn, said: ReadonlyMap<string, RosterFieldKey | null>): RosterFieldKey | null | undefined {
  const own = [column.key, column.path.at(-1) ?? ''].map(mappingKey).find((key) => said.has(key))
  return own === undefined ? undefined : said.get(own)
}

/** Somebody said that this column stays out: it is answered for, and not asked about again. */
function leftOut(column: RosterColumn): MappedColumn {
  return { ...unmappedColumn(column), confidence: 1, source: 'mapping' }
}

function unmappedColumn(column: RosterColumn): MappedColumn {
  return {
    column: column.index, letter: column.letter, path: [...column.path], key: column.key,
    field: null, confidence: 0, source: 'none', conflictWith: null,
  }
}

/**
 * What a source's sheets are recognised by: their titles in any order, so that a mapping confirmed once is
 * proposed again for the next upload although columns moved.
 */
export function headerFingerprint(columns: readonly Pick<RosterColumn, 'key'>[]): string {
  return columns.map((column) => mappingKey(column.key)).sort().join('|')
}

/** The mapping to remember once a person has confirmed the proposal. */
export function mappingOf(columns: readonly MappedColumn[]): RosterMapping {
  return { columns: Object.fromEntries(columns.map((column) => [column.key, column.field])) }
}

/** Normalised titles a mapping names, which `findLayout` takes for header titles too. */
export function titlesOfMapping(mapping: RosterMapping | undefined): ReadonlySet<string> {
  const keys = Object.keys(mapping?.columns ?? {}).flatMap((key) => [...key.split('/'), key])
  return new Set(keys.map((title) => mappingKey(title).replace(/#\d+$/u, '')))
}
