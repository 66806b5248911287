import { readCitizenId, type CitizenId, type CitizenIdFault } from '@anye/codes/citizen-id'
import { findCode } from '@anye/codes/code-list'
import { cellText, isEmptyCell } from '@anye/codes/parse/cell'
import { SEX, type Sex } from '@anye/codes/sex'
import type { IssueCode } from '@anye/contract/registry/imports/roster-issue'
import { ageOn } from '@anye/kernel/calendar-date'
import type { DatedValue, IdType, Stated } from './drafts.rules.ts'
import { readDated } from './read-cells.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

/** Who a person is by number, sex and birth; what a disability certificate in the ID column said. */
export type Identity = {
  idType: IdType
  idNo: string | null
  sex: Stated<Sex>
  birth: Stated<DatedValue>
  certificate: CitizenId['disability']
}

const FAULTS: Readonly<Record<CitizenIdFault, IssueCode>> = {
  missing: 'id_missing',
  pending: 'id_none',
  lossy: 'id_lossy',
  length: 'id_length',
  charset: 'id_charset',
  date: 'id_date',
  check: 'id_check',
  area_synthetic: 'id_area_synthetic',
}

const NONE: ReadonlySet<CitizenIdFault> = new Set(['pending', 'missing'])

/** Reads the ID, sex and birth of a row and holds them against each other (V01–V04, DOMAIN 3.3-1…3). */
export function readIdentity(row: RowReader, context: CheckContext): Identity {
  const reading = readCitizenId(row.cell('idNo'), { synthetic: context.synthetic })
  const id = reading.ok ? reading : undefined
  // An empty cell was forgotten; 无 and 办理中 were meant.
  const isNone = !reading.ok && NONE.has(reading.fault) && reading.raw.trim() !== ''
  if (reading.ok) noteRepairs(row, reading)
  else if (isNone) row.note('id_none', 'idNo')
  else row.note(FAULTS[reading.fault], 'idNo')
  const sex = readSex(row, id)
  const birth = readBirth(row, id, context)
  if (birth) checkAge(row, birth, context)
  return { idType: isNone ? '9' : '1', idNo: id?.id18 ?? null, sex, birth, certificate: id?.disability }
}

function noteRepairs(row: RowReader, reading: CitizenId) {
  if (reading.kind === '15') row.note('id_from_15', 'idNo')
  if (reading.kind === 'disability') row.note('id_disability', 'idNo')
  if (reading.fixes.includes('x_form')) row.note('id_x_form', 'idNo')
  if (reading.fixes.some((fix) => fix === 'letter_o' || fix === 'letter_l')) row.note('id_letters', 'idNo')
  if (reading.flags.includes('area_unknown')) row.note('id_area_unknown', 'idNo')
  if (reading.flags.includes('ends_in_000')) row.note('id_ends_in_000', 'idNo')
}

function readSex(row: RowReader, id: CitizenId | undefined): Stated<Sex> {
  const cell = row.cell('sex')
  const stated = findCode(SEX, cellText(cell))
  if (row.has('sex') && stated === undefined && !isEmptyCell(cell)) row.note('value_unknown', 'sex')
  if (id && (stated === '1' || stated === '2') && stated !== id.sex) row.note('sex_differs', 'sex')
  return stated ?? id?.sex ?? (row.has('sex') ? null : undefined)
}

function readBirth(row: RowReader, id: CitizenId | undefined, context: CheckContext): Stated<DatedValue> {
  const stated = readDated(row, 'birth', context)
  if (!id) return stated
  // The ID is the record; a stated month or year only has to agree with it.
  const digits = { day: 10, month: 7, year: 4 }[stated?.precision ?? 'day']
  if (stated && stated.date.slice(0, digits) !== id.birth.slice(0, digits)) {
    row.note('birth_differs', 'birth', { expected: id.birth })
  }
  return { date: id.birth, precision: 'day' }
}

const OLDEST = 110

function checkAge(row: RowReader, birth: DatedValue, context: CheckContext) {
  const field = row.has('birth') ? 'birth' : 'idNo'
  if (birth.date > context.on) row.note('birth_in_future', field, { birth: birth.date })
  else if (ageOn(birth.date, context.on) > OLDEST) row.note('age_over_110', field, { birth: birth.date })
}
