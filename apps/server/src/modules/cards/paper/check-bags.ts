import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { markBags } from './card.store.ts'
import { ownVillage } from './own-village.query.ts'

/** Notes a walk from bag to bag: whose card was in it and whose was not (S78). Nothing is noted when one of them is no live card of the village. */
export async function checkBags(
  ctx: Ctx, input: { village: string; marks: { cardId: string; inBag: boolean }[] },
): Promise<{ seen: number; missing: number }> {
  const village = await ownVillage(ctx, input.village)
  const marked = await markBags(ctx.tx, village.code, input.marks, { at: ctx.now, by: ctx.actor.userId })
  if (marked.length !== new Set(input.marks.map(({ cardId }) => cardId)).size) throw new Refusal('not_found')
  const missing = marked.filter((card) => !card.in_bag).map(({ id }) => id)
  ctx.audit.about('village_cards', village.code, village.code)
  ctx.audit.change(null, { seen: marked.length - missing.length, missing })
  return { seen: marked.length - missing.length, missing: missing.length }
}
