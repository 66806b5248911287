import type { Review } from '@anye/contract/cards/reviews/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { callForWork } from '../work-signal.ts'
import { findReview, lockReview, updateReview, type ReviewRecord } from './review.store.ts'

/** Stops a bulk review; what it accepted stays. */
export async function cancelReview(ctx: Ctx, { id }: { id: string }): Promise<Review> {
  const review = await getReviewWhole(ctx, id)
  if (review.state !== 'running') throw new Refusal('wrong_state')
  await updateReview(ctx.tx, id, { state: 'cancelled', ended_at: new Date(ctx.now) })
  return answer(ctx, review, 'cancelled')
}

/** Takes a bulk review back: lines it accepted that nobody touched since, in months still open, wait for a review again. */
export async function undoReview(ctx: Ctx, { id }: { id: string }): Promise<Review> {
  const review = await getReviewWhole(ctx, id)
  if (review.state !== 'done' && review.state !== 'cancelled') throw new Refusal('wrong_state')
  await updateReview(ctx.tx, id, {
    state: 'undoing', cursor_division: null, cursor_person: null, undo_by: ctx.actor.userId, undo_at: new Date(ctx.now),
  })
  ctx.afterCommit(callForWork)
  return answer(ctx, review, 'undoing')
}

/** The review, locked; only who reviews everywhere it reaches may stop it or take it back. */
async function getReviewWhole(ctx: Ctx, id: string): Promise<ReviewRecord> {
  const review = await lockReview(ctx.tx, id)
  if (review === undefined || !review.prefixes.every((prefix) => covers(ctx.prefixes, prefix))) throw new Refusal('not_found')
  return review
}

async function answer(ctx: Ctx, { id, state, prefixes }: ReviewRecord, to: Review['state']): Promise<Review> {
  ctx.audit.about('card_review', id, prefixes[0])
  ctx.audit.change({ state }, { state: to })
  const shown = await findReview(ctx.tx, id)
  if (shown === undefined) throw new Refusal('not_found')
  return shown
}
