import { daysOf, type NeedKind } from '@anye/codes/need-kind'
import type { NeedOwner, NeedState } from '@anye/contract/cards/needs/need'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { getPersonForWork } from '../../registry/registry.api.ts'
import { insertNeed, serveNeed as serveIt } from '../checks/check.store.ts'
import { ownerOf } from './need-owner.ts'
import { closeRefusal, needRefusal, serviceDateRefusal, type NeedAct } from './need.rules.ts'
import { closeIt, giveNeed, lockNeed, reopenIt, type NeedRecord } from './need.store.ts'

type OnOne = { id: string; version: number }
type Opening = { personId: string; kind: NeedKind; note: string | null; dueOn?: CalendarDate | undefined; owner?: NeedOwner | undefined }

/** Opens a need that somebody heard of outside a check; it is a task of theirs unless another owner is named. */
export async function openNeed(ctx: Ctx, input: Opening) {
  const person = await getPersonForWork(ctx.tx, input.personId)
  const dueOn = input.dueOn ?? addDays(ctx.today, daysOf(input.kind))
  if (dueOn < ctx.today) throw new Refusal('need_date_invalid')
  const owner = input.owner === undefined ? { id: ctx.actor.userId, name: ctx.actor.name } : await ownerOf(ctx, input.owner, person.division)
  const id = ctx.newId()
  await insertNeed(ctx.tx, {
    id, line: { person_id: input.personId, household_id: person.household_id, division: person.division }, kind: input.kind, note: input.note,
    raisedOn: ctx.today, dueOn, by: ctx.actor.userId, owner, checkId: null,
  })
  ctx.audit.about('need', id, person.division)
  ctx.audit.change(null, { personId: input.personId, kind: input.kind, dueOn, owner: owner.name })
  return { id, state: 'open' as const, version: 1 }
}

/** Hands an open need to another named person. */
export async function handOverNeed(ctx: Ctx, input: OnOne & { owner: NeedOwner }) {
  const need = await needFor(ctx, 'hand_over', input)
  const owner = await ownerOf(ctx, input.owner, need.division)
  await giveNeed(ctx.tx, need.id, owner, ctx.today)
  ctx.audit.change({ owner: need.owner_name }, { owner: owner.name })
  return after(need, 'open')
}

/** Writes down what was done for somebody; the village closes it (S80). */
export async function serveNeed(ctx: Ctx, input: OnOne & { service: string; note: string | null; servedOn: CalendarDate }) {
  const need = await needFor(ctx, 'serve', input)
  refuseOn(serviceDateRefusal(need, input.servedOn, ctx.today))
  await serveIt(ctx.tx, { needId: need.id, personId: need.person_id, service: input.service, note: input.note, on: input.servedOn, by: ctx.actor.userId })
  ctx.audit.change({ state: need.state }, { state: 'served', service: input.service, servedOn: input.servedOn })
  return after(need, 'served')
}

/** The village says that it is done; who served it may not. */
export async function closeNeed(ctx: Ctx, input: OnOne & { note: string | null }) {
  const need = await needFor(ctx, 'close', input)
  refuseOn(closeRefusal(need, ctx.actor.userId))
  await closeIt(ctx.tx, { id: need.id, note: input.note, on: ctx.today, by: ctx.actor.userId })
  ctx.audit.change({ state: need.state }, { state: 'closed' })
  return after(need, 'closed')
}

/** The village sends a need back: it is open again with the reason, and due as before. */
export async function reopenNeed(ctx: Ctx, input: OnOne & { reason: string }) {
  const need = await needFor(ctx, 'reopen', input)
  await reopenIt(ctx.tx, { id: need.id, note: input.reason, on: ctx.today, by: ctx.actor.userId })
  ctx.audit.change({ state: need.state }, { state: 'open' })
  ctx.audit.reason(input.reason)
  return after(need, 'open')
}

/** The need, locked, when the act is possible; the audit knows what it is about. */
async function needFor(ctx: Ctx, act: NeedAct, { id, version }: OnOne): Promise<NeedRecord> {
  const need = await lockNeed(ctx.tx, id)
  if (need === undefined) throw new Refusal('not_found')
  refuseOn(needRefusal(act, need, version))
  ctx.audit.about('need', id, need.division)
  return need
}

function after({ id, version }: NeedRecord, state: NeedState) {
  return { id, state, version: version + 1 }
}
