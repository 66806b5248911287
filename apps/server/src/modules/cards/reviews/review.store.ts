import { sql, type RawBuilder } from 'kysely'
import type { Review, ReviewFilter, SkipReason } from '@anye/contract/cards/reviews/endpoints'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

/** A bulk review as kept. `cursor_*` is the last line it went past, null before the first batch. */
export type ReviewRecord = {
  id: string; month: string; filter: ReviewFilter; prefixes: string[]; state: Review['state']; total: number; done: number
  skipped: Partial<Record<SkipReason, number>>; undone: number; cursor_division: string | null; cursor_person: string | null
  started_by: string; started_at: Date; ended_at: Date | null
}

type NewReview = Pick<ReviewRecord, 'id' | 'month' | 'filter' | 'prefixes' | 'total'> & { probe: string; by: string; at: number }

export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  await sql`insert into cards.review (id, month, filter, prefixes, probe, total, started_by, started_at)
    values (${review.id}, ${review.month}, ${JSON.stringify(review.filter)}::jsonb, ${review.prefixes}, ${review.probe}, ${review.total}, ${review.by},
      ${new Date(review.at)})`.execute(tx)
}

const RECORD = sql`select r.id, r.month, r.filter, r.prefixes, r.state, r.total, r.done, r.skipped, r.undone, r.cursor_division, r.cursor_person,
  r.started_by, r.started_at, r.ended_at from cards.review r`

/** The review, locked, so that a batch and a cancellation follow each other. */
export async function lockReview(tx: Tx, id: string): Promise<ReviewRecord | undefined> {
  return firstRow(tx, sql<ReviewRecord>`${RECORD} where r.id = ${id} for update`)
}

/** The review with work left that waits longest. */
export async function findWork(tx: Tx): Promise<Pick<ReviewRecord, 'id' | 'prefixes'> | undefined> {
  return firstRow(tx, sql<Pick<ReviewRecord, 'id' | 'prefixes'>>`
    select id, prefixes from cards.review where state in ('running', 'undoing') order by started_at limit 1`)
}

type Changes = Partial<Omit<ReviewRecord, 'id' | 'skipped'> & { undo_by: string; undo_at: Date; skipped: string }>

export async function updateReview(tx: Tx, id: string, changes: Changes): Promise<void> {
  const assignments = Object.entries(changes).map(([column, value]) =>
    column === 'skipped' ? sql`skipped = ${value}::jsonb` : sql`${sql.ref(column)} = ${value}`)
  await sql`update cards.review set ${sql.join(assignments)} where id = ${id}`.execute(tx)
}

type Shown = Omit<Review, 'startedAt' | 'endedAt' | 'filter'> & { filter: ReviewFilter; started_at: Date; ended_at: Date | null }

/** Reviews as people see them. */
export async function reviewRows(tx: Tx, tail: RawBuilder<unknown>): Promise<Review[]> {
  const found = await rows(tx, sql<Shown>`
    select r.id, r.month, r.filter, r.state, r.total, r.done, r.skipped, r.undone, u.name as "startedBy", r.started_at, r.ended_at
    from cards.review r left join organization.pub_user u on u.id = r.started_by ${tail}`)
  return found.map(({ started_at, ended_at, ...review }) => ({
    ...review, startedAt: started_at.toISOString(), endedAt: ended_at?.toISOString() ?? null,
  }))
}

/** One review as people see it. */
export async function findReview(tx: Tx, id: string): Promise<Review | undefined> {
  return (await reviewRows(tx, sql`where r.id = ${id}`))[0]
}
