import { sql, type RawBuilder } from 'kysely'
import type { SkipReason } from '@anye/contract/cards/reviews/endpoints'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import type { ReviewRecord } from './review.store.ts'

/** Months running without a change that call for a sample re-call (V20), this month included. */
const UNCHANGED_MONTHS = 3

/** The relation the conditions of a filter are written over: no more than they need, for a hundred thousand lines. */
const SOURCE = sql`cards.line l join organization.pub_village v on v.code = l.division join registry.pub_household h on h.id = l.household_id
  join cards.check c on c.id = l.check_id`

/** Lines that wait for a review: checked, and by a check that had arrived when the review began, so that nobody accepts what was not there to see. */
const waiting = (where: RawBuilder<unknown>, startedAt: Date) => sql`${where} and l.state = 'checked' and c.received_at <= ${startedAt}`

/** How many lines a review will go through. */
export async function countWaiting(tx: Tx, where: RawBuilder<unknown>, startedAt: Date): Promise<number> {
  const counted = await firstRow(tx, sql<{ count: number }>`select count(*)::int as count from ${SOURCE} where ${waiting(where, startedAt)}`)
  return counted?.count ?? 0
}

/** What one batch did: lines accepted, lines left to a person by reason, and the last line it went past. */
export type Batch = { accepted: number; skipped: Partial<Record<SkipReason, number>>; seen: number; division: string | null; person: string | null }

const beyond = ({ cursor_division, cursor_person }: Pick<ReviewRecord, 'cursor_division' | 'cursor_person'>) =>
  cursor_division === null ? sql`true` : sql`(l.division, l.person_id) > (${cursor_division}::text collate "C", ${cursor_person}::uuid)`

type Counted = { reason: SkipReason | null; count: number; division: string; person: string }

/**
 * Accepts the next lines behind the review's cursor. Lines the reviewer checked, lines in dispute and lines whose chain of
 * "no change" asks for a re-call nobody made yet are counted by reason and left as they are.
 */
export async function acceptBatch(tx: Tx, review: ReviewRecord, where: RawBuilder<unknown>, most: number, at: number): Promise<Batch> {
  const counted = await rows(tx, sql<Counted>`
    with batch as materialized (
      select l.person_id, l.division,
        case when l.checked_by = ${review.started_by} then 'own' when l.in_dispute then 'dispute'
          when l.no_change and l.months_unchanged + 1 >= ${UNCHANGED_MONTHS} and not exists (
            select 1 from cards.recall x where x.person_id = l.person_id and x.month = l.month and x.outcome = 'agrees') then 'unchanged' end as reason
      from ${SOURCE} where ${waiting(where, review.started_at)} and ${beyond(review)}
      order by l.division, l.person_id limit ${most} for update of l),
    accepted as (
      update cards.line u set state = 'reviewed', reviewed_by = ${review.started_by}, reviewed_at = ${new Date(at)}, review_note = null,
        review_id = ${review.id}, version = u.version + 1
      from batch b where u.month = ${review.month} and u.person_id = b.person_id and b.reason is null returning 1)
    select b.reason, count(*)::int as count, max(b.division) as division,
      (select t.person_id from batch t order by t.division desc, t.person_id desc limit 1) as person
    from batch b group by b.reason`)
  return batchOf(counted)
}

/** Takes the next lines back that the review accepted and nobody touched since. */
export async function takeBackBatch(tx: Tx, review: ReviewRecord, most: number): Promise<Batch> {
  const counted = await rows(tx, sql<Counted>`
    with batch as materialized (
      select l.person_id, l.division from cards.line l
      where l.month = ${review.month} and l.state = 'reviewed' and l.review_id = ${review.id} and ${beyond(review)}
      order by l.division, l.person_id limit ${most} for update of l),
    returned as (
      update cards.line u set state = 'checked', reviewed_by = null, reviewed_at = null, review_id = null, version = u.version + 1
      from batch b where u.month = ${review.month} and u.person_id = b.person_id returning 1)
    select null as reason, count(*)::int as count, max(b.division) as division,
      (select t.person_id from batch t order by t.division desc, t.person_id desc limit 1) as person
    from batch b having count(*) > 0`)
  return batchOf(counted)
}

function batchOf(counted: readonly Counted[]): Batch {
  const skipped: Batch['skipped'] = {}
  for (const { reason, count } of counted) if (reason !== null) skipped[reason] = count
  return {
    accepted: counted.find(({ reason }) => reason === null)?.count ?? 0, skipped, seen: counted.reduce((sum, { count }) => sum + count, 0),
    division: counted.map(({ division }) => division).sort().at(-1) ?? null, person: counted[0]?.person ?? null,
  }
}
