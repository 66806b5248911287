import type { Holder } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { listUnits } from '../units/unit.query.ts'
import { isInside } from './area.rules.ts'
import { checkTermEnd, holderFor } from './holder.rules.ts'
import { lockHolder, lockPost, saveTermEnd } from './holder.store.ts'

/** Ends a term on its last day; the record of who held the post stays. */
export async function endTerm(
  ctx: Ctx, end: { holderId: string; version: number; lastDay: CalendarDate; reason: string },
): Promise<Holder> {
  const holder = await lockHolder(ctx.tx, end.holderId)
  const post = holder && (await lockPost(ctx.tx, holder.post_id))
  const units = await listUnits(ctx.tx, ctx.today)
  if (!holder || !post || !isInside(post, ctx.prefixes, units)) throw new Refusal('not_found')
  refuseOn(checkTermEnd(holder, end), { version: holder.version, termTo: holder.term_to })
  const saved = await saveTermEnd(ctx.tx, { ...end, id: end.holderId })
  if (!saved) throw new Refusal('stale_version')
  ctx.audit.about('holder', holder.id, post.division)
  ctx.audit.change({ termTo: holder.term_to }, { termTo: end.lastDay })
  ctx.audit.reason(end.reason)
  const { cipher } = ctx.services
  const phone = saved.phone_sealed === null ? null : cipher.open('organization.holder.phone', saved.phone_sealed)
  return holderFor(ctx.fieldLevel, saved, phone)
}
