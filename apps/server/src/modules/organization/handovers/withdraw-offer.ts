import type { Handover } from '@anye/contract/organization/handovers/handover'
import { must } from '@anye/kernel/assert'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { stateAt } from './handover.rules.ts'
import { closeOffer, lockHandover } from './handover.store.ts'
import { mayOfferFor } from './offer-grid.ts'
import { showHandover } from './show-handover.ts'

/** Takes an offer back while it waits: its holder, who made it, or who may make one on the holder's behalf. */
export async function withdrawOffer(ctx: Ctx, { id }: { id: string }): Promise<Handover> {
  const offer = await lockHandover(ctx.tx, id)
  if (!offer || !covers(ctx.prefixes, offer.village)) throw new Refusal('not_found')
  const { userId } = ctx.actor
  if (offer.fromUserId !== userId && offer.offeredById !== userId && !mayOfferFor(ctx, offer.village)) throw new Refusal('forbidden')
  if (stateAt(offer, ctx.now) !== 'offered') throw new Refusal('offer_closed')
  await closeOffer(ctx.tx, { id, state: 'withdrawn', by: userId, at: new Date(ctx.now) })
  ctx.audit.about('handover', id, offer.village)
  ctx.audit.change({ state: 'offered' }, { state: 'withdrawn', grid: offer.gridName, to: offer.toName })
  return showHandover(must(await lockHandover(ctx.tx, id), 'the offer is locked'), { userId, now: ctx.now })
}
