import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RawEndpoint } from '@anye/contract/endpoint'
import type { Actor } from '../actor.ts'
import type { Services } from '../services.ts'
import { asTransportError } from './bind.ts'
import type { Ctx, RequestContext } from './context.ts'
import { admitFirst, routeOf } from './mount-endpoints.ts'
import { requestContext } from './request-context.ts'
import { admit, runEndpoint } from './run-endpoint.ts'

/** What a handler of bytes gets: the admitted actor, and `run` for the part that touches the database. */
export type RawCall = {
  request: FastifyRequest
  reply: FastifyReply
  actor: Actor
  context: RequestContext
  run: <T>(input: unknown, useCase: (ctx: Ctx) => Promise<T>) => Promise<T>
}

/**
 * Mounts an endpoint that carries bytes or a stream. The permission is checked before the first byte is read; the
 * database part runs through the same `runEndpoint` as every other call.
 */
export function bindRaw(
  app: FastifyInstance, services: Services, endpoint: RawEndpoint, handle: (call: RawCall) => Promise<unknown>,
): void {
  app.route({
    method: endpoint.method,
    url: routeOf(endpoint.path),
    exposeHeadRoute: false,
    onRequest: admitFirst(services, endpoint),
    handler: async (request, reply) => {
      const context = requestContext(services, request)
      try {
        const actor = await admit(endpoint, context)
        return await handle({
          request, reply, actor, context,
          run: (input, useCase) => runEndpoint(endpoint, context, input, useCase),
        })
      } catch (error) {
        const answer = asTransportError(error, context)
        return reply.status(answer.status).send(answer.toJSON())
      }
    },
  })
}
