import { DISABILITY_CATEGORY, HEALTH } from '@anye/codes/health'
import { readBankCard } from '@anye/codes/bank-card'
import type { CitizenId } from '@anye/codes/citizen-id'
import { EDUCATION } from '@anye/codes/education'
import { findEthnic, type Ethnic } from '@anye/codes/ethnic'
import { INTENT, type Intent } from '@anye/codes/intent'
import { IN_SCHOOL } from '@anye/codes/in-school'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { MARITAL } from '@anye/codes/marital'
import { readBoolean } from '@anye/codes/parse/boolean-cell'
import { cellText, isEmptyCell } from '@anye/codes/parse/cell'
import { readName, type PersonName } from '@anye/codes/parse/name-cell'
import { readWorkStatus, type WorkStatus } from '@anye/codes/parse/work-status-cell'
import { POLITICAL } from '@anye/codes/political'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { compactText } from '@anye/kernel/text'
import type { OwnCells, PersonDraft, Stated } from './drafts.rules.ts'
import { statusInsteadOfEmployer } from './employer-cell.rules.ts'
import { readIdentity } from './identity.rules.ts'
import { readPhoneCell } from './phones.rules.ts'
import { readCode, readCodeSet, readDated, readText, readYesNo } from './read-cells.rules.ts'
import { rememberReadings } from './remember-readings.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

const statusOf = rememberReadings(readWorkStatus)
const ethnicOf = rememberReadings((cell) => findEthnic(cellText(cell)))
const wordOf = rememberReadings((cell) => compactText(cellText(cell)))

/** Reads the person columns of a row; what cannot be read is noted and left `undefined`. */
export function readPerson(row: RowReader, context: CheckContext): OwnCells {
  const name = readNameCell(row)
  const { certificate, ...identity } = readIdentity(row, context)
  const { phone, others } = readPhoneCell(row, 'phone', context)
  const popClass = readCode(row, 'popClass', POPULATION_CLASS)
  const workStatus = readStatus(row)
  return {
    ...identity,
    seq: readText(row, 'seq'),
    personNo: readText(row, 'personNo'),
    name: name?.name ?? '',
    nameNote: name?.note ?? null,
    deceased: Boolean(name?.deceasedMark) || popClass === '09' || workStatus === 'deceased',
    ethnic: readEthnic(row),
    relation: readRelation(row, name),
    education: readCode(row, 'education', EDUCATION),
    inSchool: readCode(row, 'inSchool', IN_SCHOOL),
    health: readCodeSet(row, 'health', HEALTH),
    disability: readDisability(row, certificate),
    labourSkill: readCode(row, 'labourSkill', LABOUR_SKILL, 'labour_skill_unknown'),
    popClass,
    marital: readCode(row, 'marital', MARITAL),
    political: readPolitical(row),
    phone,
    otherPhones: others,
    dibao: readYesNo(row, 'dibao'),
    tekun: readYesNo(row, 'tekun'),
    bankNo: readBank(row),
    skills: splitWords(readText(row, 'skills')),
    intents: readIntents(row),
    workStatus,
    training: readTraining(row),
    trainingOn: readDated(row, 'trainingOn', context),
    remark: readText(row, 'remark'),
  }
}

function readNameCell(row: RowReader): PersonName | undefined {
  const reading = readName(row.cell('name'))
  if (!reading.ok) {
    if (reading.fault === 'missing') row.note('name_missing', 'name')
    else row.note(reading.fault === 'lost_character' ? 'name_lost' : 'name_unreadable', 'name')
    return undefined
  }
  if (reading.rareCharacters.length > 0) row.note('name_rare', 'name')
  if (reading.deceasedMark) row.note('person_deceased', 'name')
  return reading
}

// 户主 behind the name states the relation when its own column is silent.
function readRelation(row: RowReader, name: PersonName | undefined): PersonDraft['relation'] {
  const stated = readCode(row, 'relation', RELATION, 'relation_unknown')
  if (!stated && name?.headMark) return '02'
  if (stated === null) row.note('relation_missing', 'relation')
  return stated
}

function readEthnic(row: RowReader): Stated<Ethnic> {
  if (!row.has('ethnic')) return undefined
  const cell = row.cell('ethnic')
  if (isEmptyCell(cell)) return null
  const found = ethnicOf(cell)
  if (found === undefined) row.note('ethnic_unknown', 'ethnic')
  return found ?? '97'
}

/** The work status in the words of the sheet; 是 and 否 under 是否务工 say employed or not at work. */
function readStatus(row: RowReader): Stated<WorkStatus> {
  if (!row.has('workStatus')) return statusInsteadOfEmployer(row)
  const cell = row.cell('workStatus')
  const word = wordOf(cell)
  if (/^(?:是|有|√|已就业|已务工)$/u.test(word)) return 'employed'
  if (/^(?:否|没|没有|×)$/u.test(word)) return 'at_home'
  const reading = statusOf(cell)
  return reading.ok ? reading.status : (statusInsteadOfEmployer(row) ?? null)
}

function readPolitical(row: RowReader): PersonDraft['political'] {
  const word = wordOf(row.cell('political'))
  if (row.has('political') && /^(?:是|否|√)$/u.test(word)) return word === '否' ? undefined : '01'
  return readCode(row, 'political', POLITICAL)
}

const GRADES = '一二三四'

function readDisability(row: RowReader, certificate: CitizenId['disability']): PersonDraft['disability'] {
  if (certificate) return certificate
  if (!row.has('disability')) return undefined
  const cell = row.cell('disability')
  if (isEmptyCell(cell)) return null
  const text = compactText(cellText(cell)).toUpperCase()
  const number = /^\d{17}[\dX]([1-7])([1-4])(?:B\d|\d{2})?$/u.exec(text)
  if (number) return { category: Number(number[1]), grade: Number(number[2]), certificateNo: text }
  const category = DISABILITY_CATEGORY.find((entry) => text.includes(entry.zh))?.code
  const grade = /([1-4一二三四])级/u.exec(text)?.[1]
  if (category !== undefined || grade !== undefined) {
    const level = grade === undefined ? null : Number(grade) || GRADES.indexOf(grade) + 1
    return { category: category === undefined ? null : Number(category), grade: level, certificateNo: null }
  }
  const yes = readBoolean(cell)
  if (yes.ok) return yes.value ? { category: null, grade: null, certificateNo: null } : null
  row.note('value_unknown', 'disability')
  return undefined
}

function readBank(row: RowReader): Stated<string> {
  if (!row.has('bankNo')) return undefined
  const reading = readBankCard(row.cell('bankNo'))
  if (reading.ok) return reading.number
  if (reading.fault === 'missing') return null
  row.note('bank_unreadable', 'bankNo')
  return undefined
}

/** 是 under 是否有就业意愿 is a wish for any job, 否 for none. */
function readIntents(row: RowReader): Stated<Intent[]> {
  const word = wordOf(row.cell('intent'))
  if (row.has('intent') && /^(?:是|有|√)$/u.test(word)) return ['8']
  if (row.has('intent') && word === '否') return ['9']
  return readCodeSet(row, 'intent', INTENT)
}

function readTraining(row: RowReader): Stated<string> {
  const text = readText(row, 'training')
  return typeof text === 'string' && /^(?:否|未|没|×|不)/u.test(text) ? null : text
}

function splitWords(text: Stated<string>): Stated<string[]> {
  if (typeof text !== 'string') return text
  return text.split(/[,,、;;/\s]+/u).filter((word) => word !== '').slice(0, 20)
}
