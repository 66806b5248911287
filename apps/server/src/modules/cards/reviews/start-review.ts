import { ReviewFilter } from '@anye/contract/cards/reviews/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { lineConditions, monthOfFilter } from '../lines/line-conditions.query.ts'
import { callForWork } from '../work-signal.ts'
import { countWaiting } from './review-batch.store.ts'
import { insertReview } from './review.store.ts'

/** Asks for the review of every line of a filter that waits for one; a worker goes through them in batches. */
export async function startReview(ctx: Ctx, input: ReviewFilter & { month?: string | undefined }) {
  const month = await monthOfFilter(ctx, input.month)
  // What else the command carries is no part of the filter.
  const filter = ReviewFilter.parse(input)
  const [probe] = [...ctx.prefixes].sort()
  if (probe === undefined) throw new Refusal('not_found')
  const total = await countWaiting(ctx.tx, await lineConditions(ctx, month, filter), new Date(ctx.now))
  if (total === 0) throw new Refusal('card_nothing_to_review')
  const id = ctx.newId()
  await insertReview(ctx.tx, { id, month, filter, prefixes: [...ctx.prefixes], probe, total, by: ctx.actor.userId, at: ctx.now })
  ctx.audit.about('card_review', id, probe)
  ctx.audit.change(null, { month, ...filter, total })
  ctx.afterCommit(callForWork)
  return { id, total }
}
