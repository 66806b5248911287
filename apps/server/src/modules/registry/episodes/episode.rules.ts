import type { EpisodeForm, EvidenceForm } from '@anye/contract/registry/episodes/endpoints'
import type { ErrorCode } from '@anye/contract/errors'
import { addMonths, daysBetween, type CalendarDate } from '@anye/kernel/calendar-date'

/** Another job of the same person, as the overlap rule sees it. */
export type OtherEpisode = { id: string; startOn: CalendarDate; endOn: CalendarDate | null; form: string }

/** What the rules look at, of a form or of a stored job. */
export type JobFacts = Pick<EpisodeForm, 'startOn' | 'endOn' | 'form' | 'wageMonthly'>

export type EpisodeFacts = {
  episode: JobFacts; birth: CalendarDate | null; exitOn: CalendarDate | null; others: readonly OtherEpisode[]; today: CalendarDate
}

// Flexible work (2) and scale farming (7) may run beside another job; the rest are full-time.
const PART_TIME_FORMS = new Set(['2', '7'])
const OVERLAP_DAYS = 7
const WAGE_MAX_YUAN = 50_000

/** The first rule that an episode breaks, as a code of the error table. */
export function checkEpisode(facts: EpisodeFacts): ErrorCode | undefined {
  const { episode, birth, exitOn, today } = facts
  // V12, V14
  if (episode.startOn > today || (episode.endOn !== null && episode.endOn < episode.startOn)) return 'episode_dates_invalid'
  if (episode.endOn !== null && episode.endOn > today) return 'episode_dates_invalid'
  if (exitOn !== null && (episode.endOn === null || episode.endOn > exitOn)) return 'episode_dates_invalid'
  // V11: before the sixteenth birthday it is child labour
  if (birth !== null && episode.startOn < addMonths(birth, 16 * 12)) return 'under_age'
  // V13
  if (episode.wageMonthly !== null && episode.wageMonthly > WAGE_MAX_YUAN) return 'wage_out_of_range'
  return overlaps(facts) ? 'episode_overlap' : undefined
}

/** V12: two full-time jobs may not overlap by more than seven days. */
function overlaps({ episode, others, today }: EpisodeFacts): boolean {
  if (PART_TIME_FORMS.has(episode.form)) return false
  return others
    .filter((other) => !PART_TIME_FORMS.has(other.form))
    .some((other) => overlapDays(episode, other, today) > OVERLAP_DAYS)
}

function overlapDays(a: { startOn: CalendarDate; endOn: CalendarDate | null }, b: typeof a, today: CalendarDate): number {
  const from = a.startOn > b.startOn ? a.startOn : b.startOn
  const ends = [a.endOn ?? today, b.endOn ?? today].sort()
  return daysBetween(from, ends[0] ?? today) + 1
}

/** Rules that warn and do not refuse: V13 low or high wage. */
export function warningsOf(episode: EpisodeForm): string[] {
  if (episode.wageMonthly !== null && (episode.wageMonthly < 500 || episode.wageMonthly > 20_000)) return ['V13']
  return []
}

/** Evidence must lie between the start of the job and today. */
export function checkEvidence(evidence: EvidenceForm, episode: { startOn: CalendarDate }, today: CalendarDate): ErrorCode | undefined {
  return evidence.onDate > today || evidence.onDate < episode.startOn ? 'episode_dates_invalid' : undefined
}
