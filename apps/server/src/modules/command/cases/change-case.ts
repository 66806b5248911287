import type { NeedOwner } from '@anye/contract/cards/needs/need'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { ownerOf } from '../../cards/cards.api.ts'
import { listVerifiedJobs } from './verified-jobs.query.ts'
import { approverRefusal, caseRefusal, groundRefusal, type CaseAct } from './zero-case.rules.ts'
import { appendEvent, assignCase, closeCase, lockCase, proposeCase, returnCase, type CaseRecord } from './zero-case.store.ts'

type OnOne = { householdId: string; version: number }

/** Names who answers for a household without employment (S23); until then it is the household's contact. */
export async function assignZeroCase(ctx: Ctx, input: OnOne & { owner: NeedOwner }) {
  const found = await caseFor(ctx, 'assign', input)
  const owner = await ownerOf(ctx, input.owner, found.division)
  await assignCase(ctx.tx, found.id, owner)
  await appendEvent(ctx.tx, found, { kind: 'assigned', at: ctx.now, by: ctx.actor.userId, ownerName: owner.name })
  ctx.audit.change({ owner: found.owner_name }, { owner: owner.name })
  return after(found, found.state)
}

/** The village asks to close a case, on a verified job of the household (V26). */
export async function proposeZeroClosing(ctx: Ctx, input: OnOne & { episodeId: string; note: string | null }) {
  const found = await caseFor(ctx, 'propose', input)
  refuseOn(groundRefusal(input.episodeId, await listVerifiedJobs(ctx.tx, found.household_id, ctx.today)))
  await proposeCase(ctx.tx, { id: found.id, episodeId: input.episodeId, note: input.note, by: ctx.actor.userId, on: ctx.today })
  await appendEvent(ctx.tx, found, { kind: 'proposed', at: ctx.now, by: ctx.actor.userId, episodeId: input.episodeId, note: input.note })
  ctx.audit.change({ state: found.state }, { state: 'proposed', episodeId: input.episodeId })
  return after(found, 'proposed')
}

/** The township agrees: the job must still be verified, and the proposal another's. */
export async function approveZeroClosing(ctx: Ctx, input: OnOne) {
  const found = await caseFor(ctx, 'approve', input)
  refuseOn(approverRefusal(found, ctx.actor.userId))
  refuseOn(groundRefusal(found.episode_id, await listVerifiedJobs(ctx.tx, found.household_id, ctx.today)))
  await closeCase(ctx.tx, { id: found.id, by: ctx.actor.userId, on: ctx.today })
  await appendEvent(ctx.tx, found, { kind: 'approved', at: ctx.now, by: ctx.actor.userId, episodeId: found.episode_id })
  ctx.audit.change({ state: found.state }, { state: 'closed' })
  return after(found, 'closed')
}

/** The township sends the proposal back. */
export async function declineZeroClosing(ctx: Ctx, input: OnOne & { reason: string }) {
  const found = await caseFor(ctx, 'decline', input)
  await returnCase(ctx.tx, found.id)
  await appendEvent(ctx.tx, found, { kind: 'declined', at: ctx.now, by: ctx.actor.userId, episodeId: found.episode_id, note: input.reason })
  ctx.audit.change({ state: found.state }, { state: 'open' })
  ctx.audit.reason(input.reason)
  return after(found, 'open')
}

/** The case, locked, when the act is possible; the audit knows what it is about. */
async function caseFor(ctx: Ctx, act: CaseAct, { householdId, version }: OnOne): Promise<CaseRecord> {
  const found = await lockCase(ctx.tx, householdId)
  if (found === undefined) throw new Refusal('not_found')
  refuseOn(caseRefusal(act, found, version))
  ctx.audit.about('zero_case', householdId, found.division)
  return found
}

function after({ household_id, version }: CaseRecord, state: CaseRecord['state']) {
  return { householdId: household_id, state, version: version + 1 }
}
