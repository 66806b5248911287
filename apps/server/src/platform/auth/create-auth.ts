import type { Actor } from '../actor.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { inScope, type DatabaseHandle } from '../db.ts'
import { NOWHERE } from '../scope.ts'
import { mountAuthRoutes } from './auth-routes.ts'
import type { Auth, AuthOptions } from './auth.ts'
import { UNATTENDED_HEADER } from '@anye/contract/access/log-in'
import { createBetterAuth, type BetterAuth } from './better-auth.ts'
import { mountFieldDevices } from './field-device-routes.ts'
import { mountHandOver } from './hand-over-routes.ts'
import { isIdle } from './session.rules.ts'
import { endSessions, touchSession } from './sessions.store.ts'

const IDLE_MINUTES = 30
const SESSION_HOURS = 12
const SEEN_EVERY_MS = 60_000

/** Log-in of the product: better-auth for passwords, cookies and codes; lock, idle end and audit are ours. */
export function createAuth(options: AuthOptions): Auth {
  const {
    database,
    secret,
    clock,
    idleMinutes = IDLE_MINUTES,
    sessionHours = SESSION_HOURS,
    secureCookies = false,
  } = options
  const library = createBetterAuth({
    pool: database.pool,
    secret,
    sessionHours,
    secureCookies,
    now: clock.now,
  })
  const sessionOf = (headers: Headers) => findSession(options, library, idleMinutes, headers)
  return {
    sessionOf,
    mount: (app) => {
      const deps = { ...options, library, sessionOf, attemptsPerMinute: options.attemptsPerMinute ?? 60 }
      mountAuthRoutes(app, deps)
      mountFieldDevices(app, deps)
      if (options.handOverSecret !== undefined) mountHandOver(app, deps, options.handOverSecret)
    },
  }
}

async function findSession(
  options: AuthOptions,
  library: BetterAuth,
  idleMinutes: number,
  headers: Headers,
): Promise<Actor | undefined> {
  if (!headers.has('cookie')) return undefined
  const found = await library.api.getSession({ headers, query: { disableRefresh: true } })
  if (found === null) return undefined
  const { database, clock, findActor } = options
  const { id, userId } = found.session
  const now = clock.now()
  const seenAt = found.session.seenAt?.getTime() ?? now
  const onPhone = typeof found.session.fieldDeviceId === 'string'
  if (isIdle({ seenAt, onPhone }, now, idleMinutes)) {
    await endIdleSession(database, { sessionId: id, userId, name: found.user.name, now })
    return undefined
  }
  const actor = await findActor(userId)
  if (actor === undefined) return undefined
  if (now - seenAt > SEEN_EVERY_MS && isAttended(headers)) await touchSession(database.db, id, new Date(now))
  return { ...actor, sessionId: id }
}

/** A page that refreshes itself, or listens, does not count as somebody at work: the idle clock runs on. */
function isAttended(headers: Headers): boolean {
  return !headers.has(UNATTENDED_HEADER) && headers.get('accept') !== 'text/event-stream'
}

async function endIdleSession(
  { db }: DatabaseHandle,
  session: { sessionId: string; userId: string; name: string; now: number },
): Promise<void> {
  await inScope(db, NOWHERE, async (tx) => {
    // Two requests may find it idle together; the one that ends it writes the audit.
    if ((await endSessions(tx, session.userId, { only: session.sessionId })) === 0) return
    await recordAudit(tx, {
      at: session.now,
      actorId: session.userId,
      actorName: session.name,
      action: 'access.session.idle_out',
      outcome: 'ok',
      objectType: 'session',
      objectId: session.sessionId,
    })
  })
}
