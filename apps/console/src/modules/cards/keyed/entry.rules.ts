import { CARD_STATUS } from '@anye/codes/card-status'
import { DEFAULT_CARD_PARAMETERS } from '@anye/contract/cards/card-parameters'
import { CheckForm } from '@anye/contract/cards/check'
import type { CheckMethodCode } from '@anye/contract/cards/check'
import { checkOfCard, isAtWork } from '@anye/contract/cards/check.rules'
import type { LineRow } from '@anye/contract/cards/lines/line'
import type { ErrorCode } from '@anye/contract/errors'
import { calendarDate } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** What stands on the card of a new job, as far as it must be known. */
export interface NewJob {
  episodeId: string
  employer: string
  placeCode: string
  startOn: CalendarDate
  form: string
  wageMonthly: number | null
}

/** How the job before ended. */
export interface EndedJob {
  endOn: CalendarDate
  endReason: string
}

/** A row as it is being typed. Kept in the browser until the server has it. */
export interface Entry {
  /** One per content: sent again it acts once. */
  commandId: string
  /** Two digits, `=` for no change, a `+` behind the digits for a new job. */
  status: string
  /** One key of METHOD_KEYS. */
  method: string
  /** MMDD, or DD of the running month. */
  day: string
  begin: NewJob | null
  end: EndedJob | null
}

export const METHOD_KEYS: Readonly<Record<string, CheckMethodCode>> = { 1: 'visit', 2: 'video', 3: 'phone', 4: 'proxy', 0: 'none' }
/** "No change" by one key. */
export const NO_CHANGE = '='
const NEW_JOB = '+'

type Line = Pick<LineRow, 'personId' | 'month' | 'knownStatus' | 'jobId' | 'evidenceOn' | 'monthsWithoutContact' | 'state' | 'version' | 'place' | 'groupName'>

/** What is wrong with what was typed, by field. */
export type Fault = 'status' | 'method' | 'day' | 'begin' | 'end'
export type Reading =
  | { ok: true; form: CheckForm }
  | { ok: false; fault: Fault }
  | { ok: false; refusal: ErrorCode }

/** The day that was typed: MMDD of the year that makes it no future, or DD of this month; undefined when there is none. */
export function readDay(text: string, today: CalendarDate): CalendarDate | undefined {
  const match = /^(\d{2})?(\d{1,2})$/.exec(text.trim())
  if (!match) return undefined
  const year = Number(today.slice(0, 4))
  const month = match[1] === undefined ? Number(today.slice(5, 7)) : Number(match[1])
  const day = calendarDate(year, month, Number(match[2]))
  return day !== undefined && day > today ? calendarDate(year - 1, month, Number(match[2])) : day
}

/** The status that was typed, with what it says of a change; undefined when it is no code of the list. */
export function readStatus(text: string, knownStatus: string | null): { status: string; noChange: boolean; isNewJob: boolean } | undefined {
  const typed = text.trim()
  if (typed === NO_CHANGE) return knownStatus === null ? undefined : { status: knownStatus, noChange: true, isNewJob: false }
  const code = typed.endsWith(NEW_JOB) ? typed.slice(0, -1) : typed
  const isNewJob = typed.endsWith(NEW_JOB)
  return CARD_STATUS.some((each) => each.code === code) && (!isNewJob || isAtWork(code)) ? { status: code, noChange: false, isNewJob } : undefined
}

/** Which small forms a row needs before it can be sent: a job that begins, one that ends, or none. */
export function formsOf(entry: Entry, line: Line): { begin: boolean; end: boolean } {
  const read = readStatus(entry.status, line.knownStatus)
  if (!read || read.noChange || read.status === '90' || read.status === '60') return { begin: false, end: false }
  const begin = isAtWork(read.status) && (read.isNewJob || line.jobId === null)
  return { begin, end: line.jobId !== null && (begin || !isAtWork(read.status)) }
}

/** Reads a row as the check it means, by the rules that the server applies too. */
export function readEntry(entry: Entry, line: Line, today: CalendarDate): Reading {
  const read = readStatus(entry.status, line.knownStatus)
  if (!read) return { ok: false, fault: 'status' }
  const method = METHOD_KEYS[entry.method.trim()]
  if (!method) return { ok: false, fault: 'method' }
  const day = readDay(entry.day, today)
  if (!day) return { ok: false, fault: 'day' }
  const needed = formsOf(entry, line)
  if (needed.begin && !entry.begin) return { ok: false, fault: 'begin' }
  if (needed.end && !entry.end) return { ok: false, fault: 'end' }
  const form = CheckForm.parse({
    month: line.month, personId: line.personId, observedAt: `${day}T12:00:00+08:00`, method,
    place: method === 'visit' ? { latitude: null, longitude: null, accuracy: null, text: placeOf(line) } : null,
    status: read.status, noChange: read.noChange, job: jobOf(entry, line, needed), lineVersion: line.version,
  })
  const known = {
    state: line.state, knownStatus: line.knownStatus, openJobId: line.jobId, evidenceOn: line.evidenceOn,
    monthsWithoutContact: line.monthsWithoutContact,
  }
  const refusal = checkOfCard({ form, line: known, today: day, parameters: DEFAULT_CARD_PARAMETERS })
  return refusal === undefined ? { ok: true, form } : { ok: false, refusal }
}

// A card carries no position: the visit was at home, as the card says.
const LONGEST_PLACE = 100
function placeOf({ place, groupName }: Line): string {
  return [place, groupName].filter(Boolean).join(' ').slice(0, LONGEST_PLACE)
}

function jobOf({ begin, end }: Entry, { jobId }: Line, needed: { begin: boolean; end: boolean }) {
  const ending = needed.end && end && jobId ? { episodeId: jobId, ...end } : null
  if (needed.begin && begin) {
    const { episodeId, ...episode } = begin
    return { act: 'begin', episodeId, episode, ends: ending }
  }
  return ending ? { act: 'end', ...ending } : { act: 'none' }
}
