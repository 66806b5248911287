import type { ClosingLevel } from '@anye/contract/cards/closings/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { getPlace, type Place } from '../../organization/organization.api.ts'
import { levelOf, levelsHeld } from './close-month.ts'
import { reopenRefusal } from './closing.rules.ts'
import { insertClosings, isUnitClosed, lockMonths, markLevel, reopenLines } from './closing.store.ts'

const RANK: Record<ClosingLevel, number> = { village: 0, township: 1, unit: 2 }
type Reopening = { month: string; place: string; reason: string; personIds: string[] }

/**
 * Opens a closed month again at one level. What was closed above rests on it and is lifted with it: a village's township and
 * unit, a township's unit. Lines open only with their village, all or those named, and are checked anew.
 */
export async function reopenMonth(ctx: Ctx, input: Reopening) {
  const { month, reason } = input
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const level = levelOf(place)
  const unitClosed = await isUnitClosed(ctx.tx, month, place)
  refuseOn(reopenRefusal(level, unitClosed, levelsHeld(ctx, 'card.reopen')))
  const above = await placesAbove(ctx, place, level, unitClosed)
  await lockMonths(ctx.tx, month, above.at(-1)?.place ?? place)
  const actId = ctx.newId()
  const lift = async (each: { place: Place; level: ClosingLevel }, lines: number) => {
    const villages = await markLevel(ctx.tx, month, each.place, each.level, null)
    await insertClosings(ctx.tx, villages, { actId, month, level: each.level, act: 'reopen', place: each.place.ref.code, lines, exceptions: 0, reason },
      { by: ctx.actor.userId, at: ctx.now })
    return villages.length
  }
  const lines = level === 'village' ? await reopenLines(ctx.tx, month, place.ref.code, input.personIds, reason) : 0
  const villages = await lift({ place, level }, lines)
  if (villages === 0) throw new Refusal('wrong_state')
  for (const each of above) await lift(each, 0)
  ctx.audit.about('card_month', `${month} ${place.ref.code}`, place.ref.code)
  ctx.audit.reason(reason)
  ctx.audit.change(null, { month, level, villages, lines })
  return { actId, level, villages, lines }
}

/** Levels above a place with the place whose closing rests on it; the unit only when it is closed, for the township cannot see all of it. */
async function placesAbove(ctx: Ctx, place: Place, level: ClosingLevel, unitClosed: boolean): Promise<{ place: Place; level: ClosingLevel }[]> {
  const above: { place: Place; level: ClosingLevel }[] = []
  for (const ref of [...place.path].reverse()) {
    if (ref.level !== 'township' && ref.level !== 'unit') continue
    if (RANK[ref.level] <= RANK[level] || (ref.level === 'unit' && !unitClosed)) continue
    above.push({ place: await getPlace(ctx.tx, ref.code, 'unit'), level: ref.level })
  }
  return above
}
