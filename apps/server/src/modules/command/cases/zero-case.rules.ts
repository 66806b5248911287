import type { ErrorCode } from '@anye/contract/errors'
import type { VerifiedJob, ZERO_CASE_STATES } from '@anye/contract/command/cases/zero-case'

type State = (typeof ZERO_CASE_STATES)[number]
export type CaseAct = 'assign' | 'propose' | 'approve' | 'decline'

const FROM: Record<CaseAct, readonly State[]> = { assign: ['open', 'proposed'], propose: ['open'], approve: ['proposed'], decline: ['proposed'] }

type Standing = { state: State; version: number; proposed_by: string | null; episode_id: string | null }

/** Why an act on a case is not possible now: somebody was faster, or its state does not allow it. */
export function caseRefusal(act: CaseAct, standing: Standing, version: number): ErrorCode | undefined {
  if (standing.version !== version) return 'stale_version'
  return FROM[act].includes(standing.state) ? undefined : 'wrong_state'
}

/** V26: a household without employment is closed on one of its open jobs that fresh evidence carries, and on no other ground. */
export function groundRefusal(episodeId: string | null, jobs: readonly Pick<VerifiedJob, 'episodeId'>[]): ErrorCode | undefined {
  return jobs.some((job) => job.episodeId === episodeId) ? undefined : 'zero_case_unverified'
}

/** The village proposes, the township agrees: never the same hand. */
export function approverRefusal({ proposed_by }: Standing, actorId: string): ErrorCode | undefined {
  return proposed_by === actorId ? 'separation_of_duties' : undefined
}
