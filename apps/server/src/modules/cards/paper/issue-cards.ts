import { cardNumberOf, MOST_BAGS } from '@anye/codes/card-number'
import { systemRandomBytes } from '@anye/kernel/random'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { tokenFrom } from './card-token.rules.ts'
import {
  endCards, endCardsOfArrivals, insertCards, lastBagNo, listHouseholds, listLiveCards, lockCard, lockNumbers, type NewCard,
} from './card.store.ts'
import { ownVillage } from './own-village.query.ts'
import { planIssue, type IssuePlan } from './plan-issue.rules.ts'

const RANDOM_BYTES = 16

/** Brings the cards of a village up to its households: one live card each, none of a household that ended or moved away (S76). */
export async function issueServiceCards(ctx: Ctx, input: { village: string }): Promise<{ issued: number; replaced: number; closed: number }> {
  const village = await ownVillage(ctx, input.village)
  await lockNumbers(ctx.tx, village.code)
  const moved = await endCardsOfArrivals(ctx.tx, village.code, ctx.today)
  const plan = planIssue(await listHouseholds(ctx.tx, village.code), await listLiveCards(ctx.tx, village.code))
  await endCards(ctx.tx, plan.close.map(({ cardId }) => cardId), { state: 'closed', reason: 'household_ended', on: ctx.today })
  await endCards(ctx.tx, plan.replace.map(({ cardId }) => cardId), { state: 'replaced', reason: 'changed', on: ctx.today })
  await giveNumbers(ctx, village.code, plan.issue)
  const done = { issued: plan.issue.length - plan.replace.length, replaced: plan.replace.length, closed: plan.close.length + moved }
  ctx.audit.about('village_cards', village.code, village.code)
  ctx.audit.change(null, done)
  return done
}

/** Replaces a card that was lost or spoilt: the code on the old paper opens nothing new, the bag gets a new number. */
export async function replaceServiceCard(ctx: Ctx, input: { id: string; reason: string }): Promise<{ id: string; cardNo: string }> {
  const old = await lockCard(ctx.tx, input.id)
  if (old === undefined) throw new Refusal('not_found')
  if (old.state !== 'issued' && old.state !== 'in_use') throw new Refusal('wrong_state', { state: old.state })
  await lockNumbers(ctx.tx, old.division)
  await endCards(ctx.tx, [old.id], { state: 'replaced', reason: 'lost', on: ctx.today })
  const [card] = await giveNumbers(ctx, old.division, [{ householdId: old.household_id, replaces: old.id }])
  if (card === undefined) throw new Error('No card was given')
  ctx.audit.about('service_card', card.id, old.division)
  ctx.audit.change({ card: old.card_no }, { card: card.cardNo })
  ctx.audit.reason(input.reason)
  return { id: card.id, cardNo: card.cardNo }
}

/** Writes cards with the next numbers of the village, whose numbers are locked. */
async function giveNumbers(ctx: Ctx, village: string, wanted: IssuePlan['issue']): Promise<NewCard[]> {
  const last = await lastBagNo(ctx.tx, village)
  if (last + wanted.length > MOST_BAGS) throw new Refusal('card_numbers_used_up', { last, wanted: wanted.length })
  const cards = wanted.map((each, index) => ({
    ...each, id: ctx.newId(), token: tokenFrom(systemRandomBytes(RANDOM_BYTES)), bagNo: last + index + 1, cardNo: cardNumberOf(village, last + index + 1),
  }))
  await insertCards(ctx.tx, cards, { village, on: ctx.today, by: ctx.actor.userId })
  return cards
}
