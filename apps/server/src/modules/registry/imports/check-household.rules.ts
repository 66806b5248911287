import { rawText } from '@anye/codes/parse/cell'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import { ISSUE_TEXTS, worseLevel, type RowLevel } from '@anye/contract/registry/imports/roster-issue'
import type { HouseholdDraft, PersonDraft, RawRow, WorkDraft } from './drafts.rules.ts'
import type { createFileLedger } from './file-ledger.rules.ts'
import { readHousehold } from './household-cells.rules.ts'
import { checkMembers, type Member } from './household.rules.ts'
import { MAX_ROWS, type Grouping, type RowGroup } from './households.rules.ts'
import type { ProposedMapping } from './mapping.rules.ts'
import type { FilledRow } from './merge-fill.rules.ts'
import { readPerson } from './person-cells.rules.ts'
import { checkPerson } from './person.rules.ts'
import type { PlaceHints } from './place-hints.rules.ts'
import { placeTextOf, resolvePlace, type DivisionLookup, type HouseholdPlace } from './place.rules.ts'
import { readRegisterDivision } from './register-division.rules.ts'
import {
  createHouseholdReader, createRowReader, type CheckContext, type Finding, type RowReader,
} from './row-reader.rules.ts'
import { readWork } from './work.rules.ts'

/** One row of a roster after all rules. `draft` is fit for the register unless `level` is `rejected`. */
export type CheckedPerson = {
  /** Row number in the file. */
  row: number
  draft: PersonDraft
  work: WorkDraft | null
  level: RowLevel
  findings: readonly Finding[]
  raw: RawRow
}

/**
 * One household of a roster. `level` is that of its best row: a household is imported when one row of it is.
 * `place` is known whenever a row is not rejected.
 */
export type CheckedHousehold = {
  /** Index of the sheet. */
  sheet: number
  /** Counts the households of the file; parts and scattered rows of one household share the number. */
  number: number
  grouping: Grouping
  /** Counts from 1; a later part belongs to the household of the part before. */
  part: number
  place: HouseholdPlace | null
  draft: HouseholdDraft
  persons: readonly CheckedPerson[]
  level: RowLevel
}

/** What the checks of a household need to know of its sheet and file. */
export type HouseholdSurroundings = {
  sheet: { index: number; hidden: boolean }
  mapping: ProposedMapping
  hints: PlaceHints
  context: CheckContext
  lookup: DivisionLookup
  ledger: ReturnType<typeof createFileLedger>
  /** Number of the household in the file; parts of one household share it. */
  household: number
}

const COMPARED: readonly RosterFieldKey[] = [
  'headName', 'county', 'township', 'village', 'group', 'hhType', 'hhAttr', 'resettled', 'resettleYear',
  'site', 'room', 'perCapitaIncome', 'landMu', 'hhPhone', 'contactName', 'gridName',
]

/** Reads and checks the rows of one household by every rule that needs no other household. */
export function checkHousehold(group: RowGroup, around: HouseholdSurroundings): CheckedHousehold {
  const members: (Member & { work: WorkDraft | null; source: FilledRow })[] = group.rows.map((source) => {
    const reader = createRowReader(source, around.mapping)
    const draft = readPerson(reader, around.context)
    checkPerson(reader, draft, around.context)
    return { row: source.number, source, reader, draft, work: readWork(reader, draft, around.context) }
  })
  const readers = members.map((member) => member.reader)
  const first = readers[0]
  if (!first) throw new RangeError('A household has at least one row')
  const household = createHouseholdReader(readers, first)
  const draft = readHousehold(household, around.context)
  compareRows(readers)
  const place = placeOf(household, readers, around)
  const repeat = noteRepeats(household, group, draft, place, around)
  if (group.grouping === 'unknown') for (const reader of readers) reader.note('household_unknown')
  checkMembers(members, draft.headName ?? null, group.grouping, group.part === 1 && !repeat.known)
  const divisions = { lookup: around.lookup, on: around.context.on, home: place?.village ?? null }
  const persons = members.map(({ row, source, reader, draft: own, work }) => {
    noteHidden(reader, source, around)
    const person = { ...own, registerDivision: readRegisterDivision(reader, divisions) }
    const repeated = around.ledger.enter({
      sheet: around.sheet.index, row, household: repeat.household, idNo: person.idNo,
      phone: person.phone ?? null, work,
    })
    const findings = withRepeats(reader.findings, repeated)
    const raw = rawRow(source, around.mapping)
    return { row, draft: person, work, level: levelOf(findings), findings, raw }
  })
  const level = persons.map((person) => person.level).reduce(betterLevel)
  const { grouping, part } = group
  return { sheet: around.sheet.index, number: repeat.household, grouping, part, place, draft, persons, level }
}

