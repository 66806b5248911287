import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ErrorCode } from '@anye/contract/errors'
import type { Actor } from '../actor.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { inScope } from '../db.ts'
import { refuseOtherOrigin } from '../http/own-origin.ts'
import { headersOf } from '../http/request-context.ts'
import { describeRefusal } from '../http/run-endpoint.ts'
import { Refusal } from '../refusal.ts'
import { NOWHERE } from '../scope.ts'
import type { Auth, AuthOptions } from './auth.ts'
import { ADDRESS_HEADER, type BetterAuth } from './better-auth.ts'

export type Deps = AuthOptions & Pick<Auth, 'sessionOf'> & { library: BetterAuth; attemptsPerMinute: number }
export type Call<T> = { body: T; headers: Headers; request: FastifyRequest; reply: FastifyReply }

/** One POST below /auth: own origin, schema, the common table of errors. */
export function post<T>(
  app: FastifyInstance,
  deps: Deps,
  path: string,
  schema: z.ZodType<T> | undefined,
  handle: (call: Call<T>) => Promise<unknown>,
): void {
  app.post(path, async (request, reply) => {
    try {
      refuseOtherOrigin(request, deps.publicHost)
      const body = schema?.safeParse(request.body)
      if (body?.success === false)
        throw new Refusal('request_invalid', {
          fields: body.error.issues.map((issue) => issue.path.join('.')),
        })
      const headers = headersOf(request)
      headers.set(ADDRESS_HEADER, request.ip)
      // Without a schema the handler does not look at the body.
      return await reply.send(await handle({ body: body?.data as T, headers, request, reply }))
    } catch (error) {
      if (!(error instanceof Refusal)) deps.log.error({ err: error, requestId: request.id }, 'log-in failed')
      const refusal = error instanceof Refusal ? error : new Refusal('internal')
      return reply.status(describeRefusal(refusal).status).send(refusalBody(refusal, request.id))
    }
  })
}

/** Who is signed in. @throws Refusal signed_out */
export async function signedIn(deps: Deps, headers: Headers): Promise<Actor> {
  const actor = await deps.sessionOf(headers)
  if (actor === undefined) throw new Refusal('signed_out')
  return actor
}

type Event = { action: string; outcome: 'ok' | 'refused'; after?: unknown }

/** Writes what happened around a session to the audit. */
export async function audit(deps: Deps, request: FastifyRequest, event: Event, actor?: Actor): Promise<void> {
  await inScope(deps.database.db, NOWHERE, (tx) =>
    recordAudit(tx, {
      at: deps.clock.now(),
      actorId: actor?.userId ?? null,
      actorName: actor?.name ?? null,
      requestId: request.id,
      address: request.ip,
      ...event,
    }),
  )
}

export function refusalBody(
  refusal: Refusal,
  requestId?: string,
): { code: ErrorCode; message: string; data: Record<string, unknown> } {
  return {
    code: refusal.code,
    message: describeRefusal(refusal).message,
    data: { ...refusal.detail, requestId },
  }
}
