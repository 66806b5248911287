import type { FastifyInstance } from 'fastify'
import { liveEvents, type LiveMessage } from '@anye/contract/files'
import type { Actor } from '../actor.ts'
import type { LiveEvent } from '../live.ts'
import { covers } from '../scope.ts'
import type { Services } from '../services.ts'
import { bindRaw } from './bind-raw.ts'

const HEARTBEAT_MS = 20_000
/** Heartbeats between two looks at the session: a revoked or idle one stops hearing within a minute. */
const BEATS_A_LOOK = 3

/** Server-sent events; each open page hears only of villages in its own scope and of its own tasks. */
export function mountLive(app: FastifyInstance, services: Services): void {
  bindRaw(app, services, liveEvents, async ({ actor, context, reply, request }) => {
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive', 'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 3000\n\n')
    const stop = services.live.subscribe((event) => {
      const message = messageFor(actor, event)
      if (message !== undefined) reply.raw.write(`data: ${JSON.stringify(message)}\n\n`)
    })
    // A comment line keeps proxies and phones from closing a silent stream.
    let beats = 0
    const heartbeat = setInterval(() => {
      reply.raw.write(':\n\n')
      beats += 1
      if (beats % BEATS_A_LOOK === 0) void endWithSession(services, context.headers, reply.raw)
    }, HEARTBEAT_MS)
    request.raw.on('close', () => {
      clearInterval(heartbeat)
      stop()
    })
  })
}

async function endWithSession({ authenticate, log }: Services, headers: Headers, stream: { end: () => void }): Promise<void> {
  try {
    if ((await authenticate(headers)) === undefined) stream.end()
  } catch (error) {
    // The database may be away for a moment; the next beat looks again.
    log.warn({ err: error }, 'a live session could not be looked at')
  }
}

function messageFor(actor: Actor, event: LiveEvent): LiveMessage | undefined {
  if (event.type === 'task') return event.ownerId === actor.userId ? { type: 'task', taskId: event.taskId } : undefined
  if (event.type === 'report') return { type: 'report', unitCode: event.unitCode }
  const prefixes = actor.grants.flatMap((grant) => grant.scope)
  const villages = event.villages.filter((village) => covers(prefixes, village))
  return villages.length === 0 ? undefined : { type: 'figures', villages, at: event.at }
}
