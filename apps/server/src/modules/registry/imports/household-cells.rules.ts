import { HOUSEHOLD_ATTRIBUTE } from '@anye/codes/household-attribute'
import { readHouseholdType } from '@anye/codes/household-type'
import { POVERTY_CAUSE } from '@anye/codes/poverty-cause'
import { readBoolean } from '@anye/codes/parse/boolean-cell'
import { cellText, isEmptyCell } from '@anye/codes/parse/cell'
import type { HouseholdDraft, Stated } from './drafts.rules.ts'
import { readPhoneCell } from './phones.rules.ts'
import { readCode, readCodeSet, readDated, readNumber, readText, readYesNo } from './read-cells.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

const INCOME = { low: 0, high: 100_000 }
const LAND = { low: 0, high: 200 }

/** Reads the household columns of a household, of which `row` gives the first stated value of each field. */
export function readHousehold(row: RowReader, context: CheckContext): HouseholdDraft {
  const [stated, beside] = [readType(row), readAttribute(row)]
  return {
    hhNo: readText(row, 'hhNo'),
    headName: readText(row, 'headName'),
    type: stated.type ?? beside.type ?? stated.type,
    attribute: beside.attribute ?? stated.attribute,
    outOfPovertyYear: stated.outOfPovertyYear ?? beside.outOfPovertyYear,
    resettled: readYesNo(row, 'resettled') ?? stated.resettled ?? beside.resettled,
    resettleYear: readYear(row, context),
    site: readText(row, 'site'),
    room: readRoom(row),
    causes: readCodeSet(row, 'cause', POVERTY_CAUSE),
    perCapitaIncome: readNumber(row, 'perCapitaIncome', INCOME),
    landMu: readNumber(row, 'landMu', LAND),
    phone: readPhoneCell(row, 'hhPhone', context).phone,
    contactName: readText(row, 'contactName'),
    gridName: readText(row, 'gridName'),
  }
}

type StatedType = Pick<HouseholdDraft, 'type' | 'attribute' | 'outOfPovertyYear' | 'resettled'>

// One column often mixes type, attribute, year and resettlement: 2019脱贫,低保户.
function readType(row: RowReader): StatedType {
  const absent = { type: undefined, attribute: undefined, outOfPovertyYear: undefined, resettled: undefined }
  if (!row.has('hhType')) return absent
  const cell = row.cell('hhType')
  if (isEmptyCell(cell)) return { ...absent, type: null }
  // 否 under 是否贫困户 is an ordinary household; 是 does not say whether it has left poverty.
  const yes = readBoolean(cell)
  if (yes.ok && !yes.value) return { ...absent, type: '06' }
  const { type, attribute, outOfPovertyYear, resettled, unknown } = readHouseholdType(cellText(cell))
  if (unknown.length > 0) row.note('household_type_unknown', 'hhType')
  return { type, attribute, outOfPovertyYear, resettled }
}

// A column of attributes holds types as often as not: 农户属性 脱贫户.
function readAttribute(row: RowReader): StatedType {
  const attribute = readCode(row, 'hhAttr', HOUSEHOLD_ATTRIBUTE, null)
  const absent = { type: undefined, attribute, outOfPovertyYear: undefined, resettled: undefined }
  if (attribute !== undefined || !row.has('hhAttr')) return absent
  const { unknown, ...stated } = readHouseholdType(cellText(row.cell('hhAttr')))
  if (unknown.length > 0) row.note('value_unknown', 'hhAttr')
  return { ...absent, ...stated }
}

function readYear(row: RowReader, context: CheckContext): Stated<number> {
  const dated = readDated(row, 'resettleYear', context)
  return dated ? Number(dated.date.slice(0, 4)) : dated
}

// 3-2-501 typed into an unformatted cell became a day; the room is lost.
function readRoom(row: RowReader): Stated<string> {
  const cell = row.cell('room')
  if (cell !== null && typeof cell === 'object') {
    row.note('value_unknown', 'room')
    return undefined
  }
  return readText(row, 'room')
}
