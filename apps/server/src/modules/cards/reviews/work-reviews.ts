import type { SkipReason } from '@anye/contract/cards/reviews/endpoints'
import { inScope, type Tx } from '../../../platform/db.ts'
import { EVERYWHERE, scopeOf } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { lineConditions } from '../lines/line-conditions.query.ts'
import { acceptBatch, takeBackBatch, type Batch } from './review-batch.store.ts'
import { findWork, lockReview, updateReview, type ReviewRecord } from './review.store.ts'

const LINES_A_BATCH = 2000

/**
 * One turn of the bulk reviews: one batch of the one that waits longest, in a transaction of its own with its counts and its
 * cursor, so that a process killed in the middle loses the batch and no count, and any process goes on from there. Answers 0 when
 * there is nothing to do.
 */
export async function workReviews(services: Services, most = LINES_A_BATCH): Promise<number> {
  const { database } = services
  const work = await inScope(database.db, EVERYWHERE, (tx) => findWork(tx))
  if (work === undefined) return 0
  const worked = await inScope(database.db, scopeOf(work.prefixes), (tx) => oneBatch(tx, services, work.id, most))
  if (worked !== undefined) services.live.publish({ type: 'task', taskId: work.id, ownerId: worked.owner })
  return 1
}

async function oneBatch(tx: Tx, services: Services, id: string, most: number): Promise<{ owner: string } | undefined> {
  const review = await lockReview(tx, id)
  if (review === undefined) return undefined
  if (review.state === 'running') await accept(tx, services, review, most)
  if (review.state === 'undoing') await takeBack(tx, review, most)
  return { owner: review.started_by }
}

async function accept(tx: Tx, services: Services, review: ReviewRecord, most: number): Promise<void> {
  const where = await lineConditions({ tx, services }, review.month, review.filter)
  const now = services.clock.now()
  const batch = await acceptBatch(tx, review, where, most, now)
  const done = review.done + batch.accepted
  const skipped = added(review.skipped, batch.skipped)
  const changes = { done, ...cursorOf(review, batch) }
  if (batch.seen === most) return updateReview(tx, review.id, { ...changes, skipped: JSON.stringify(skipped) })
  // What waited at the start and did not any more when its turn came was touched by somebody meanwhile.
  const changed = review.total - done - sum(skipped)
  const all = changed > 0 ? { ...skipped, changed } : skipped
  await updateReview(tx, review.id, { ...changes, skipped: JSON.stringify(all), state: 'done', ended_at: new Date(now) })
}

async function takeBack(tx: Tx, review: ReviewRecord, most: number): Promise<void> {
  const batch = await takeBackBatch(tx, review, most)
  const undone = review.undone + batch.accepted
  await updateReview(tx, review.id, { undone, ...cursorOf(review, batch), ...(batch.seen === most ? {} : { state: 'undone' as const }) })
}

function cursorOf(review: ReviewRecord, { division, person }: Batch) {
  return { cursor_division: division ?? review.cursor_division, cursor_person: person ?? review.cursor_person }
}

function added(left: Batch['skipped'], right: Batch['skipped']): Batch['skipped'] {
  const all = { ...left }
  for (const [reason, count] of Object.entries(right) as [SkipReason, number][]) all[reason] = (all[reason] ?? 0) + count
  return all
}

function sum(skipped: Batch['skipped']): number {
  return Object.values(skipped).reduce((total, count) => total + count, 0)
}
