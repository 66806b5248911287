import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { acceptLinesOf, lockLines, returnLinesOf } from './reviewed-line.store.ts'
import { reviewRefusal } from './review.rules.ts'

type SomeLines = { month: string; lines: { personId: string; version: number }[] }

/** Accepts a handful of lines: all of them, or none and why. */
export async function acceptLines(ctx: Ctx, { month, lines }: SomeLines) {
  const personIds = await judge(ctx, 'accept', { month, lines })
  await acceptLinesOf(ctx.tx, month, personIds, { by: ctx.actor.userId, at: ctx.now })
  return raised(lines)
}

/** Sends a handful of lines back with a reason. */
export async function returnLines(ctx: Ctx, { month, lines, reason }: SomeLines & { reason: string }) {
  const personIds = await judge(ctx, 'return', { month, lines })
  await returnLinesOf(ctx.tx, month, personIds, reason, { by: ctx.actor.userId, at: ctx.now })
  ctx.audit.reason(reason)
  return raised(lines)
}

/** Locks the lines and refuses what the rules do not allow; the audit names them. */
async function judge(ctx: Ctx, act: 'accept' | 'return', { month, lines }: SomeLines): Promise<string[]> {
  const personIds = lines.map(({ personId }) => personId)
  const found = new Map((await lockLines(ctx.tx, month, personIds)).map((line) => [line.person_id, line]))
  for (const { personId, version } of lines) {
    const line = found.get(personId)
    if (line === undefined) throw new Refusal('not_found', { personId })
    refuseOn(reviewRefusal(act, line, version, ctx.actor.userId), { personId, version: line.version })
  }
  const [first] = found.values()
  ctx.audit.about('card_line', personIds.length === 1 ? personIds[0] ?? '' : String(personIds.length), first?.division)
  ctx.audit.change(
    lines.map(({ personId }) => ({ month, personId, state: found.get(personId)?.state })),
    lines.map(({ personId }) => ({ month, personId, state: act === 'accept' ? 'reviewed' : 'returned' })),
  )
  return personIds
}

function raised(lines: SomeLines['lines']) {
  return { lines: lines.map(({ personId, version }) => ({ personId, version: version + 1 })) }
}
