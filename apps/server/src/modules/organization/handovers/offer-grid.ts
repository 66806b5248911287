import { OFFER_DAYS, type Handover } from '@anye/contract/organization/handovers/handover'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { grantsWith } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { listDutyPeople } from '../people/list-duty-people.query.ts'
import { findOverlap, lockPost } from '../posts/holder.store.ts'
import { checkOfferDay } from './handover.rules.ts'
import { expireOffers, hasOpenOffer, insertOffer, lockGrid, lockHandover } from './handover.store.ts'
import { showHandover } from './show-handover.ts'

const DAY_MS = 86_400_000

type Offer = { gridId: string; toUserId: string; fromOn: CalendarDate; note?: string | undefined }

/**
 * Offers a grid to another person of the same village (S10). The holder offers her own; village, township and county may
 * offer it on her behalf, and the offer says so.
 */
export async function offerGrid(ctx: Ctx, offer: Offer): Promise<Handover> {
  const grid = await lockGrid(ctx.tx, offer.gridId)
  if (!grid || !covers(ctx.prefixes, grid.division)) throw new Refusal('not_found')
  await lockPost(ctx.tx, grid.post_id)
  const holder = await findOverlap(ctx.tx, grid.post_id, ctx.today, ctx.today)
  if (!holder) throw new Refusal('grid_not_held')
  const isOwn = holder.user_id === ctx.actor.userId
  if (!isOwn && !mayOfferFor(ctx, grid.division)) throw new Refusal('forbidden')
  refuseOn(checkOfferDay(offer.fromOn, { from: holder.term_from, to: holder.term_to }, ctx.today))
  await expireOffers(ctx.tx, grid.id, ctx.now)
  if (await hasOpenOffer(ctx.tx, grid.id)) throw new Refusal('offer_open')
  await checkPerson(ctx, offer.toUserId, holder.user_id, grid.division)
  const id = ctx.newId()
  await insertOffer(ctx.tx, {
    id, gridId: grid.id, division: grid.division, holderId: holder.id, toUserId: offer.toUserId, fromOn: offer.fromOn,
    note: offer.note || null, onBehalf: !isOwn, by: ctx.actor.userId, at: new Date(ctx.now),
    expiresAt: new Date(ctx.now + OFFER_DAYS * DAY_MS),
  })
  const row = must(await lockHandover(ctx.tx, id), 'the offer was just written')
  ctx.audit.about('handover', id, grid.division)
  ctx.audit.change(null, { grid: grid.name, from: row.fromName, to: row.toName, fromOn: offer.fromOn, onBehalf: !isOwn })
  return showHandover(row, { userId: ctx.actor.userId, now: ctx.now })
}

/** On behalf of the holder acts who holds more than a grid there: village post, township clerk, county office. */
export function mayOfferFor(ctx: Ctx, village: string): boolean {
  return grantsWith(ctx.actor, 'grid.handover').some(({ role, scope }) => role !== 'grid_member' && covers(scope, village))
}

async function checkPerson(ctx: Ctx, userId: string, holderUserId: string | null, village: string): Promise<void> {
  const isFit = userId !== holderUserId
    && (await listDutyPeople(ctx.tx, { places: [village], forGrid: true, userId, on: ctx.today })).length > 0
  if (!isFit) throw new Refusal('offer_person_unfit')
}
