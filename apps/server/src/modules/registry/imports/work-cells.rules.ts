import { CHANNEL } from '@anye/codes/channel'
import { findCode } from '@anye/codes/code-list'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { EPISODE_FORM, type EpisodeForm } from '@anye/codes/episode-form'
import { EVIDENCE } from '@anye/codes/evidence'
import { GAIN_TYPE } from '@anye/codes/gain-type'
import { INDUSTRY } from '@anye/codes/industry'
import { OCCUPATION } from '@anye/codes/occupation'
import { readBoolean } from '@anye/codes/parse/boolean-cell'
import { cellText, isEmptyCell } from '@anye/codes/parse/cell'
import { readPlace } from '@anye/codes/parse/place-cell'
import { readWage } from '@anye/codes/parse/wage-cell'
import { claimsWork, readWorkStatus, type WorkStatus } from '@anye/codes/parse/work-status-cell'
import { PUBLIC_POST } from '@anye/codes/public-post'
import { readUscc } from '@anye/codes/uscc'
import type { OwnCells, Stated, WorkDraft } from './drafts.rules.ts'
import { readEmployer } from './employer-cell.rules.ts'
import { latestDay, readCode, readDated, readNumber, readText, readYesNo } from './read-cells.rules.ts'
import { rememberReadings } from './remember-readings.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

const placeOf = rememberReadings(readPlace)
const statusOf = rememberReadings(readWorkStatus)
const yesNoOf = rememberReadings(readBoolean)

/** The work columns of a row before it is decided whether they state a job. */
export type WorkColumns = Omit<WorkDraft, 'status' | 'open' | 'form'> & { form: Stated<EpisodeForm> }

/** Reads the work columns of a row; what cannot be read is noted and left `undefined`. */
export function readWorkColumns(row: RowReader, context: CheckContext): WorkColumns {
  const contractFrom = readDated(row, 'contractFrom', context)
  const contractTo = readDated(row, 'contractTo', context)
  return {
    employer: readEmployer(row),
    uscc: readUsccCell(row),
    occupation: readCode(row, 'occupation', OCCUPATION, null),
    occupationText: readText(row, 'occupation'),
    industry: readCode(row, 'industry', INDUSTRY, null),
    industryText: readText(row, 'industry'),
    ...readPlaceCell(row),
    from: readDated(row, 'workFrom', context),
    to: readDated(row, 'workTo', context),
    months: readMonths(row),
    wage: readWageCell(row),
    channel: readCode(row, 'channel', CHANNEL),
    organised: readYesNo(row, 'organised'),
    contract: readContract(row),
    contractFrom,
    contractTo,
    gainType: readCode(row, 'gainType', GAIN_TYPE),
    postType: readPost(row),
    verifiedOn: readDated(row, 'verifiedOn', context),
    verifyMethod: readCode(row, 'verifyMethod', EVIDENCE),
    form: readCode(row, 'form', EPISODE_FORM),
  }
}

const FORM_OF_STATUS: Readonly<Partial<Record<WorkStatus, EpisodeForm>>> = {
  employed: '1', flexible: '2', self_employed: '3', public_post: '4', workshop: '5', farming_at_scale: '7',
}

/**
 * The job the columns state, or null for none. A status that denies work (在家, 务农) wins over an employer left
 * from last year, unless the job has an end; the contradiction is noted (DOMAIN 3.3-8).
 */
export function jobOf(
  row: RowReader, columns: WorkColumns, person: OwnCells, context: CheckContext,
): WorkDraft | null {
  const status = person.workStatus ?? 'unknown'
  const states = statesJob(columns)
  if (person.workStatus === 'unknown' && !states) row.note('work_unknown', 'workStatus')
  const hasEnded = columns.to !== null && columns.to !== undefined && latestDay(columns.to) <= context.on
  if (!claimsWork(status) && status !== 'unknown' && !hasEnded) {
    if (columns.employer) row.note('work_contradicts', 'workStatus')
    return null
  }
  if (!claimsWork(status) && !states) return null
  const working: WorkStatus = claimsWork(status) ? status : columns.postType ? 'public_post' : 'employed'
  return {
    ...columns,
    status: working,
    open: !hasEnded,
    form: columns.form ?? (columns.postType ? '4' : (FORM_OF_STATUS[working] ?? null)),
  }
}

