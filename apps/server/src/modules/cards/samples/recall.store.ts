import { sql } from 'kysely'
import type { RECALL_OUTCOMES } from '@anye/contract/cards/samples/endpoints'
import { firstRow, type Tx } from '../../../platform/db.ts'

export type Recall = { sampleId: string; personId: string; method: 'phone' | 'visit'; found: string; note: string | null }
/** A drawn line; `done` once a re-call reached somebody. */
type Member = { check_id: string; status: string; division: string; reviewed_by: string | null; done: boolean }

type NewRecall = Recall & {
  id: string; month: string; division: string; checkId: string; stated: string; outcome: (typeof RECALL_OUTCOMES)[number]; by: string; at: number
}

/** Appends what a second caller found. */
export async function insertRecall(tx: Tx, recall: NewRecall): Promise<void> {
  await sql`insert into cards.recall (id, sample_id, month, person_id, division, check_id, stated, found, outcome, method, note, recalled_by, recalled_at)
    values (${recall.id}, ${recall.sampleId}, ${recall.month}, ${recall.personId}, ${recall.division}, ${recall.checkId}, ${recall.stated},
      ${recall.found}, ${recall.outcome}, ${recall.method}, ${recall.note}, ${recall.by}, ${new Date(recall.at)})`.execute(tx)
}

/** The member of a sample with how its line stands, undefined when it was not drawn. */
export async function findMember(tx: Tx, { sampleId, personId }: Recall, month: string): Promise<Member | undefined> {
  return firstRow(tx, sql<Member>`
    select m.check_id, m.status, m.division, l.reviewed_by, exists (select 1 from cards.recall x
      where x.sample_id = m.sample_id and x.person_id = m.person_id and x.outcome <> 'unreached') as done
    from cards.sample_member m left join cards.line l on l.month = ${month} and l.person_id = m.person_id
    where m.sample_id = ${sampleId} and m.person_id = ${personId}`)
}

/** True when somebody made one of the line's checks. */
export async function hadAPart(tx: Tx, month: string, personId: string, user: string): Promise<boolean> {
  const made = await firstRow(tx, sql`select 1 from cards.check where month = ${month} and person_id = ${personId} and checked_by = ${user} limit 1`)
  return made !== undefined
}
