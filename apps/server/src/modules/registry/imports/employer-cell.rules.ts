import { cellText } from '@anye/codes/parse/cell'
import { readWorkStatus, type WorkStatus } from '@anye/codes/parse/work-status-cell'
import { compactText } from '@anye/kernel/text'
import type { Stated } from './drafts.rules.ts'
import { readText } from './read-cells.rules.ts'
import type { RowReader } from './row-reader.rules.ts'

// Whole cells only: a company may have one of these words in its name.
const NO_EMPLOYER = /^(?:在家(?:务农|待业|照顾.*|带.*)?|务农|种地|种田|待业|失业|无业|未就业|未务工|未外出|上学|读书|在读|在校|学生|就读|退休|无劳动能?力|丧失劳动能?力)$/u

/** The employer of a row; null where the column says that there is none, as 务工单位 在家 does (DOMAIN 3.3-8). */
export function readEmployer(row: RowReader): Stated<string> {
  return denies(row) ? null : readText(row, 'employer')
}

/** What the column of employers says instead of one, for sheets without a column of work status. */
export function statusInsteadOfEmployer(row: RowReader): WorkStatus | undefined {
  if (!denies(row)) return undefined
  const reading = readWorkStatus(row.cell('employer'))
  return reading.ok ? reading.status : undefined
}

function denies(row: RowReader): boolean {
  return row.has('employer') && NO_EMPLOYER.test(compactText(cellText(row.cell('employer'))))
}
