import type { Role } from '@anye/contract/access'
import type { HeldRole } from '@anye/contract/access/role'
import { addDays, type CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { listVersions } from '../divisions/division.query.ts'
import { listUnits } from '../units/unit.query.ts'
import { checkGrant, scopeOfGrant } from './grant.rules.ts'
import { heldRole } from './held-roles.query.ts'
import { endGrant, findGrant, insertGrant, listGrants, type GrantRow } from './role-grant.store.ts'
import { lockUser } from './user.store.ts'

type Wish = { userId: string; role: Role; place: string | null; validTo: CalendarDate | null }

/** Grants a role over a place. Separation of the administrators is checked here and again by the database. */
export async function grantRole(ctx: Ctx, wish: Wish): Promise<HeldRole> {
  const { tx, actor, today } = ctx
  const user = await lockUser(tx, wish.userId)
  if (user === undefined) throw new Refusal('not_found')
  const held = await listGrants(tx, user.id, today)
  refuseOn(
    checkGrant({
      actorId: actor.userId,
      userId: user.id,
      role: wish.role,
      held: held.map(({ role }) => role),
    }),
  )
  if (wish.validTo !== null && wish.validTo < today)
    throw new Refusal('request_invalid', { field: 'validTo' })
  const grant = await grantOver(tx, { ...wish, id: ctx.newId(), today })
  if (held.some((each) => each.role === grant.role && sameScope(each, grant)))
    throw new Refusal('already_done')
  await insertGrant(tx, { ...grant, grantedBy: actor.userId, at: new Date(ctx.now) })
  ctx.audit.about('user', user.id, grant.scope[0])
  ctx.audit.change(null, {
    role: grant.role,
    scope: grant.scope,
    unitCode: grant.unit_code,
    validTo: grant.valid_to,
  })
  return heldRole(tx, grant, today)
}

/** The row of a grant over a place; refuses places that do not exist today or are of another level. */
export async function grantOver(tx: Tx, wish: Wish & { id: string; today: CalendarDate }): Promise<GrantRow> {
  const { id, userId, role, place, validTo, today } = wish
  const unit = place === null ? undefined : (await listUnits(tx, today)).find(({ code }) => code === place)
  const scope = scopeOfGrant(role, place, unit?.scope)
  if (scope === undefined || !(await existsToday(tx, place, unit !== undefined, today)))
    throw new Refusal('division_invalid')
  return {
    id,
    user_id: userId,
    role,
    scope,
    unit_code: unit?.code ?? null,
    valid_from: today,
    valid_to: validTo,
  }
}

/** Ends a role at once: the next request of its holder comes without it. */
export async function revokeRole(
  ctx: Ctx,
  wish: { userId: string; grantId: string; reason: string },
): Promise<{ revoked: true }> {
  const { tx, actor, today } = ctx
  await lockUser(tx, wish.userId)
  const grant = await findGrant(tx, wish.grantId)
  if (grant === undefined || grant.user_id !== wish.userId) throw new Refusal('not_found')
  if (grant.valid_to !== null && grant.valid_to < today) throw new Refusal('already_done')
  if (actor.userId === wish.userId) throw new Refusal('separation_of_duties')
  await endGrant(tx, grant.id, addDays(today, -1))
  ctx.audit.about('user', wish.userId, grant.scope[0])
  ctx.audit.change({ role: grant.role, scope: grant.scope, validTo: grant.valid_to }, null)
  ctx.audit.reason(wish.reason)
  return { revoked: true }
}

function sameScope(a: GrantRow, b: GrantRow): boolean {
  return a.scope.join() === b.scope.join() && a.unit_code === b.unit_code
}

async function existsToday(
  tx: Tx,
  place: string | null,
  isUnit: boolean,
  today: CalendarDate,
): Promise<boolean> {
  if (place === null || isUnit) return true
  const versions = await listVersions(tx, place.length === 4 ? `${place}00` : place, today)
  return versions.some(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  )
}
