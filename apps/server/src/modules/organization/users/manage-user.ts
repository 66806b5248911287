import type { FirstPassword } from '@anye/contract/access/users/user'
import { systemRandomBytes } from '@anye/kernel/random'
import { removeSecondFactor, savePasswordHash } from '../../../platform/auth/credentials.store.ts'
import { makeFirstPassword } from '../../../platform/auth/first-password.ts'
import { clearFailures } from '../../../platform/auth/log-in-lock.store.ts'
import { hashPassword } from '../../../platform/auth/password-hash.ts'
import { endSessions, wipePhones } from '../../../platform/auth/sessions.store.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { openAccount } from './open-account.ts'
import { findUser, lockUser, saveMustChange, saveUserState, type UserRow } from './user.store.ts'

/** Opens an account without roles. Its first password is shown to the administrator once. */
export async function createUser(
  ctx: Ctx,
  input: { userName: string; name: string; duty: string | null },
): Promise<FirstPassword> {
  const firstPassword = makeFirstPassword(systemRandomBytes)
  const account = {
    ...input,
    password: firstPassword,
    mustChange: true,
    demo: false,
    createdBy: ctx.actor.userId,
  }
  const userId = await openAccount(ctx.tx, account, { newId: ctx.newId, now: ctx.now })
  if (userId === undefined) throw new Refusal('user_name_taken')
  ctx.audit.about('user', userId)
  ctx.audit.change(null, input)
  return { userId, userName: input.userName, firstPassword }
}

/** Disables an account and ends its sessions, or opens it again. */
export async function setUserState(
  ctx: Ctx,
  { userId, state, reason }: { userId: string; state: UserRow['state']; reason: string },
): Promise<{ state: UserRow['state'] }> {
  const user = await getOtherUser(ctx, userId)
  if (user.state === state) throw new Refusal('already_done')
  await saveUserState(ctx.tx, userId, state)
  if (state === 'disabled') {
    await endSessions(ctx.tx, userId, { allBut: null })
    await wipePhones(ctx.tx, userId, new Date(ctx.now))
  }
  ctx.audit.change({ state: user.state }, { state })
  ctx.audit.reason(reason)
  return { state }
}

/** A new first password for somebody who forgot the old one. */
export async function resetPassword(
  ctx: Ctx,
  { userId, reason }: { userId: string; reason: string },
): Promise<FirstPassword> {
  const user = await getOtherUser(ctx, userId)
  const firstPassword = await giveFirstPassword(ctx.tx, user, new Date(ctx.now))
  ctx.audit.reason(reason)
  return { userId, userName: user.user_name, firstPassword }
}

/**
 * Sets a first password, to be changed at the next log-in; ends sessions, lifts the lock, takes off the
 * second factor.
 */
export async function giveFirstPassword(
  tx: Tx,
  user: Pick<UserRow, 'id' | 'user_name'>,
  at: Date,
): Promise<string> {
  const firstPassword = makeFirstPassword(systemRandomBytes)
  await savePasswordHash(tx, user.id, await hashPassword(firstPassword), at)
  await saveMustChange(tx, user.id, true)
  await removeSecondFactor(tx, user.id)
  await endSessions(tx, user.id, { allBut: null })
  await clearFailures(tx, user.user_name)
  return firstPassword
}

/** Lifts the lock after five failures. */
export async function unlockUser(ctx: Ctx, { userId }: { userId: string }): Promise<{ unlocked: boolean }> {
  const user = await findUser(ctx.tx, userId)
  if (user === undefined) throw new Refusal('not_found')
  ctx.audit.about('user', userId)
  return { unlocked: await clearFailures(ctx.tx, user.user_name) }
}

/** Somebody else's account: an administrator neither disables nor resets himself. */
async function getOtherUser(ctx: Ctx, userId: string): Promise<UserRow> {
  const user = await lockUser(ctx.tx, userId)
  if (user === undefined) throw new Refusal('not_found')
  if (ctx.actor.userId === userId) throw new Refusal('separation_of_duties')
  ctx.audit.about('user', userId)
  return user
}
