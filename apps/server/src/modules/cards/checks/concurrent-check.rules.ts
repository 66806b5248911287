import type { CheckForm } from '@anye/contract/cards/check'
import type { LineState } from '@anye/contract/cards/line-states'

/** The check that a line shows now; null before the first. */
export type Standing = { state: LineState; version: number; checkedBy: string | null; checkedAt: number | null; status: string | null; job: { act: string } | null }

/**
 * What a new check does to its line: `holds` it from now on, comes `late` to a locked month, is `superseded` by a newer
 * observation that says the same, or stands beside one it contradicts, in `dispute`.
 */
export type Effect = 'holds' | 'locked' | 'superseded' | 'dispute'

/** Facts are never overwritten; only which one holds is decided here (S82). */
export function effectOf(form: Pick<CheckForm, 'lineVersion' | 'status' | 'job'>, by: string, observed: number, line: Standing): Effect {
  if (line.state === 'closed') return 'locked'
  const sawLatest = form.lineVersion !== null && form.lineVersion >= line.version
  const isOlder = line.checkedAt !== null && observed < line.checkedAt
  if (line.checkedBy === null || (sawLatest && !isOlder)) return 'holds'
  if (line.checkedBy === by) return isOlder ? 'superseded' : 'holds'
  if (!agrees(form, line)) return 'dispute'
  return isOlder ? 'superseded' : 'holds'
}

/** Two checks agree in kind when they find the same state and neither begins or ends a job. */
function agrees(form: Pick<CheckForm, 'status' | 'job'>, line: Standing): boolean {
  return form.status === line.status && !changesJob(form.job.act) && !changesJob(line.job?.act)
}

function changesJob(act: string | undefined): boolean {
  return act === 'begin' || act === 'end'
}
