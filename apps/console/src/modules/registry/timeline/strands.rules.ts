import type { CalendarDate } from '@anye/kernel/calendar-date'
import { latestProof } from '../persons/freshness.rules.ts'
import type { ExemptionRow, Job, Proof, TrainingRow } from '../registry-types.ts'
import type { Span } from './lanes.geometry.ts'

/**
 * `open`: a fresh claim, `stale`: an open job whose evidence decayed, `past`: ended, `exempt`: approved
 * leave.
 */
export type WorkTone = 'open' | 'stale' | 'past' | 'exempt'

export interface WorkSpan extends Span {
  tone: WorkTone
  proofs: readonly Proof[]
}

/** Distance from home by work area: the further, the darker. */
export interface PlaceSpan extends Span {
  area: string | null
}

/** A wage agreed for the time of a job. */
export interface WageTerm {
  key: string
  from: CalendarDate
  to: CalendarDate
  monthly: number
}

type JobFacts = Pick<Job, 'id' | 'startOn' | 'endOn' | 'evidence'>

/** How a job's bar is drawn: the state of today, not of the day it was recorded. */
export function toneOf(job: JobFacts, today: CalendarDate): WorkTone {
  if (job.endOn !== null && job.endOn < today) return 'past'
  const proof = latestProof(job.evidence)
  return proof !== undefined && proof.freshUntil >= today ? 'open' : 'stale'
}

/** Jobs that hold, with approved leaves between them. */
export function workSpans(
  jobs: readonly (JobFacts & { label: string })[],
  exemptions: readonly (Pick<ExemptionRow, 'id' | 'fromOn' | 'untilOn'> & { label: string })[],
  today: CalendarDate,
): readonly WorkSpan[] {
  return [
    ...jobs.map((job): WorkSpan => ({
      key: job.id,
      from: job.startOn,
      to: job.endOn ?? today,
      label: job.label,
      tone: toneOf(job, today),
      proofs: job.evidence,
    })),
    ...exemptions.map((leave): WorkSpan => ({
      key: leave.id,
      from: leave.fromOn,
      to: leave.untilOn,
      label: leave.label,
      tone: 'exempt',
      proofs: [],
    })),
  ]
}

/** Places of work; jobs that follow each other at one place are one stay. */
export function placeSpans(
  jobs: readonly (Pick<Job, 'id' | 'startOn' | 'endOn' | 'area' | 'placeCode'> & { label: string })[],
  today: CalendarDate,
): readonly PlaceSpan[] {
  const stays: PlaceSpan[] = []
  for (const job of jobs.toSorted((x, y) => x.startOn.localeCompare(y.startOn))) {
    const stay = { key: job.id, from: job.startOn, to: job.endOn ?? today, label: job.label, area: job.area }
    const last = stays.at(-1)
    if (last?.label === stay.label)
      stays.splice(-1, 1, { ...last, to: last.to > stay.to ? last.to : stay.to })
    else stays.push(stay)
  }
  return stays
}

/** Courses with at least one day; a single day is its own stretch. */
export function trainingSpans(trainings: readonly TrainingRow[]): readonly Span[] {
  return trainings.flatMap(({ id, course, fromOn, toOn }) => {
    const from = fromOn ?? toOn
    return from === null ? [] : [{ key: id, from, to: toOn ?? from, label: course }]
  })
}

/**
 * What each job pays by agreement, for as long as it lasts; jobs without a wage, or with a hidden one, have
 * none.
 */
export function wageTerms(
  jobs: readonly Pick<Job, 'id' | 'startOn' | 'endOn' | 'wageMonthly'>[],
  today: CalendarDate,
): readonly WageTerm[] {
  return jobs.flatMap(({ id, startOn, endOn, wageMonthly }) =>
    wageMonthly === null ? [] : [{ key: id, from: startOn, to: endOn ?? today, monthly: wageMonthly }],
  )
}
