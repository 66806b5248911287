import type { CheckJob } from '@anye/contract/cards/check'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findEpisode, getPersonForWork, insertEpisode, type EpisodeRecord } from './episode.store.ts'
import { change, derive, putEvidence, refuseBroken, stamp } from './record-episode.ts'

/** What was seen of a person's job at a check; `contact` is the evidence that having spoken to somebody makes. */
export type SeenJob = { personId: string; job: CheckJob; openJobId: string | null; contact: { kind: string; onDate: CalendarDate } | undefined }

/**
 * Writes what a check says of a job: begins it under the id its author gave it, ends it, or proves that it still holds.
 * Refuses as the forms do; the figures of the village follow by themselves.
 */
export async function applyJobOfCheck(ctx: Ctx, seen: SeenJob): Promise<void> {
  const { job } = seen
  if (job.act === 'begin') return begin(ctx, seen.personId, job, seen.contact)
  if (job.act === 'end') return end(ctx, seen.personId, job)
  const id = job.act === 'confirm' ? job.episodeId : seen.openJobId
  if (id === null) return
  const episode = await jobOf(ctx, seen.personId, id)
  for (const evidence of job.act === 'confirm' ? job.evidence : []) await putEvidence(ctx, episode, evidence)
  if (seen.contact !== undefined) await putContact(ctx, episode, seen.contact)
}

/**
 * Takes back what a check that no longer holds did to a job: one it began is set aside, one it ended runs on. What somebody
 * changed since stays as it is. Evidence stays: that somebody was spoken to remains true.
 */
export async function takeBackJobOfCheck(ctx: Ctx, personId: string, job: CheckJob): Promise<void> {
  if (job.act === 'end') return resume(ctx, personId, job)
  if (job.act !== 'begin') return
  const begun = await findEpisode(ctx.tx, job.episodeId)
  if (begun?.person_id === personId && !begun.voided) await change(ctx, begun, { voided: true }, '月核查有出入：审核认定另一次核查')
  if (job.ends !== null) await resume(ctx, personId, job.ends)
}

async function resume(ctx: Ctx, personId: string, ended: { episodeId: string; endOn: CalendarDate; endReason: string }): Promise<void> {
  const episode = await findEpisode(ctx.tx, ended.episodeId)
  if (episode?.person_id !== personId || episode.end_on !== ended.endOn) return
  await change(ctx, episode, { end_on: null, end_reason: null }, '月核查有出入：审核认定另一次核查')
}

async function begin(ctx: Ctx, personId: string, job: CheckJob & { act: 'begin' }, contact: SeenJob['contact']): Promise<void> {
  if (job.ends !== null) await end(ctx, personId, job.ends)
  const person = await getPersonForWork(ctx.tx, personId)
  await refuseBroken(ctx, person, job.episode, null)
  const columns = derive(job.episode, person.division)
  await insertEpisode(ctx.tx, job.episodeId, person, columns, stamp(ctx))
  const episode = { id: job.episodeId, division: person.division, start_on: columns.start_on }
  for (const evidence of job.evidence) await putEvidence(ctx, episode, evidence)
  if (contact !== undefined) await putContact(ctx, episode, contact)
}

async function end(ctx: Ctx, personId: string, ended: { episodeId: string; endOn: CalendarDate; endReason: string }): Promise<void> {
  const episode = await jobOf(ctx, personId, ended.episodeId)
  // Somebody else ended it meanwhile: what the check wants is true already.
  if (episode.end_on !== null) return
  if (ended.endOn < episode.start_on || ended.endOn > ctx.today) throw new Refusal('episode_dates_invalid')
  await change(ctx, episode, { end_on: ended.endOn, end_reason: ended.endReason }, '月核查：结束就业')
}

async function jobOf(ctx: Ctx, personId: string, id: string): Promise<EpisodeRecord> {
  const episode = await findEpisode(ctx.tx, id)
  if (episode === undefined || episode.person_id !== personId || episode.voided) throw new Refusal('card_job_contradicts')
  return episode
}

/** A job that began after the day of the contact is proved from its first day on. */
async function putContact(ctx: Ctx, episode: Pick<EpisodeRecord, 'id' | 'division' | 'start_on'>, contact: NonNullable<SeenJob['contact']>): Promise<void> {
  if (contact.onDate < episode.start_on) return
  await putEvidence(ctx, episode, { ...contact, amount: null, note: null })
}