function statesJob({ employer, uscc, wage, from, months, postType, form }: WorkColumns): boolean {
  return Boolean(employer || uscc || wage || from || postType || form || (months ?? 0) > 0)
}

function readUsccCell(row: RowReader): Stated<string> {
  if (!row.has('uscc')) return undefined
  const reading = readUscc(row.cell('uscc'))
  if (!reading.ok && reading.fault === 'missing') return null
  if (!reading.ok) {
    row.note('uscc_invalid', 'uscc')
    return undefined
  }
  if (reading.flags.includes('legacy')) row.note('uscc_legacy', 'uscc')
  return reading.code
}

function readPlaceCell(row: RowReader): Pick<WorkDraft, 'place' | 'placeText' | 'area'> {
  const status = statusOf(row.cell('workStatus'))
  const statedArea = status.ok ? status.area : undefined
  if (!row.has('place')) return { place: undefined, placeText: undefined, area: statedArea }
  const cell = row.cell('place')
  const placeText = isEmptyCell(cell) ? null : cellText(cell).slice(0, 200)
  const reading = placeOf(cell)
  if (reading.ok) {
    const { code, name, level } = reading
    return { place: { code, name, level }, placeText, area: statedArea }
  }
  if (reading.fault === 'ambiguous') {
    const candidates = reading.candidates.slice(0, 3).map((place) => place.name).join('、')
    row.note('place_ambiguous', 'place', { candidates })
  }
  if (reading.fault === 'unknown') row.note('place_unknown', 'place')
  if (reading.fault === 'area_only') row.note('place_vague', 'place')
  const place = reading.fault === 'missing' || reading.fault === 'at_home' ? null : undefined
  return { place, placeText, area: reading.area ?? statedArea }
}

// 全年 and 一年 are twelve months; dates in the column of months are not.
function readMonths(row: RowReader): Stated<number> {
  const word = cellText(row.cell('months')).replaceAll(' ', '')
  if (/^(?:全年|一年|1年|长期|常年)$/u.test(word)) return 12
  if (word === '半年') return 6
  return readNumber(row, 'months', { low: 0, high: 12 })
}

function readWageCell(row: RowReader): WorkDraft['wage'] {
  if (!row.has('wage')) return undefined
  const title = row.header('wage')
  const unit = /万/u.test(title) ? 10_000 : /千/u.test(title) ? 1000 : 1
  const reading = readWage(row.cell('wage'), { unit })
  if (reading.ok) {
    const { ok: _, ...wage } = reading
    return wage
  }
  if (reading.fault === 'missing') return null
  if (reading.fault === 'unit_unclear') row.note('wage_unit_unclear', 'wage')
  else row.note(reading.fault === 'unstated' ? 'wage_unstated' : 'wage_unreadable', 'wage')
  return undefined
}

// A bare 有 or 是 says that there is a contract, not which: nothing is stored and nothing is wrong.
function readContract(row: RowReader): WorkDraft['contract'] {
  const yes = yesNoOf(row.cell('contract'))
  if (yes.ok && yes.value) return undefined
  return readCode(row, 'contract', CONTRACT_KIND)
}

function readPost(row: RowReader): WorkDraft['postType'] {
  const cell = row.cell('postType')
  const known = findCode(PUBLIC_POST, cellText(cell))
  const yes = yesNoOf(cell)
  if (known === undefined && yes.ok) return yes.value ? '99' : null
  return readCode(row, 'postType', PUBLIC_POST)
}
