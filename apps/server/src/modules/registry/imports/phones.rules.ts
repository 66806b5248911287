import { readPhones } from '@anye/codes/parse/phones-cell'
import { isEmptyCell } from '@anye/codes/parse/cell'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { Stated } from './drafts.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

/** Numbers of a phone column: the first mobile (else the first number), then the others. */
export type PhoneNumbers = { phone: Stated<string>; others: string[] }

/**
 * Reads a phone cell (V16, DOMAIN 3.3-11). A number that is not valid is noted and left out, never completed.
 */
export function readPhoneCell(row: RowReader, field: RosterFieldKey, context: CheckContext): PhoneNumbers {
  if (!row.has(field)) return { phone: undefined, others: [] }
  const cell = row.cell(field)
  const { phones, faults } = readPhones(cell, { synthetic: context.synthetic })
  for (const { fault, raw } of faults) {
    row.note(fault === 'm2m' ? 'phone_m2m' : 'phone_format', field, { raw })
  }
  const first = phones.find((phone) => phone.kind === 'mobile') ?? phones[0]
  if (!first) return { phone: isEmptyCell(cell) ? null : undefined, others: [] }
  if (phones.length > 1) row.note('phone_several', field)
  if (first.kind === 'landline') row.note('phone_landline', field)
  if (first.flags.includes('virtual_operator')) row.note('phone_virtual', field)
  const others = phones.filter((phone) => phone !== first)
  return { phone: first.number, others: others.map((phone) => phone.number) }
}
