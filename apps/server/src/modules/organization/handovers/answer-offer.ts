import type { Handover } from '@anye/contract/organization/handovers/handover'
import { must } from '@anye/kernel/assert'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findOverlap, insertHolder, lockHolder, lockPost, saveTermEnd, type HolderRow } from '../posts/holder.store.ts'
import { beginningOf, stateAt } from './handover.rules.ts'
import { closeOffer, lockHandover, type HandoverRow } from './handover.store.ts'
import { showHandover } from './show-handover.ts'

/** What an acceptance changed, for the modules that keep duties of the grid's households. */
export type GridChange = {
  village: string
  groups: readonly string[]
  from: { userId: string | null; name: string }
  to: { userId: string; name: string }
  /** First day of the new term. */
  on: CalendarDate
}

export type Answered = { handover: Handover; change: GridChange | undefined }

/** Accepts or declines an offer: only who it was made to, and only while it waits. */
export async function answerOffer(
  ctx: Ctx, { id, accept, answer }: { id: string; accept: boolean; answer?: string | undefined },
): Promise<Answered> {
  const offer = await lockHandover(ctx.tx, id)
  if (offer?.toUserId !== ctx.actor.userId) throw new Refusal('not_found')
  if (stateAt(offer, ctx.now) !== 'offered') throw new Refusal('offer_closed')
  const change = accept ? await handOver(ctx, offer) : undefined
  await closeOffer(ctx.tx, {
    id, state: accept ? 'accepted' : 'declined', by: ctx.actor.userId, at: new Date(ctx.now), answer: answer || undefined,
    ...(change ? { beginsOn: change.on } : {}),
  })
  ctx.audit.about('handover', id, offer.village)
  const handover = showHandover(must(await lockHandover(ctx.tx, id), 'the offer is locked'), { userId: ctx.actor.userId, now: ctx.now })
  return { handover, change }
}

/** Ends the former term the day before and begins the new one, for what was left of the former term. */
async function handOver(ctx: Ctx, offer: HandoverRow): Promise<GridChange> {
  await lockPost(ctx.tx, offer.postId)
  const former = await lockHolder(ctx.tx, offer.fromHolderId)
  const on = beginningOf(offer.fromOn, ctx.today)
  if (!former || isOver(former, on)) throw new Refusal('grid_not_held')
  if (former.term_from >= on) throw new Refusal('handover_dates_invalid')
  await saveTermEnd(ctx.tx, { id: former.id, version: former.version, lastDay: addDays(on, -1), reason: '网格交接' })
  const present = await findOverlap(ctx.tx, offer.postId, on, former.term_to)
  if (present) throw new Refusal('post_held', { holderId: present.id, name: present.name, termFrom: present.term_from })
  await insertHolder(ctx.tx, {
    id: ctx.newId(), post_id: offer.postId, user_id: offer.toUserId, name: offer.toName, duty: null, phone_sealed: null,
    term_from: on, term_to: former.term_to, version: 1,
  })
  return {
    village: offer.village, groups: offer.groups, on,
    from: { userId: former.user_id, name: former.name }, to: { userId: offer.toUserId, name: offer.toName },
  }
}

// Somebody ended the term meanwhile: there is nothing left to hand over.
function isOver(former: HolderRow, on: CalendarDate): boolean {
  return former.term_to !== null && former.term_to < on
}
