import type { RowLevel } from '@anye/contract/registry/imports/roster-issue'
import { ISSUE_TEXTS, worseLevel } from '@anye/contract/registry/imports/roster-issue'
import type { WorkDraft } from './drafts.rules.ts'
import type { ProposedMapping } from './mapping.rules.ts'
import type { FilledRow } from './merge-fill.rules.ts'
import { readPerson } from './person-cells.rules.ts'
import type { PlaceHints } from './place-hints.rules.ts'
import { placeTextOf, resolvePlace, type DivisionLookup } from './place.rules.ts'
import { createRowReader, type CheckContext, type Finding } from './row-reader.rules.ts'
import { readWork } from './work.rules.ts'

/** One past job of a person of the register, as a 务工经历 sheet states it. */
export type CheckedHistory = {
  sheet: number
  row: number
  idNo: string | null
  /** 12-digit village, null when it could not be told. */
  village: string | null
  work: WorkDraft | null
  level: RowLevel
  findings: readonly Finding[]
}

/**
 * True for a sheet of past jobs: it says when work began and ended and who it was, but not who belongs to which
 * household how. Such rows never create or change persons.
 */
export function isHistorySheet(mapping: ProposedMapping): boolean {
  const has = (field: Parameters<typeof mapping.byField.has>[0]) => mapping.byField.has(field)
  return has('name') && has('idNo') && has('workFrom') && has('workTo') && !has('relation') && !has('labourSkill')
}

/** Reads one row of past work; every finding says what to do, a row without a readable job is rejected. */
export function checkHistoryRow(
  source: FilledRow, around: { sheet: number; mapping: ProposedMapping; hints: PlaceHints; context: CheckContext; lookup: DivisionLookup },
): CheckedHistory {
  const reader = createRowReader(source, around.mapping)
  const person = readPerson(reader, around.context)
  const work = readWork(reader, person, around.context)
  const place = resolvePlace(reader, placeTextOf(reader, around.hints), around.lookup, around.context.on, (code, values) => {
    reader.note(code, reader.has('village') ? 'village' : null, values)
  })
  if (work === null) reader.note('history_without_job', 'workFrom')
  const level = reader.findings.map(({ code }) => ISSUE_TEXTS[code].level).reduce<RowLevel>(worseLevel, 'accepted')
  return { sheet: around.sheet, row: source.number, idNo: person.idNo, village: place?.village ?? null, work, level, findings: reader.findings }
}
