import { sql } from 'kysely'
import type { Review } from '@anye/contract/cards/reviews/endpoints'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findReview, reviewRows } from './review.store.ts'

/** One bulk review with how far it is. */
export async function getReview(ctx: Ctx, { id }: { id: string }): Promise<Review> {
  const review = await findReview(ctx.tx, id)
  if (review === undefined) throw new Refusal('not_found')
  return review
}

/** Bulk reviews in scope, the latest first. */
export async function listReviews(ctx: Ctx, input: { month?: string | undefined; cursor?: string | undefined; limit: number }) {
  const after = readCursor(input.cursor, 2)
  const found = await reviewRows(ctx.tx, sql`
    where ${input.month === undefined ? sql`true` : sql`r.month = ${input.month}`}
      and ${after === undefined ? sql`true` : sql`(r.started_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by r.started_at desc, r.id desc limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.startedAt, last.id]) : null, total: null }
}
