import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  AUTH_PATHS,
  LogIn,
  PasswordAgain,
  SecondFactorCode,
  TotpCode,
  type LogInAnswer,
  type TotpStarted,
} from '@anye/contract/access/log-in'
import type { Actor } from '../actor.ts'
import { inScope } from '../db.ts'
import { Refusal } from '../refusal.ts'
import { NOWHERE } from '../scope.ts'
import { audit, post, refusalBody, signedIn, type Call, type Deps } from './auth-call.ts'
import { beginAttempt, clearFailures, failAttempt } from './log-in-lock.store.ts'
import { endSessions, sweepSessions } from './sessions.store.ts'

/**
 * Log-in, second factor and log-out: plain JSON over POST, errors of the common table, cookies by the
 * library.
 */
export function mountAuthRoutes(app: FastifyInstance, deps: Deps): void {
  void app.register(async (auth) => {
    await auth.register(rateLimit, {
      max: deps.attemptsPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (request) => ({
        statusCode: 429,
        ...refusalBody(new Refusal('too_many_requests'), request.id),
      }),
    })
    post(auth, deps, AUTH_PATHS.logIn, LogIn, (call) => logIn(deps, call))
    post(auth, deps, AUTH_PATHS.secondFactor, SecondFactorCode, (call) => enterSecondFactor(deps, call))
    post(auth, deps, AUTH_PATHS.logOut, undefined, (call) => logOut(deps, call))
    post(auth, deps, AUTH_PATHS.totpStart, PasswordAgain, (call) => startTotp(deps, call))
    post(auth, deps, AUTH_PATHS.totpConfirm, TotpCode, (call) => confirmTotp(deps, call))
    post(auth, deps, AUTH_PATHS.totpStop, PasswordAgain, (call) => stopTotp(deps, call))
  })
}

async function logIn(deps: Deps, { body, headers, request, reply }: Call<LogIn>): Promise<LogInAnswer> {
  const userName = body.userName.toLowerCase()
  const { db } = deps.database
  if (!(await beginAttempt(db, userName, deps.clock.now()))) {
    await audit(deps, request, {
      action: 'access.session.open',
      outcome: 'refused',
      after: { code: 'account_locked', userName },
    })
    throw new Refusal('account_locked')
  }
  const answer = await deps.library.api.signInUsername({
    body: { username: userName, password: body.password },
    headers,
    asResponse: true,
  })
  if (!answer.ok) return failLogIn(deps, request, userName)
  const found = (await answer.json()) as { twoFactorRedirect?: boolean; user?: { id: string } }
  if (found.twoFactorRedirect === true) {
    await clearFailures(db, userName)
    passCookies(answer, reply)
    return { secondFactor: true, mustChangePassword: false }
  }
  const actor = found.user === undefined ? undefined : await deps.findActor(found.user.id)
  // A disabled account gets the answer of a wrong password, and no cookie.
  if (actor === undefined) {
    if (found.user !== undefined) await closeSessions(deps, found.user.id)
    return failLogIn(deps, request, userName)
  }
  await clearFailures(db, userName)
  await sweepSessions(db, new Date(deps.clock.now()))
  passCookies(answer, reply)
  await audit(deps, request, { action: 'access.session.open', outcome: 'ok' }, actor)
  return { secondFactor: false, mustChangePassword: actor.mustChangePassword }
}

async function failLogIn(deps: Deps, request: FastifyRequest, userName: string): Promise<never> {
  const locked = await failAttempt(deps.database.db, userName, deps.clock.now())
  await audit(deps, request, {
    action: 'access.session.open',
    outcome: 'refused',
    after: { code: 'log_in_failed', userName, locked },
  })
  throw new Refusal('log_in_failed')
}

