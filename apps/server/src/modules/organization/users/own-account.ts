import { fieldLevelOf } from '@anye/contract/access'
import type { Me } from '@anye/contract/access/me/get-me'
import { checkPassword } from '@anye/contract/access/password.rules'
import type { OpenSession } from '@anye/contract/access/sessions/session'
import {
  findPasswordHash,
  hasSecondFactor,
  savePasswordHash,
} from '../../../platform/auth/credentials.store.ts'
import { hashPassword, verifyPassword } from '../../../platform/auth/password-hash.ts'
import { endSessions, listSessions, revokeSessions as endByOrder, wipePhones } from '../../../platform/auth/sessions.store.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal, refuseOn } from '../../../platform/refusal.ts'
import { heldRoles, placeNames } from './held-roles.query.ts'
import { listGrants } from './role-grant.store.ts'
import { findUser, saveMustChange } from './user.store.ts'

/** What the console needs to know of the person in front of it. */
export async function getMe({ tx, actor, today, services }: Ctx): Promise<Me> {
  const user = await findUser(tx, actor.userId)
  if (user === undefined) throw new Refusal('signed_out')
  const grants = (await listGrants(tx, user.id, today)).filter(({ valid_from: from }) => from <= today)
  return {
    userId: user.id,
    userName: user.user_name,
    name: user.name,
    duty: user.duty,
    roles: await heldRoles(tx, grants, today),
    permissions: [...actor.permissions],
    fieldLevel: fieldLevelOf(grants.map(({ role }) => role)),
    scope: await topOfScope(tx, grants, today),
    mustChangePassword: actor.mustChangePassword,
    secondFactor: await hasSecondFactor(tx, user.id),
    synthetic: services.synthetic,
    today,
  }
}

/** The place a person's pages open at: the widest scope held; of a reporting unit, the unit. */
async function topOfScope(
  tx: Ctx['tx'],
  grants: Awaited<ReturnType<typeof listGrants>>,
  today: string,
): Promise<Me['scope']> {
  const places = grants.flatMap((grant) => {
    const [first] = grant.scope
    return first === undefined
      ? []
      : [{ code: grant.unit_code ?? first, width: grant.unit_code === null ? first.length : 6 }]
  })
  const [widest] = places.toSorted((a, b) => a.width - b.width)
  if (widest === undefined) return null
  return {
    code: widest.code,
    name: (await placeNames(tx, [widest.code], today)).get(widest.code) ?? widest.code,
  }
}

/** Changes the own password and ends all other sessions: whoever knew the old one is out. */
export async function changePassword(
  ctx: Ctx,
  { current, next }: { current: string; next: string },
): Promise<{ changed: true }> {
  const { tx, actor } = ctx
  const stored = await findPasswordHash(tx, actor.userId)
  if (stored === undefined || !(await verifyPassword(stored, current))) throw new Refusal('log_in_failed')
  refuseOn(next === current ? 'password_weak' : checkPassword(next, actor.userName))
  await savePasswordHash(tx, actor.userId, await hashPassword(next), new Date(ctx.now))
  await saveMustChange(tx, actor.userId, false)
  await endSessions(tx, actor.userId, { allBut: actor.sessionId ?? null })
  ctx.audit.about('user', actor.userId)
  return { changed: true }
}

/** Open sessions of a user; `current` marks the one that asks. */
export async function listOpenSessions({ tx, actor, now }: Ctx, userId: string): Promise<OpenSession[]> {
  const sessions = await listSessions(tx, userId, new Date(now))
  return sessions.map((session) => ({
    sessionId: session.id,
    openedAt: session.created_at.toISOString(),
    seenAt: session.seen_at.toISOString(),
    address: session.ip_address ?? '',
    device: session.user_agent ?? '',
    current: session.id === actor.sessionId,
    onPhone: session.on_phone,
  }))
}

/** Ends one session of a user, or all when none is named; a phone forgets what it holds at its next contact. */
export async function revokeSessions(
  ctx: Ctx,
  userId: string,
  sessionId: string | null,
): Promise<{ revoked: number }> {
  const at = new Date(ctx.now)
  const revoked = await endByOrder(ctx.tx, userId, sessionId === null ? { allBut: null } : { only: sessionId }, at)
  if (sessionId === null) await wipePhones(ctx.tx, userId, at)
  if (sessionId !== null && revoked === 0) throw new Refusal('not_found')
  ctx.audit.about('user', userId)
  ctx.audit.change({ sessionId }, null)
  return { revoked }
}