// The head's ID pasted for each child (DOMAIN 3.3-3) contradicts the child's sex and birth too; one reason is
// enough.
const FOLLOWS_FROM_ID = new Set(['sex_differs', 'birth_differs', 'relation_sex', 'spouse_same_sex'])

function withRepeats(found: readonly Finding[], repeated: readonly Finding[]): readonly Finding[] {
  if (!repeated.some(({ code }) => code === 'id_twice_in_household')) return [...found, ...repeated]
  return [...found.filter(({ code }) => !FOLLOWS_FROM_ID.has(code)), ...repeated]
}

function placeOf(household: RowReader, readers: readonly RowReader[], around: HouseholdSurroundings) {
  const text = placeTextOf(household, around.hints)
  const field = household.has('village') ? 'village' : null
  return resolvePlace(household, text, around.lookup, around.context.on, (code, values) => {
    for (const reader of readers) reader.note(code, field, values)
  })
}

// Household numbers repeat from village to village, so a number is known again only within its village.
function noteRepeats(
  household: RowReader, group: RowGroup, draft: HouseholdDraft, place: HouseholdPlace | null,
  { ledger, sheet, household: number }: HouseholdSurroundings,
): { known: boolean; household: number } {
  if (group.part === 2) household.note('household_large', 'hhNo', { count: String(MAX_ROWS) })
  const row = group.rows[0]?.number ?? 0
  if (group.part > 1 || !draft.hhNo || place === null) return { known: false, household: number }
  const ref = { sheet: sheet.index, row, household: number }
  const known = ledger.findHousehold(`${place.village}/${draft.hhNo}`, ref)
  if (!known) return { known: false, household: number }
  household.note('household_scattered', 'hhNo', ledger.placeOf(known, ref))
  return { known: true, household: known.household }
}

function compareRows(readers: readonly RowReader[]) {
  for (const field of COMPARED) {
    const stated = readers.filter((reader) => reader.cell(field) !== null)
    const kept = stated[0] ? rawText(stated[0].cell(field)).trim() : ''
    for (const reader of stated.slice(1)) {
      const text = rawText(reader.cell(field)).trim()
      if (text !== kept) reader.note('household_value_differs', field, { other: kept })
    }
  }
}

function noteHidden(reader: RowReader, source: FilledRow, { sheet }: HouseholdSurroundings) {
  if (sheet.hidden) reader.note('hidden_sheet')
  else if (source.hidden) reader.note('hidden_row')
}

function rawRow(source: FilledRow, mapping: ProposedMapping): RawRow {
  return Object.fromEntries(mapping.columns.map(({ key, column }) => [key, source.cells[column] ?? null]))
}

/** The worst level of findings, `accepted` for none. */
export function levelOf(findings: readonly Finding[]): RowLevel {
  return findings.map(({ code }) => ISSUE_TEXTS[code].level).reduce<RowLevel>(worseLevel, 'accepted')
}

function betterLevel(left: RowLevel, right: RowLevel): RowLevel {
  return worseLevel(left, right) === left ? right : left
}
