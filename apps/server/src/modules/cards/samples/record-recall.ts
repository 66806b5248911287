import { lineCan } from '@anye/contract/cards/line-states'
import type { RECALL_OUTCOMES } from '@anye/contract/cards/samples/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { lockLines, returnLinesOf } from '../reviews/reviewed-line.store.ts'
import { findMember, hadAPart, insertRecall, type Recall } from './recall.store.ts'
import { getSampleInScope } from './samples.query.ts'

type Outcome = (typeof RECALL_OUTCOMES)[number]
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
  await insertRecall(ctx.tx, {
    ...recall, id: ctx.newId(), month: sample.month, division: member.division, checkId: member.check_id, stated: member.status, outcome,
    by: ctx.actor.userId, at: ctx.now,
  })
  const returned = outcome === 'differs' && lineCan('return', line.state)
  if (returned) {
    await returnLinesOf(ctx.tx, sample.month, [recall.personId], RETURNED_BY_RECALL, { by: ctx.actor.userId, at: ctx.now })
  }
  ctx.audit.about('card_line', recall.personId, member.division)
  ctx.audit.change({ stated: member.status }, { month: sample.month, found: recall.found, outcome, returned })
  return { outcome, returned }
}
