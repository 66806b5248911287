import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { findUser } from '../users/user.store.ts'
import { checkEnd, checkTerm } from './weak-group.rules.ts'
import {
  closeCadreOn, countPartyGroupsAfter, delist, endPartyGroupOn, insertCadres, insertPartyGroups, lockCadre, lockPartyGroup, lockWeakGroup,
  type WeakGroupRecord,
} from './weak-group.store.ts'

async function getListed(ctx: Ctx, id: string): Promise<WeakGroupRecord> {
  const group = await lockWeakGroup(ctx.tx, id)
  if (group === undefined) throw new Refusal('not_found')
  if (group.delisted_on !== null) throw new Refusal('wrong_state')
  return group
}

/** Takes a group off the list; its Party groups and cadres stay in its record. */
export async function delistWeakGroup(ctx: Ctx, input: { id: string; version: number; note: string }) {
  const group = await lockWeakGroup(ctx.tx, input.id)
  if (group === undefined) throw new Refusal('not_found')
  if (group.delisted_on !== null) throw new Refusal('already_done')
  if (group.version !== input.version) throw new Refusal('stale_version')
  await delist(ctx.tx, group.id, { on: ctx.today, by: ctx.actor.userId, note: input.note })
  ctx.audit.about('weak_group', group.id, group.division)
  ctx.audit.change({ group: group.group_name, listed: true }, { group: group.group_name, listed: false })
  ctx.audit.reason(input.note)
  return { id: group.id }
}

/** Binds another Party group to a listed group (S73). */
export async function addPartyGroup(
  ctx: Ctx, input: { id: string; name: string; leaderName?: string | undefined; fromOn: CalendarDate },
) {
  const group = await getListed(ctx, input.id)
  const { name, leaderName = null, fromOn } = input
  await insertPartyGroups(ctx.tx, [{ id: ctx.newId(), weakGroupId: group.id, division: group.division, name, leaderName, from: fromOn }])
  ctx.audit.about('weak_group', group.id, group.division)
  ctx.audit.change(null, { partyGroup: name, leaderName, fromOn })
  return { id: group.id }
}

/** Unbinds a Party group; a listed group keeps at least one. */
export async function endPartyGroup(ctx: Ctx, input: { id: string; version: number; lastDay: CalendarDate }) {
  const party = await lockPartyGroup(ctx.tx, input.id)
  const group = party && (await lockWeakGroup(ctx.tx, party.weak_group_id))
  if (party === undefined || group === undefined) throw new Refusal('not_found')
  refuseOn(checkEnd(party, input))
  if (group.delisted_on === null && (await countPartyGroupsAfter(ctx.tx, group.id, input.lastDay, party.id)) === 0) {
    throw new Refusal('party_group_needed')
  }
  await endPartyGroupOn(ctx.tx, party.id, input.lastDay)
  ctx.audit.about('weak_group', group.id, group.division)
  ctx.audit.change({ partyGroup: party.name, to: null }, { partyGroup: party.name, to: input.lastDay })
  return { id: group.id }
}

type Sending = {
  id: string; userId?: string | undefined; name?: string | undefined; duty?: string | undefined; fromOn: CalendarDate; toOn: CalendarDate
}

/** Sends a cadre to a listed group for a term (S74). */
export async function sendCadre(ctx: Ctx, input: Sending) {
  const group = await getListed(ctx, input.id)
  refuseOn(checkTerm(input, ctx.today))
  const user = input.userId === undefined ? undefined : await findUser(ctx.tx, input.userId)
  if (input.userId !== undefined && user?.state !== 'active') throw new Refusal('not_found')
  const name = user?.name ?? input.name
  if (name === undefined) throw new Refusal('request_invalid', { field: 'name' })
  await insertCadres(ctx.tx, [{
    id: ctx.newId(), weakGroupId: group.id, division: group.division, userId: user?.id ?? null, name, duty: input.duty || (user?.duty ?? null),
    from: input.fromOn, to: input.toOn,
  }])
  ctx.audit.about('weak_group', group.id, group.division)
  ctx.audit.change(null, { cadre: name, fromOn: input.fromOn, toOn: input.toOn })
  return { id: group.id }
}

/** Closes a cadre's term with its result. */
export async function closeCadre(ctx: Ctx, input: { id: string; version: number; lastDay: CalendarDate; result: string }) {
  const cadre = await lockCadre(ctx.tx, input.id)
  if (cadre === undefined) throw new Refusal('not_found')
  refuseOn(checkEnd(cadre, input))
  await closeCadreOn(ctx.tx, cadre.id, { lastDay: input.lastDay, on: ctx.today, result: input.result })
  ctx.audit.about('weak_group', cadre.weak_group_id, cadre.division)
  ctx.audit.change({ cadre: cadre.name, closed: false }, { cadre: cadre.name, closed: true, lastDay: input.lastDay, result: input.result })
  return { id: cadre.weak_group_id }
}
