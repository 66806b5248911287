import { sql } from 'kysely'
import { rows, type Tx } from '../../../platform/db.ts'
import type { ReviewedLine } from './review.rules.ts'

type Key = { month: string; personId: string }
type Reviewer = { by: string; at: number }

/** Lines of a month in scope, locked in the order of their keys. */
export async function lockLines(
  tx: Tx, month: string, personIds: readonly string[],
): Promise<(ReviewedLine & { person_id: string; division: string; review_note: string | null })[]> {
  return rows(tx, sql<ReviewedLine & { person_id: string; division: string; review_note: string | null }>`
    select person_id, division, state, version, checked_by, in_dispute, review_note from cards.line
    where month = ${month} and person_id = any (${[...personIds]}::uuid[]) order by person_id for update`)
}

/** Accepts lines one by one: no bulk review takes them back. */
export async function acceptLinesOf(tx: Tx, month: string, personIds: readonly string[], { by, at }: Reviewer): Promise<void> {
  await sql`update cards.line set state = 'reviewed', reviewed_by = ${by}, reviewed_at = ${new Date(at)}, review_note = null, review_id = null,
      in_dispute = false, version = version + 1
    where month = ${month} and person_id = any (${[...personIds]}::uuid[])`.execute(tx)
}

/** Sends lines back to be checked anew; what they showed stays until then. */
export async function returnLinesOf(tx: Tx, month: string, personIds: readonly string[], reason: string, { by, at }: Reviewer): Promise<void> {
  await sql`update cards.line set state = 'returned', reviewed_by = ${by}, reviewed_at = ${new Date(at)}, review_note = ${reason}, review_id = null,
      in_dispute = false, version = version + 1
    where month = ${month} and person_id = any (${[...personIds]}::uuid[])`.execute(tx)
}

export type SettledCheck = {
  id: string; observed_at: Date; late: boolean; method: string; status: string; no_change: boolean; job: unknown; checked_by: string
}

/** Every check of a line. */
export async function listChecksOf(tx: Tx, { month, personId }: Key): Promise<SettledCheck[]> {
  return rows(tx, sql<SettledCheck>`select id, observed_at, late, method, status, no_change, job, checked_by
    from cards.check where month = ${month} and person_id = ${personId} order by observed_at, id`)
}

export type NewSettlement = Key & { id: string; division: string; checkId: string; overId: string | null; note: string | null } & Reviewer

/** Appends who decided, and for which check. */
export async function insertSettlement(tx: Tx, settled: NewSettlement): Promise<void> {
  await sql`insert into cards.settlement (id, month, person_id, division, check_id, over_id, note, settled_by, settled_at)
    values (${settled.id}, ${settled.month}, ${settled.personId}, ${settled.division}, ${settled.checkId}, ${settled.overId}, ${settled.note},
      ${settled.by}, ${new Date(settled.at)})`.execute(tx)
}
