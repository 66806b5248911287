import { ROLES } from '@anye/contract/access'
import type { Permission } from '@anye/contract/access'
import type { ClosingLevel } from '@anye/contract/cards/closings/endpoints'
import { grantsWith } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { getPlace, type Place } from '../../organization/organization.api.ts'
import { closeRefusal } from './closing.rules.ts'
import { blockersOf } from './blockers.rules.ts'
import { closeLines, closingState, insertClosings, lockMonths, markLevel } from './closing.store.ts'

type Exception = { personId: string; reason: string }

/** The level of closing that a place is, refused for the prefecture: its units close. */
export function levelOf(place: Place): ClosingLevel {
  const { level } = place.ref
  if (level === 'village' || level === 'township' || level === 'unit') return level
  throw new Refusal('forbidden')
}

/** Levels at which the actor holds a permission. */
export function levelsHeld(ctx: Ctx, permission: Permission) {
  return grantsWith(ctx.actor, permission).map(({ role }) => ROLES[role].scopeLevel)
}

/**
 * Closes the month of a village, township or reporting unit, each after all below it (S79, S80). A village's reviewed lines
 * are closed with it, and those that nobody could check as exceptions with a reason; a closed line takes no check any more.
 */
export async function closeMonth(ctx: Ctx, input: { month: string; place: string; exceptions: Exception[] }) {
  const { month } = input
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const level = levelOf(place)
  refuseOn(closeRefusal(level, levelsHeld(ctx, 'card.close')))
  await lockMonths(ctx.tx, month, place)
  const exceptions = level === 'village' ? input.exceptions : []
  const state = await closingState(ctx.tx, month, place)
  const blockers = blockersOf(level, state, exceptions.length)
  if (state.villages === 0) throw new Refusal('not_found')
  if (blockers.length > 0) throw new Refusal('card_month_blocked', { blockers })
  const lines = level === 'village' ? await closeLines(ctx.tx, month, place.ref.code, exceptions) : 0
  // An exception that names nobody who waits leaves somebody who does.
  const left = level === 'village' ? await closingState(ctx.tx, month, place) : undefined
  if (left !== undefined && left.due + left.returned + left.reopened > 0) throw new Refusal('card_month_blocked', { blockers: blockersOf(level, left, 0) })
  const stamp = { by: ctx.actor.userId, at: ctx.now }
  const villages = await markLevel(ctx.tx, month, place, level, stamp)
  if (villages.length === 0) throw new Refusal('already_done')
  const actId = ctx.newId()
  await insertClosings(ctx.tx, villages, { actId, month, level, act: 'close', place: place.ref.code, lines, exceptions: exceptions.length, reason: null }, stamp)
  ctx.audit.about('card_month', `${month} ${place.ref.code}`, place.ref.code)
  ctx.audit.change(null, { month, level, villages: villages.length, lines, exceptions })
  return { actId, level, villages: villages.length, lines, exceptions: exceptions.length }
}
