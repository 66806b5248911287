import { sql } from 'kysely'
import { lineCan } from '@anye/contract/cards/line-states'
import type { RECALL_OUTCOMES } from '@anye/contract/cards/samples/endpoints'
import { firstRow, type Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { lockLines, returnLinesOf } from '../reviews/reviewed-line.store.ts'
import { getSampleInScope } from './samples.query.ts'

type Outcome = (typeof RECALL_OUTCOMES)[number]
type Recall = { sampleId: string; personId: string; method: 'phone' | 'visit'; found: string; note: string | null }
type Member = { check_id: string; status: string; division: string; reviewed_by: string | null; done: boolean }

const NOT_REACHED = '90'
const RETURNED_BY_RECALL = '抽样回访与核查不一致，请重新核查。'

/** What a re-call says of the check it repeats; nobody reached says nothing. */
export function outcomeOf(stated: string, found: string): Outcome {
  if (found === NOT_REACHED) return 'unreached'
  return found === stated ? 'agrees' : 'differs'
}

/**
 * Records what a second caller found (S82): somebody who neither checked nor reviewed the line. One that disagrees sends the
 * line back to be checked anew, unless its month is locked.
 */
export async function recordRecall(ctx: Ctx, recall: Recall) {
  const sample = await getSampleInScope(ctx, recall.sampleId)
  const [line] = await lockLines(ctx.tx, sample.month, [recall.personId])
  const member = await findMember(ctx.tx, recall, sample.month)
  if (member === undefined || line === undefined) throw new Refusal('not_found')
  const hadPart = await hadAPart(ctx.tx, sample.month, recall.personId, ctx.actor.userId)
  if (hadPart || member.reviewed_by === ctx.actor.userId) throw new Refusal('separation_of_duties')
  if (member.done) throw new Refusal('already_done')
  const outcome = outcomeOf(member.status, recall.found)
  await sql`insert into cards.recall (id, sample_id, month, person_id, division, check_id, stated, found, outcome, method, note, recalled_by, recalled_at)
    values (${ctx.newId()}, ${recall.sampleId}, ${sample.month}, ${recall.personId}, ${member.division}, ${member.check_id}, ${member.status},
      ${recall.found}, ${outcome}, ${recall.method}, ${recall.note}, ${ctx.actor.userId}, ${new Date(ctx.now)})`.execute(ctx.tx)
  const returned = outcome === 'differs' && lineCan('return', line.state)
  if (returned) {
    await returnLinesOf(ctx.tx, sample.month, [recall.personId], RETURNED_BY_RECALL, { by: ctx.actor.userId, at: ctx.now })
  }
  ctx.audit.about('card_line', recall.personId, member.division)
  ctx.audit.change({ stated: member.status }, { month: sample.month, found: recall.found, outcome, returned })
  return { outcome, returned }
}

async function findMember(tx: Tx, { sampleId, personId }: Recall, month: string): Promise<Member | undefined> {
  return firstRow(tx, sql<Member>`
    select m.check_id, m.status, m.division, l.reviewed_by, exists (select 1 from cards.recall x
      where x.sample_id = m.sample_id and x.person_id = m.person_id and x.outcome <> 'unreached') as done
    from cards.sample_member m left join cards.line l on l.month = ${month} and l.person_id = m.person_id
    where m.sample_id = ${sampleId} and m.person_id = ${personId}`)
}

/** True when somebody made one of the line's checks. */
async function hadAPart(tx: Tx, month: string, personId: string, user: string): Promise<boolean> {
  const made = await firstRow(tx, sql`select 1 from cards.check where month = ${month} and person_id = ${personId} and checked_by = ${user} limit 1`)
  return made !== undefined
}