async function enterSecondFactor(
  deps: Deps,
  { body, headers, request, reply }: Call<z.infer<typeof SecondFactorCode>>,
): Promise<LogInAnswer> {
  const { verifyTOTP, verifyBackupCode } = deps.library.api
  // A back-up code carries a hyphen; each is good for one log-in.
  const isBackup = body.code.includes('-')
  const answer = await (isBackup ? verifyBackupCode : verifyTOTP)({ body: { code: body.code }, headers, asResponse: true })
  const actor = answer.ok ? await actorOfAnswer(deps, answer) : undefined
  if (actor === undefined) return refuseCode(deps, request, 'access.session.second_factor')
  passCookies(answer, reply)
  await audit(
    deps,
    request,
    { action: 'access.session.open', outcome: 'ok', after: { secondFactor: isBackup ? 'backup' : 'totp' } },
    actor,
  )
  return { secondFactor: false, mustChangePassword: actor.mustChangePassword }
}

async function logOut(deps: Deps, { headers, request, reply }: Call<unknown>): Promise<{ signedOut: true }> {
  const actor = await deps.sessionOf(headers)
  passCookies(await deps.library.api.signOut({ headers, asResponse: true }), reply)
  if (actor !== undefined)
    await audit(deps, request, { action: 'access.session.close', outcome: 'ok' }, actor)
  return { signedOut: true }
}

async function startTotp(
  deps: Deps,
  { body, headers, request }: Call<z.infer<typeof PasswordAgain>>,
): Promise<TotpStarted> {
  const actor = await signedIn(deps, headers)
  const answer = await deps.library.api.enableTwoFactor({
    body: { password: body.password, method: 'totp' },
    headers,
    asResponse: true,
  })
  if (!answer.ok) return refusePassword(deps, request, actor, 'access.second_factor.start')
  const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] }
  await audit(deps, request, { action: 'access.second_factor.start', outcome: 'ok' }, actor)
  return { uri: totpURI, backupCodes }
}

async function confirmTotp(
  deps: Deps,
  { body, headers, request, reply }: Call<z.infer<typeof TotpCode>>,
): Promise<{ secondFactor: true }> {
  const actor = await signedIn(deps, headers)
  const answer = await deps.library.api.verifyTOTP({ body: { code: body.code }, headers, asResponse: true })
  if (!answer.ok) return refuseCode(deps, request, 'access.second_factor.confirm', actor)
  passCookies(answer, reply)
  await audit(deps, request, { action: 'access.second_factor.confirm', outcome: 'ok' }, actor)
  return { secondFactor: true }
}

async function stopTotp(
  deps: Deps,
  { body, headers, request, reply }: Call<z.infer<typeof PasswordAgain>>,
): Promise<{ secondFactor: false }> {
  const actor = await signedIn(deps, headers)
  const answer = await deps.library.api.disableTwoFactor({ body, headers, asResponse: true })
  if (!answer.ok) return refusePassword(deps, request, actor, 'access.second_factor.stop')
  passCookies(answer, reply)
  await audit(deps, request, { action: 'access.second_factor.stop', outcome: 'ok' }, actor)
  return { secondFactor: false }
}

async function refuseCode(
  deps: Deps,
  request: FastifyRequest,
  action: string,
  actor?: Actor,
): Promise<never> {
  await audit(deps, request, { action, outcome: 'refused', after: { code: 'totp_required' } }, actor)
  throw new Refusal('totp_required')
}

async function refusePassword(
  deps: Deps,
  request: FastifyRequest,
  actor: Actor,
  action: string,
): Promise<never> {
  await audit(deps, request, { action, outcome: 'refused', after: { code: 'log_in_failed' } }, actor)
  throw new Refusal('log_in_failed')
}

async function actorOfAnswer(deps: Deps, answer: Response): Promise<Actor | undefined> {
  const { user } = (await answer.clone().json()) as { user?: { id: string } }
  return user === undefined ? undefined : deps.findActor(user.id)
}

async function closeSessions(deps: Deps, userId: string): Promise<void> {
  await inScope(deps.database.db, NOWHERE, (tx) => endSessions(tx, userId, { allBut: null }))
}

function passCookies(answer: Response, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie)
}
