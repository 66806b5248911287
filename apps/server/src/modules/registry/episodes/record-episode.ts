import type { EpisodeForm, EvidenceForm } from '@anye/contract/registry/episodes/endpoints'
import { EVIDENCE } from '@anye/codes/evidence'
import { hasCode } from '@anye/codes/code-list'
import { END_REASON } from '@anye/codes/end-reason'
import { sectorOf } from '@anye/codes/industry'
import { findPlaceByCode } from '@anye/codes/parse/place-index'
import { trackOf } from '@anye/codes/track'
import { workAreaOf } from '@anye/codes/work-area'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { differenceOf, insertVersion } from '../versions/version.store.ts'
import { unknownCode } from './episode-codes.rules.ts'
import { checkEpisode, checkEvidence, warningsOf, type JobFacts } from './episode.rules.ts'
import {
  columnsOf, findEpisode, getEpisodeAt, getPersonForWork, insertEpisode, insertEvidence, listOtherEpisodes, updateEpisode,
  type EpisodeColumns, type EpisodePerson, type EpisodeRecord,
} from './episode.store.ts'

const PREFECTURE = '5223'

/** Records a job with its first evidence (S2); the household's figures follow by themselves. */
export async function addEpisode(ctx: Ctx, input: { personId: string; episode: EpisodeForm; evidence: EvidenceForm[] }) {
  const { tx } = ctx
  const person = await getPersonForWork(tx, input.personId)
  await refuseBroken(ctx, person, input.episode, null)
  const columns = derive(input.episode, person.division)
  const id = ctx.newId()
  await insertEpisode(tx, id, person, columns, stamp(ctx))
  for (const evidence of input.evidence) await putEvidence(ctx, { id, division: person.division, start_on: columns.start_on }, evidence)
  ctx.audit.about('episode', id, person.division)
  ctx.audit.change(null, { personId: person.id, ...columns })
  return { id, version: 1, warnings: warningsOf(input.episode) }
}

/** Corrects a job; the former content stays as a version with the reason. */
export async function correctEpisode(ctx: Ctx, input: { id: string; version: number; reason: string; episode: EpisodeForm }) {
  const episode = await getEpisodeAt(ctx.tx, input.id, input.version)
  const person = await getPersonForWork(ctx.tx, episode.person_id)
  await refuseBroken(ctx, person, input.episode, episode.id)
  const version = await change(ctx, episode, derive(input.episode, person.division), input.reason)
  return { id: episode.id, version, warnings: warningsOf(input.episode) }
}

/** Ends a job on its last day with a reason. */
export async function endEpisode(ctx: Ctx, input: { id: string; version: number; endOn: CalendarDate; endReason: string }) {
  const episode = await getEpisodeAt(ctx.tx, input.id, input.version)
  if (episode.end_on !== null) throw new Refusal('already_done')
  if (!hasCode(END_REASON, input.endReason)) throw new Refusal('request_invalid', { field: 'endReason' })
  if (input.endOn < episode.start_on || input.endOn > ctx.today) throw new Refusal('episode_dates_invalid')
  const version = await change(ctx, episode, { end_on: input.endOn, end_reason: input.endReason }, '结束就业')
  return { id: episode.id, version }
}

/** Sets a job aside as recorded by mistake, or takes that back; a job that comes back obeys the rules of a new one. */
export async function voidEpisode(ctx: Ctx, input: { id: string; version: number; voided: boolean; reason: string }) {
  const episode = await getEpisodeAt(ctx.tx, input.id, input.version)
  const person = await getPersonForWork(ctx.tx, episode.person_id)
  if (!input.voided) await refuseBroken(ctx, person, factsOf(episode), episode.id)
  return { id: episode.id, version: await change(ctx, episode, { voided: input.voided }, input.reason) }
}

/** Adds dated evidence, which keeps the claim fresh for another 45 days. */
export async function addEvidence(ctx: Ctx, input: { id: string; evidence: EvidenceForm }) {
  const episode = await findEpisode(ctx.tx, input.id)
  if (episode === undefined) throw new Refusal('not_found')
  const id = await putEvidence(ctx, episode, input.evidence)
  ctx.audit.about('episode', episode.id, episode.division)
  ctx.audit.change(null, input.evidence)
  return { id }
}

export async function putEvidence(ctx: Ctx, episode: Pick<EpisodeRecord, 'id' | 'division' | 'start_on'>, evidence: EvidenceForm): Promise<string> {
  if (!hasCode(EVIDENCE, evidence.kind)) throw new Refusal('request_invalid', { field: 'evidence.kind' })
  refuseOn(checkEvidence(evidence, { startOn: episode.start_on }, ctx.today))
  const id = ctx.newId()
  await insertEvidence(ctx.tx, id, episode, evidence, stamp(ctx))
  return id
}

export async function refuseBroken(ctx: Ctx, person: EpisodePerson, episode: JobFacts, except: string | null): Promise<void> {
  const others = await listOtherEpisodes(ctx.tx, person.id, except)
  refuseOn(checkEpisode({ episode, birth: person.birth, exitOn: person.exit_on, others, today: ctx.today }))
}

function factsOf(episode: EpisodeRecord): JobFacts {
  return { startOn: episode.start_on, endOn: episode.end_on, form: episode.form, wageMonthly: episode.wage_monthly }
}

/** Area, track and sector follow from place, home and industry; people never type them. */
export function derive(form: EpisodeForm, home: string): EpisodeColumns {
  const field = unknownCode(form)
  if (field !== undefined) throw new Refusal('request_invalid', { field: `episode.${field}` })
  const place = findPlaceByCode(form.placeCode)
  if (place === undefined && !form.placeCode.startsWith(PREFECTURE)) throw new Refusal('division_invalid', { field: 'placeCode' })
  const sector = form.industry === null ? undefined : sectorOf(form.industry)
  return columnsOf(form, {
    area: workAreaOf(form.placeCode, home) ?? null, track: trackOf(form.placeCode, PREFECTURE) ?? null,
    sector: sector === undefined ? null : Number(sector), placeName: place?.name ?? form.placeCode,
  })
}

export async function change(ctx: Ctx, episode: EpisodeRecord, changes: Partial<EpisodeColumns & { voided: boolean }>, reason: string): Promise<number> {
  const difference = differenceOf(episode, changes)
  if (difference === undefined) return episode.version
  const version = await updateEpisode(ctx.tx, episode, changes, stamp(ctx))
  await insertVersion(ctx.tx, {
    entity: 'episode', entityId: episode.id, division: episode.division, version, ...difference, reason, at: ctx.now, by: ctx.actor.userId,
  })
  ctx.audit.about('episode', episode.id, episode.division)
  ctx.audit.change(difference.before, difference.after)
  ctx.audit.reason(reason)
  return version
}

export function stamp(ctx: Ctx): { at: number; by: string } {
  return { at: ctx.now, by: ctx.actor.userId }
}
