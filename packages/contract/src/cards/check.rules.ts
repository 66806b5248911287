import { daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'
import type { ErrorCode } from '../errors.ts'
import type { CardParameters } from './card-parameters.ts'
import type { CheckForm, CheckMethodCode } from './check.ts'
import { lineCan, type LineState } from './line-states.ts'

/** What is known of a line before it is checked; phones hold the same. */
export type KnownLine = {
  state: LineState
  /** Status that follows from the open job or the exemption; null when nothing is known. */
  knownStatus: string | null
  openJobId: string | null
  /** Latest evidence of the open job. */
  evidenceOn: CalendarDate | null
  /** Months before this one, running, that were checked without speaking to the person. */
  monthsWithoutContact: number
}

/** Why "no change" cannot be said of a line with one tap. */
export type NoChangeRefusal = 'unknown' | 'stale' | 'contact' | 'state'

const SPOKEN: ReadonlySet<CheckMethodCode> = new Set<CheckMethodCode>(['visit', 'video', 'phone'])
const AT_WORK = /^1\d$/

/** True when the person or the family was spoken to. */
export function isContact(method: CheckMethodCode): boolean {
  return SPOKEN.has(method)
}

export function isAtWork(status: string): boolean {
  return AT_WORK.test(status)
}

/** Having spoken to the person, or to the employer, is evidence that a job holds: its kind and day; none from a check that found no work. */
export function contactOf(
  { status, method }: { status: string; method: CheckMethodCode }, onDate: CalendarDate,
): { kind: string; onDate: CalendarDate } | undefined {
  if (!isAtWork(status)) return undefined
  if (method === 'proxy') return { kind: 'employer', onDate }
  return isContact(method) ? { kind: method, onDate } : undefined
}

/**
 * Why this line cannot be confirmed by one tap on a day, undefined when it can: nothing known, evidence too old, or too
 * many months running without a contact (S79, S82).
 */
export function noChangeRefusal(
  line: KnownLine, method: CheckMethodCode, today: CalendarDate, parameters: Pick<CardParameters, 'evidenceDays' | 'monthsWithoutContact'>,
): NoChangeRefusal | undefined {
  if (!lineCan('check', line.state)) return 'state'
  if (line.knownStatus === null || line.knownStatus === '90') return 'unknown'
  if (isAtWork(line.knownStatus) && isStale(line.evidenceOn, today, parameters.evidenceDays)) return 'stale'
  if (!isContact(method) && line.monthsWithoutContact >= parameters.monthsWithoutContact) return 'contact'
  return undefined
}

function isStale(evidenceOn: CalendarDate | null, today: CalendarDate, days: number): boolean {
  return evidenceOn === null || daysBetween(evidenceOn, today) > days
}

type CheckFacts = { form: CheckForm; line: KnownLine; today: CalendarDate; parameters: CardParameters }

/** The first rule a check breaks, as a code of the error table; the phone asks the same before it queues. */
export function checkOfCard({ form, line, today, parameters }: CheckFacts): ErrorCode | undefined {
  // V20: the future cannot be checked
  if (form.month > today.slice(0, 7)) return 'card_month_invalid'
  if (form.noChange) {
    if (form.job.act !== 'none' || form.status !== line.knownStatus) return 'card_no_change_refused'
    return noChangeRefusal(line, form.method, today, parameters) === undefined ? undefined : 'card_no_change_refused'
  }
  if (form.method === 'none') return 'card_method_required'
  // S82: a home visit tells where it was
  if (form.method === 'visit' && form.place === null) return 'card_place_required'
  return jobContradiction(form, line)
}

/** True when a status and an open job exclude each other; who was not reached or left says nothing of a job. */
export function contradictsJob(status: string, hasOpenJob: boolean): boolean {
  return isAtWork(status) !== hasOpenJob && status !== '90' && status !== '60'
}

/** At work needs an open job; not at work must not leave one open. */
function jobContradiction({ status, job }: CheckForm, line: KnownLine): ErrorCode | undefined {
  const openAfter = job.act === 'begin' ? job.episode.endOn === null : job.act !== 'end' && line.openJobId !== null
  if (contradictsJob(status, openAfter)) return 'card_job_contradicts'
  if (job.act === 'begin' && line.openJobId !== null && job.ends?.episodeId !== line.openJobId) return 'card_job_contradicts'
  return undefined
}
