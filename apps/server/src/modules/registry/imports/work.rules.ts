import { cellText } from '@anye/codes/parse/cell'
import { addMonths } from '@anye/kernel/calendar-date'
import type { OwnCells, WorkDraft } from './drafts.rules.ts'
import { latestDay } from './read-cells.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'
import { jobOf, readWorkColumns, type WorkColumns } from './work-cells.rules.ts'

/** Reads and checks the job of a row (V09–V15); null when the row states none. */
export function readWork(row: RowReader, person: OwnCells, context: CheckContext): WorkDraft | null {
  const columns = withoutReversedContract(row, readWorkColumns(row, context))
  checkPlaceAndMonths(row, columns)
  checkWage(row, columns)
  const job = jobOf(row, columns, person, context)
  if (job === null || endsBeforeStart(row, job)) return null
  checkAbility(row, job, person)
  checkAge(row, job, person, context)
  return job
}

// V10 needs both columns; 在家 and 无 are no place.
function checkPlaceAndMonths(row: RowReader, { place, placeText, months }: WorkColumns) {
  if (!row.has('place') || !row.has('months')) return
  const hasPlace = place !== null && Boolean(placeText)
  if (hasPlace && (months ?? 0) === 0) row.note('place_without_months', 'place')
  if (!hasPlace && (months ?? 0) > 0) row.note('months_without_place', 'months')
}

const WAGE = { low: 500, high: 20_000, impossible: 50_000 }

function checkWage(row: RowReader, { wage }: WorkColumns) {
  const monthly = wage?.monthly
  if (monthly === null || monthly === undefined) return
  const amount = { amount: String(monthly) }
  if (monthly > WAGE.impossible) row.note('wage_impossible', 'wage', amount)
  else if (monthly > WAGE.high) row.note('wage_high', 'wage', amount)
  else if (monthly < WAGE.low) row.note('wage_low', 'wage', amount)
}

function withoutReversedContract(row: RowReader, columns: WorkColumns): WorkColumns {
  const { contractFrom, contractTo } = columns
  if (!contractFrom || !contractTo || latestDay(contractTo) >= contractFrom.date) return columns
  row.note('contract_ends_before_start', 'contractTo', { from: contractFrom.date, to: contractTo.date })
  return { ...columns, contractFrom: undefined, contractTo: undefined }
}

function endsBeforeStart(row: RowReader, { from, to }: WorkDraft): boolean {
  if (!from || !to || latestDay(to) >= from.date) return false
  row.note('work_ends_before_start', 'workTo', { from: from.date, to: to.date })
  return true
}

// 服刑, 参军, 出国定居, 死亡, 失踪: who has left the labour force cannot hold an open job (V14).
const EXITED = new Set(['04', '05', '06', '09', '10'])

function checkAbility(row: RowReader, job: WorkDraft, person: OwnCells) {
  if (!job.open) return
  if (person.labourSkill === '4' || person.labourSkill === '5') {
    row.note('no_labour_but_works', 'labourSkill', { raw: cellText(row.cell('labourSkill')) })
  }
  if (EXITED.has(person.popClass ?? '')) row.note('work_after_exit', 'popClass')
  else if (person.deceased) row.note('work_after_exit', 'name', { raw: '死亡' })
}

const WORKING_AGE_MONTHS = 16 * 12

// V11: a start known only to the month or year counts as its last day, so that nobody is accused by rounding.
function checkAge(row: RowReader, job: WorkDraft, { birth }: OwnCells, context: CheckContext) {
  if (!birth) return
  const since = job.from ? latestDay(job.from) : job.open ? context.on : undefined
  if (since !== undefined && since < addMonths(latestDay(birth), WORKING_AGE_MONTHS)) {
    row.note('child_labour', job.from ? 'workFrom' : 'workStatus', { from: since, birth: birth.date })
  }
}
