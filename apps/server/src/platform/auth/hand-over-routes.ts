import { createHmac } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { ADMINISTRATORS } from '@anye/contract/access'
import { HAND_OVER_AUDIENCE, HAND_OVER_PATH, HAND_OVER_SECONDS, HandOver } from '@anye/contract/access/hand-over'
import type { LogInAnswer } from '@anye/contract/access/log-in'
import type { Actor } from '../actor.ts'
import { inScope } from '../db.ts'
import { Refusal } from '../refusal.ts'
import { NOWHERE } from '../scope.ts'
import { audit, post, type Call, type Deps } from './auth-call.ts'
import { findHandedOver, spendToken } from './hand-over.store.ts'

const Claims = z.object({ iss: z.string().min(1).max(80), sub: z.string().trim().min(1).max(64), jti: z.string().min(8).max(128), iat: z.number().int(), exp: z.number().int() })
type Claims = z.infer<typeof Claims>

const ATTEMPTS_A_MINUTE = 600
const SKEW_SECONDS = 30

/** Mounted only where a secret is set: without one there is no partner. */
export function mountHandOver(app: FastifyInstance, deps: Deps, secret: string): void {
  void app.register(async (scoped) => {
    // A partner's server sends its people to us by their own addresses; the limit is against guessing.
    await scoped.register(rateLimit, { max: ATTEMPTS_A_MINUTE, timeWindow: '1 minute' })
    post(scoped, deps, HAND_OVER_PATH, HandOver, (call) => handOver(deps, secret, call))
  })
}

/** Every fault of a token is the answer of a wrong password: a stranger learns nothing of secret, clock or users. */
async function handOver(deps: Deps, secret: string, { body, headers, request, reply }: Call<HandOver>): Promise<LogInAnswer> {
  const claims = await readToken(body.token, secret, deps.clock.now())
  const now = new Date(deps.clock.now())
  const found = claims && await inScope(deps.database.db, NOWHERE, async (tx) => {
    const isFresh = await spendToken(tx, { id: claims.jti, issuer: claims.iss, expiresAt: new Date((claims.exp + SKEW_SECONDS) * 1000) }, now)
    return isFresh ? findHandedOver(tx, claims.sub.toLowerCase()) : undefined
  })
  const actor = found === undefined ? undefined : await deps.findActor(found.id)
  const code = found === undefined || actor === undefined || isAdministrator(actor) ? 'log_in_failed' : found.second_factor ? 'totp_required' : undefined
  if (code !== undefined || actor === undefined) {
    await audit(deps, request, { action: 'access.session.hand_over', outcome: 'refused', after: { code, partner: claims?.iss ?? null, userName: claims?.sub ?? null } })
    throw new Refusal(code ?? 'log_in_failed')
  }
  void reply.header('set-cookie', await openSession(deps, actor.userId, headers))
  await audit(deps, request, { action: 'access.session.hand_over', outcome: 'ok', after: { partner: claims?.iss } }, actor)
  return { secondFactor: false, mustChangePassword: actor.mustChangePassword }
}

/** Administrators log in by themselves, whatever a partner says. */
function isAdministrator(actor: Actor): boolean {
  return actor.grants.some(({ role }) => (ADMINISTRATORS as readonly string[]).includes(role))
}

/** Signature, audience, times and shape; undefined for any fault. */
async function readToken(token: string, secret: string, now: number): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'], audience: HAND_OVER_AUDIENCE, currentDate: new Date(now), clockTolerance: SKEW_SECONDS, maxTokenAge: HAND_OVER_SECONDS, requiredClaims: ['exp', 'jti'],
    })
    const claims = Claims.safeParse(payload)
    return claims.success && claims.data.exp - claims.data.iat <= HAND_OVER_SECONDS ? claims.data : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

/** A session of the log-in library with its signed cookie, as a log-in would set it. */
async function openSession({ library, secret, secureCookies, sessionHours = 12 }: Deps, userId: string, headers: Headers): Promise<string> {
  const context = await library.$context
  const { token } = await context.internalAdapter.createSession(userId, false, { userAgent: headers.get('user-agent') ?? '' })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const name = context.authCookies.sessionToken.name
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${sessionHours * 3600}; Path=/; HttpOnly; SameSite=Lax${secureCookies === true ? '; Secure' : ''}`
}
